import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a module in a process of its own and returns what it prints. */
export async function run(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { PATH: process.env.PATH },
  });
  return stdout;
}
