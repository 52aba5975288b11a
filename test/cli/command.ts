import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command as npm installs it. */
export const BIN: string = fileURLToPath(new URL("../../bin/crate-interface.js", import.meta.url));

/** What a command printed and exited with. */
export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `crate-interface` in a directory, with no environment but `env`. */
export function runIn(cwd: string, args: string[], env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}
