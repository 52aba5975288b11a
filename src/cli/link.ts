import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import { diskModules } from "../link/disk-modules.ts";
import { slash } from "../scan/paths.ts";
import { isFolder, writeOutput } from "./output.ts";
import { hasErrors, jsonDiagnostics, printDiagnostics } from "./print.ts";
import { readOnlyProgram } from "./programs.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/** How each file begins: what else is in the folder is not ours to replace or delete. */
const HEADER = "// Written by `crate-interface link`; do not edit.\n";

/** Without it bundlers keep a module whose exports nobody uses. */
const MANIFEST = `${JSON.stringify({ type: "module", sideEffects: false }, null, 2)}\n`;

/**
 * `crate-interface link --out-dir <dir>`: the link modules as files. Writes nothing when anything is
 * wrong, and deletes the files of interfaces that are gone.
 *
 * @throws UsageError without a folder, for one that has other files, and in a workspace with several
 *   applications
 */
export function writeLinkModules(outDir: unknown, settings: Settings): Result {
  if (outDir === undefined) {
    throw new UsageError("say where to write the modules: --out-dir .crate-interface");
  }
  const { root, linkage } = readOnlyProgram(`link --out-dir ${outDir}`, settings);
  const dir = slash(resolve(settings.cwd, String(outDir)));
  const { modules, diagnostics } = diskModules(linkage, (path, file) =>
    relativeSpecifier(posix.dirname(`${dir}/${path}`), file),
  );
  const all = [...linkage.diagnostics, ...diagnostics];
  if (hasErrors(all)) return report([], printDiagnostics(all, settings), all, settings);
  requireOwnFolder(dir, settings.cwd);
  removeStale(dir, new Set(modules.map(({ path }) => path)));
  if (modules.length === 0)
    return report([], `wrote nothing: ${root.name} has no interfaces`, all, settings);
  // First, so that the folder is known as ours should the rest be interrupted.
  writeOutput(`${dir}/package.json`, MANIFEST, settings.cwd);
  for (const { path, code } of modules) {
    writeOutput(`${dir}/${path}`, HEADER + code, settings.cwd);
  }
  const written = modules.map(({ path }) => displayPath(`${dir}/${path}`, settings.cwd));
  return report(written, written.map(printable).join("\n"), all, settings);
}

/** The result in words, or with `--json` as data: in either case everything that is to be said. */
function report(
  written: readonly string[],
  text: string,
  diagnostics: readonly Diagnostic[],
  settings: Settings,
): Result {
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  if (!settings.json) return { stdout: text, exitCode };
  const data = { written, diagnostics: jsonDiagnostics(diagnostics, settings) };
  return { stdout: JSON.stringify(data, null, 2), exitCode };
}

/**
 * Our package.json marks a folder as ours. Any other has to be empty, apart from hidden files such as
 * `.gitignore`: beside sources that package.json would declare them free of side effects.
 */
function requireOwnFolder(dir: string, cwd: string): void {
  if (existsSync(dir) && !isFolder(dir)) {
    throw new UsageError(`cannot write to \`${displayPath(dir, cwd)}\`: it is no folder`);
  }
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
