import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { displayPath } from "../diagnostics/display-path.ts";
import { diskModules } from "../link/disk-modules.ts";
import { slash } from "../scan/paths.ts";
import { writeAtomically } from "../write-file.ts";
import { hasErrors, printDiagnostics, readProgram } from "./program.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/** How each file begins: what else is in the folder is not ours to replace or delete. */
const HEADER = "// Written by `crate-interface link`; do not edit.\n";

/** Without it bundlers keep a module whose exports nobody uses. */
const MANIFEST = `${JSON.stringify({ type: "module", sideEffects: false }, null, 2)}\n`;

/**
 * `crate-interface link --out-dir <dir>`: the link modules as files. Writes nothing when anything is
 * wrong, and deletes the files of interfaces that are gone.
 *
 * @throws UsageError without a folder, or for one that has other files
 */
export function writeLinkModules(outDir: unknown, settings: Settings): Result {
  if (typeof outDir !== "string" || outDir === "") {
    throw new UsageError("say where to write the modules: --out-dir .crate-interface");
  }
  const { linkage } = readProgram(settings);
  const dir = slash(resolve(settings.cwd, outDir));
  const { modules, diagnostics } = diskModules(linkage, (path, file) =>
    relativeSpecifier(posix.dirname(`${dir}/${path}`), file),
  );
  const all = [...linkage.diagnostics, ...diagnostics];
  if (hasErrors(all)) return { stdout: printDiagnostics(all, settings), exitCode: 1 };
  requireOwnFolder(dir);
  removeStale(dir, new Set(modules.map(({ path }) => path)));
  // First, so that the folder is known as ours should the rest be interrupted.
  writeAtomically(`${dir}/package.json`, MANIFEST);
  for (const { path, code } of modules) writeAtomically(`${dir}/${path}`, HEADER + code);
  const written = modules.map(({ path }) => displayPath(`${dir}/${path}`, settings.cwd));
  const stdout = settings.json ? JSON.stringify({ written }, null, 2) : written.join("\n");
  return { stdout, exitCode: 0 };
}

/**
 * Our package.json marks a folder as ours. Any other has to be empty, apart from hidden files such as
 * `.gitignore`: beside sources that package.json would declare them free of side effects.
 */
function requireOwnFolder(dir: string): void {
  const manifest = `${dir}/package.json`;
  const isPackage = existsSync(manifest);
  if (isPackage && readFileSync(manifest, "utf8") === MANIFEST) return;
  if (isPackage) {
    throw new UsageError(`${dir} is a package; give the link modules a folder of their own`);
  }
  if (existsSync(dir) && readdirSync(dir).some((name) => !name.startsWith("."))) {
    throw new UsageError(`${dir} has other files; give the link modules a folder of their own`);
  }
}

function relativeSpecifier(from: string, file: string): string {
  const path = posix.relative(from, file);
  return path.startsWith(".") ? path : `./${path}`;
}

function removeStale(dir: string, current: ReadonlySet<string>): void {
  for (const folder of ["link", "object"]) {
    for (const entry of filesBelow(join(dir, folder))) {
      const path = `${folder}/${entry}`;
      const file = join(dir, path);
      if (current.has(path) || !readFileSync(file, "utf8").startsWith(HEADER)) continue;
      rmSync(file);
      removeEmpty(dirname(file));
    }
  }
}

function filesBelow(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
      .map((entry) => displayPath(join(entry.parentPath, entry.name), dir));
  } catch {
    return [];
  }
}

function removeEmpty(dir: string): void {
  if (readdirSync(dir).length === 0) rmSync(dir, { recursive: true });
}
