import { parseSync } from "oxc-parser";
import { ARRAY, head, text, UNSIGNED } from "./cbor.ts";

/** The comments of a file as the host keeps them: lists by the position of what they belong to. */
export class Comments {
  readonly #leading: Map<number, Uint8Array>;
  readonly #trailing = new Map<number, Uint8Array>();

  constructor(code: string) {
    this.#leading = new Map(leadingOf(code));
  }

  takeLeading(position: number): Uint8Array | null {
    return take(this.#leading, position);
  }

  takeTrailing(position: number): Uint8Array | null {
    return take(this.#trailing, position);
  }

  addLeading(position: number, comments: Uint8Array): void {
    this.#leading.set(position, comments);
  }

  addTrailing(position: number, comments: Uint8Array): void {
    this.#trailing.set(position, comments);
  }
}

function take(from: Map<number, Uint8Array>, position: number): Uint8Array | null {
  const found = from.get(position) ?? null;
  from.delete(position);
  return found;
}

const known = new Map<string, [number, Uint8Array][]>();

/** All comments lead what follows them: which of them trail, the fuzzer does not ask. */
function leadingOf(code: string): [number, Uint8Array][] {
  const found =
    known.get(code) ??
    parseSync("input.tsx", code).comments.map((comment) => {
      const behind = code.slice(comment.end);
      const next = comment.end + behind.search(/\S|$/);
      // Positions are bytes from 1.
      return [
        Buffer.byteLength(code.slice(0, next)) + 1,
        list(comment.type, comment.value),
      ] as const;
    });
  known.set(code, found as [number, Uint8Array][]);
  return found as [number, Uint8Array][];
}

/** One comment: `[[kind, span, text]]`. */
function list(type: "Line" | "Block", value: string): Uint8Array {
  const kind = head(UNSIGNED, type === "Line" ? 1 : 2);
  const span = Uint8Array.of(0x82, 0, 0);
  return Buffer.concat([head(ARRAY, 1), head(ARRAY, 3), kind, span, text(value)]);
}
