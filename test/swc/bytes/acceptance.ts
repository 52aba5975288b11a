import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Capture } from "./capture.ts";
import { compilePlugin } from "./compile.ts";
import { REPLAY } from "./plugins.ts";
import { options } from "./swc.ts";

/** Asks real hosts whether they take trees as the result of a plugin. */
export class Acceptance {
  readonly #replay: string;
  #process: ChildProcess | null = null;

  private constructor(replay: string) {
    this.#replay = replay;
  }

  static async start(): Promise<Acceptance> {
    return new Acceptance(await compilePlugin("replay", REPLAY));
  }

  /** What the host prints for a tree; `null` if it refuses it, or dies of it. */
  async print(
    { host, file, code, runPluginFirst }: Capture,
    tree: Uint8Array,
  ): Promise<string | null> {
    this.#process ??= fork(join(import.meta.dirname, "host-process.mjs"), { stdio: "ignore" });
    const child = this.#process;
    const hex = Buffer.from(tree).toString("hex");
    child.send({
      host: host.name,
      code,
      options: options(file, [this.#replay, { hex }], runPluginFirst),
    });
    const stop = new AbortController();
    const answers = once(child, "message", stop).then(([output]) => output as string | null);
    const dies = once(child, "exit", stop).then(() => {
      this.#process = null;
      return null;
    });
    try {
      return await Promise.race([answers, dies]);
    } finally {
      stop.abort();
      await Promise.allSettled([answers, dies]);
    }
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
}
