import { check } from "../../src/cli/check.ts";
import { type Result, readSettings } from "../../src/cli/settings.ts";
import { symbols } from "../../src/cli/symbols.ts";

// The commands as functions: half a second less each than a process.

const settingsFor = (cwd: string) => readSettings({ cwd, color: false });

/** `crate-interface check` in a directory. */
export function checkIn(cwd: string): Result {
  return check(settingsFor(cwd));
}

/** `crate-interface symbols --write` in a directory, with `--json` if need be. */
export function writeSymbolsIn(cwd: string, json = false): Result {
  return symbols(true, { ...settingsFor(cwd), json });
}
