import { head, readItem, text, UNSIGNED } from "./cbor.ts";
import { Comments } from "./comments.ts";
import type { Call, Run } from "./guest.ts";
import type { Exports } from "./web-assembly.ts";

/** What a plugin may import from `env`, as swc_plugin_runner's `imported_fn` answers it. */
export class Imports {
  exports: Exports | null = null;
  readonly #call: Call;
  readonly #run: Run;
  readonly #file: Buffer;
  readonly #comments: Comments;
  /** Comments that the next call is about. */
  #handed: Uint8Array = new Uint8Array();
  /** Each context with a mark applied is one context. */
  readonly #contexts = new Map<string, number>();

  constructor(call: Call, run: Run) {
    this.#call = call;
    this.#run = run;
    this.#file = Buffer.from(call.code);
    this.#comments = new Comments(call.code);
  }

  readonly env: Record<string, (...args: number[]) => unknown> = {
    __set_transform_plugin_core_pkg_diagnostics: (start, length) => {
      if (!readItem(this.#taken(start, length))) throw new HostDies("the handshake is no CBOR");
    },
    __set_transform_result: (start, length) => {
      this.#run.results.push(this.#taken(start, length));
    },
    __emit_diagnostics: (start, length) => {
      this.#run.diagnostics.push(this.#taken(start, length));
    },

    __get_transform_plugin_config: (answer) => this.#answer(this.#call.config, answer),
    __get_transform_context: (key, answer) => {
      if (key < 1 || key > 3) throw new HostDies(`there is no context ${key}`);
      return this.#answer(CONTEXTS[key - 1]!, answer);
    },
    __lookup_byte_offset_proxy: (position, answer) => {
      // swc_common's `SourceMap::lookup_byte_offset` unwraps the file, and the first begins at 1.
      if (position === 0) throw new HostDies("no file has position 0");
      return this.#answer(this.#source(position), answer);
    },
    __syntax_context_apply_mark_proxy: (context, mark) => {
      const key = `${context} ${mark}`;
      const known = this.#contexts.get(key) ?? FIRST_NEW_CONTEXT + this.#contexts.size;
      this.#contexts.set(key, known);
      return known;
    },

    __add_pure_comment_proxy: (position) => {
      // swc_common's `Comments::add_pure_comment` asserts it.
      if (position === 0) throw new HostDies("a comment at no position");
    },
    __take_leading_comments_proxy: (position, answer) =>
      this.#answer(this.#comments.takeLeading(position), answer),
    __take_trailing_comments_proxy: (position, answer) =>
      this.#answer(this.#comments.takeTrailing(position), answer),
    __copy_comment_to_host_env: (start, length) => {
      this.#handed = this.#taken(start, length);
      if (!readItem(this.#handed)) throw new HostDies("comments are no CBOR");
    },
    __add_leading_comments_proxy: (position) => {
      this.#comments.addLeading(position, this.#handed);
    },
    __add_trailing_comments_proxy: (position) => {
      this.#comments.addTrailing(position, this.#handed);
    },
  };

  /** Copies bytes into the guest. Answers where they are. */
  give(bytes: Uint8Array): number {
    const start = this.exports!.__alloc(bytes.length) >>> 0;
    new Uint8Array(this.exports!.memory.buffer).set(bytes, start);
    return start;
  }

  /** `[[name, was remapped, [unmapped name], crate, text, hash, start…], offset]` */
  #source(position: number): Uint8Array {
    const name = Buffer.concat([Uint8Array.of(0xc1), CONTEXTS[0]!]);
    return Buffer.concat([
      Uint8Array.of(0x82, 0x8a),
      name,
      Uint8Array.of(0xf4, 0x81),
      name,
      Uint8Array.of(0),
      text(this.#file.toString()),
      Uint8Array.of(0xc2, 0x41, 0, 1),
      head(UNSIGNED, this.#file.length + 1),
      Uint8Array.of(0xc2, 0x41, 0),
      head(UNSIGNED, (position >>> 0) - 1),
    ]);
  }

  #answer(bytes: Uint8Array | null, answer: number): number {
    if (!bytes) return 0;
    const start = this.give(bytes);
    const view = new DataView(this.exports!.memory.buffer);
    view.setUint32(answer >>> 0, start, true);
    view.setUint32((answer >>> 0) + 4, bytes.length, true);
    return 1;
  }

  /** Bytes out of the guest's memory, which must be within it. */
  #taken(start: number, length: number): Uint8Array {
    return new Uint8Array(this.exports!.memory.buffer, start >>> 0, length >>> 0).slice();
  }
}

/** What the host does not survive: it panics, and since 1.16 the process ends. */
class HostDies extends Error {
  override name = "HostDies";
}

/** The file, the environment, the working directory. */
const CONTEXTS = ["/app/src/input.ts", "production", "/app"].map(text);

const FIRST_NEW_CONTEXT = 1_000_000;
