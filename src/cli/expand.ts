import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { expand } from "../expand/expand.ts";
import { slash } from "../scan/paths.ts";
import { expandWithBabel } from "./expand-with-babel.ts";
import { expandWithSwc } from "./expand-with-swc.ts";
import { jsonDiagnostics, printDiagnostics } from "./program.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/** What a backend makes of a file: the code when there are no diagnostics. */
export interface Expanded {
  code: string;
  diagnostics: readonly Diagnostic[];
}

type Backend = (code: string, file: string, cwd: string) => Expanded | Promise<Expanded>;

const BACKENDS: Record<string, Backend> = {
  bundler: (code, file) => expand(code, file) ?? { code, diagnostics: [] },
  babel: expandWithBabel,
  swc: expandWithSwc,
};

/** The names of the backends, for people. */
export const BACKEND_NAMES: string = Object.keys(BACKENDS).join(", ");

/** `crate-interface expand <file>`: what the macros of a file become, or what is wrong with them. */
export async function expandFile(
  path: string,
  backend: string,
  settings: Settings,
): Promise<Result> {
  if (!Object.hasOwn(BACKENDS, backend)) {
    throw new UsageError(`there is no backend \`${backend}\`; there are ${BACKEND_NAMES}`);
  }
  const file = slash(resolve(settings.cwd, path));
  const { code, diagnostics } = await BACKENDS[backend](readCode(file), file, settings.cwd);
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

function readCode(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as Error).message}`);
  }
}
