import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";

const cli = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
// Without the variables of the test runner: NODE_ENV decides what Vite builds.
const env = { PATH: process.env.PATH };

/** Runs `vite build`. */
export async function build(cwd: string): Promise<void> {
  await promisify(execFile)(process.execPath, [cli, "build"], { cwd, env });
}

/** A running `vite` or `vite preview`. */
export interface Server extends AsyncDisposable {
  url: string;
  /** What it has printed since this was last called, without colours. */
  printed(): string;
}

/** Starts `vite` with the given arguments, on a port that is free. */
export async function serve(cwd: string, ...args: string[]): Promise<Server> {
  // Vite ends when its standard input does, so it does not outlive the tests, however they end.
  const child = spawn(process.execPath, [cli, ...args, "--port", "0"], { cwd, env });
  const exit = once(child, "exit");
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += stripVTControlCharacters(String(chunk));
      const local = /Local: +(\S+)/.exec(output);
      if (local) resolve(local[1]!);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    exit.then(() => reject(new Error(`vite ended:\n${output}`)), reject);
  });
  return {
    url,
    printed() {
      const printed = output;
      output = "";
      return printed;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await exit;
    },
  };
}
