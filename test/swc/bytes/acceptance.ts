import { HostProcess } from "../host-process.ts";
import type { Capture } from "./capture.ts";
import { compilePlugin } from "./compile.ts";
import { REPLAY } from "./plugins.ts";
import { options } from "./swc.ts";

/** Asks real hosts whether they take trees as the result of a plugin. Some abort on trees that no parser makes. */
export class Acceptance {
  readonly #replay: string;
  readonly #hosts = new HostProcess();

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
    const hex = Buffer.from(tree).toString("hex");
    const given = options(file, [this.#replay, { hex }], runPluginFirst);
    return (await this.#hosts.transform(host.name, code, given)).code;
  }

  stop(): Promise<void> {
    return this.#hosts.stop();
  }
}
