import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Options } from "@swc/core";

/** What a host makes of a file: what it prints, or why it does not. */
export interface Answer {
  code: string | null;
  error: string | null;
  /** Whether the host took its process down: a panic in what a plugin calls, since 1.16. */
  died: boolean;
}

/** Runs hosts in a process of their own. */
export class HostProcess {
  #process: ChildProcess | null = null;

  /** @param host the name that a version is installed as */
  async transform(host: string, code: string, options: Options): Promise<Answer> {
    this.#process ??= fork(join(import.meta.dirname, "host-process.mjs"), {
      stdio: "ignore",
      env: { ...process.env, RUST_BACKTRACE: "0" },
    });
    const child = this.#process;
    child.send({ host, code, options });
    const stop = new AbortController();
    const answers = once(child, "message", stop).then(([answer]) => answer as Answer);
    const dies = once(child, "exit", stop).then((): Answer => {
      this.#process = null;
      return { code: null, error: null, died: true };
    });
    try {
      return await Promise.race([answers, dies]);
    } finally {
      stop.abort();
      await Promise.allSettled([answers, dies]);
    }
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
}
