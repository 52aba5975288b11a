import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expand } from "../expand/expand.ts";
import { slash } from "../scan/paths.ts";
import { jsonDiagnostics, printDiagnostics } from "./program.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/** `crate-interface expand <file>`: what the macros of a file become, or what is wrong with them. */
export function expandFile(path: string, backend: string, settings: Settings): Result {
  if (backend !== "bundler") {
    throw new UsageError(`there is no backend \`${backend}\`; this version has \`bundler\``);
  }
  const file = slash(resolve(settings.cwd, path));
  const code = readCode(file);
  const expansion = expand(code, file);
  const diagnostics = expansion?.diagnostics ?? [];
  const exitCode = diagnostics.length > 0 ? 1 : 0;
  if (settings.json) {
    const report = {
      code: exitCode === 0 ? (expansion?.code ?? code) : null,
      diagnostics: jsonDiagnostics(diagnostics, settings),
    };
    return { stdout: JSON.stringify(report, null, 2), exitCode };
  }
  if (exitCode === 1) return { stdout: printDiagnostics(diagnostics, settings), exitCode };
  return { stdout: expansion?.code ?? code, exitCode };
}

function readCode(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as Error).message}`);
  }
}
