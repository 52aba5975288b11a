import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const repository = join(import.meta.dirname, "..");
const tsc = join(repository, "node_modules/typescript/bin/tsc");

/** What `tsc` prints with these arguments; its exit code is left to the diagnostics in it. */
export function runTsc(...args: string[]): string {
  try {
    return execFileSync(process.execPath, [tsc, ...args, "--pretty", "false"], {
      cwd: repository,
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** An empty folder inside the repository, so that its packages resolve from there. */
export function freshFolder(name: string): string {
  const folder = join(repository, ".tmp", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Builds the package as it is published, but only what stays in programs that nothing linked:
 * `crate-interface/macro`, `/link/*` and `/object/*`.
 */
export function buildMacroPackage(folder: string): void {
  const config = [
    "--ignoreConfig",
    "--target",
    "es2023",
    "--module",
    "nodenext",
    "--types",
    "node",
  ];
  const output = ["--declaration", "--rewriteRelativeImportExtensions", "--rootDir", "src"];
  const unlinked = "src/this-program-was-not-linked--add-crate-interface-to-your-build.ts";
  const printed = runTsc(
    ...config,
    ...output,
    "--outDir",
    join(folder, "dist"),
    "src/macro.ts",
    unlinked,
  );
  const commonjs = join(folder, "commonjs");
  const asCommonJs = runTsc("-p", "tsconfig.commonjs.json", "--outDir", commonjs);
  if (printed + asCommonJs !== "") throw new Error(printed + asCommonJs);
  for (const file of ["package.json", "macro", "commonjs/package.json"]) {
    cpSync(join(repository, file), join(folder, file), { recursive: true });
  }
}
