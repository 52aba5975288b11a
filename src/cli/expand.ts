import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { displayPath } from "../diagnostics/display-path.ts";
import { slash } from "../scan/paths.ts";
import { BACKEND_NAMES, BACKENDS } from "./backends.ts";
import { isFolder, systemReason } from "./output.ts";
import { jsonDiagnostics, printDiagnostics } from "./print.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/**
 * `crate-interface expand <file>`: what the macros of a file become, or what is wrong with them.
 *
 * @throws UsageError for a file that cannot be read, and for a backend that there is not
 */
export async function expandFile(path: string, name: string, settings: Settings): Promise<Result> {
  if (!Object.hasOwn(BACKENDS, name)) {
    throw new UsageError(`there is no backend \`${name}\`; there are ${BACKEND_NAMES}`);
  }
  const file = slash(resolve(settings.cwd, path));
  const text = readCode(file, settings.cwd);
  const backend = await BACKENDS[name]();
  const { code, diagnostics } = await backend(text, file, settings.cwd);
  const exitCode = diagnostics.length > 0 ? 1 : 0;
  if (settings.json) {
    const report = {
      code: exitCode === 0 ? code : null,
      diagnostics: jsonDiagnostics(diagnostics, settings),
    };
    return { stdout: JSON.stringify(report, null, 2), exitCode };
  }
  if (exitCode === 1) return { stdout: printDiagnostics(diagnostics, settings), exitCode };
  return { stdout: code, exitCode };
}

function readCode(file: string, cwd: string): string {
  const refused = (reason: string): UsageError =>
    new UsageError(`cannot read \`${displayPath(file, cwd) || "."}\`: ${reason}`);
  if (isFolder(file)) throw refused("it is a folder");
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw refused(systemReason(error as Error));
  }
}
