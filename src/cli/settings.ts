import { resolve } from "node:path";
import pc from "picocolors";

/** What every command is told: the options that they share. */
export interface Settings {
  /** Directory to work in, absolute. The package being built is the nearest one above. */
  cwd: string;
  /** Whether the root's devDependencies are left out. */
  production: boolean;
  /** Active conditions. */
  conditions: string[];
  /** The platform that names of files are read for, as Metro does; `null` where they are only names. */
  platform: string | null;
  /** Globs of files to scan although they would be left out. */
  include: string[];
  /** Globs of files not to scan. */
  exclude: string[];
  /** Whether output is for machines. */
  json: boolean;
  /** Whether output is coloured. */
  color: boolean;
}

/** What a command prints and exits with. */
export interface Result {
  stdout: string;
  /** What is said besides, where stdout is for another program. */
  stderr?: string;
  /** 0: fine. 1: errors were found. 2: the command could not do its work. */
  exitCode: 0 | 1 | 2;
}

/** A wrong use of the command line; its message is for the user. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** Reads the shared options as the argument parser gives them. */
export function readSettings(options: Record<string, unknown>): Settings {
  return {
    cwd: resolve(String(options.cwd ?? ".")),
    production: options.production === true,
    conditions: list(options.conditions),
    platform: options.platform === undefined ? null : String(options.platform),
    include: list(options.include),
    exclude: list(options.exclude),
    json: options.json === true,
    color: options.color === false || options.json === true ? false : pc.isColorSupported,
  };
}

/** The values of an option that is given several times, or with commas: not those in `{a,b}`. */
function list(option: unknown): string[] {
  return [option ?? []]
    .flat()
    .flatMap((value) => String(value).split(/,(?![^{]*\})/))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
