import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const bin = fileURLToPath(new URL("../../../node_modules/.bin", import.meta.url));

/** What a command ended with. */
export interface Ended {
  exitCode: number | null;
  /** Without colours. */
  stdout: string;
  stderr: string;
}

/** Runs a command line as a script of package.json does, where the commands of packages are known. */
export function terminal(cwd: string, command: string): Ended {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    encoding: "utf8",
    shell: true,
    // Without the variables of Vitest, to which hosts would pay attention.
    env: {
      PATH: [bin, join(process.execPath, ".."), process.env.PATH].join(delimiter),
      HOME: process.env.HOME,
      NO_COLOR: "1",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  // NO_COLOR is not heeded by all of them.
  return {
    exitCode: status,
    stdout: stripVTControlCharacters(stdout),
    stderr: stripVTControlCharacters(stderr),
  };
}

/**
 * Runs commands one after another.
 *
 * @returns what they print
 * @throws Error with what is printed when one fails
 */
export function run(cwd: string, ...commands: string[]): string {
  return commands
    .map((command) => {
      const { exitCode, stdout, stderr } = terminal(cwd, command);
      if (exitCode !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
      return stdout;
    })
    .join("");
}
