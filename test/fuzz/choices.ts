import fc from "fast-check";

/**
 * The decisions that make a piece of a program. Where they end, the first alternative is taken, so
 * that alternatives are listed from the simplest to the oddest, and every piece comes to an end.
 */
export class Choices {
  readonly #bytes: Uint8Array;
  #next = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A number from 0, less than `count` (at most 256). */
  below(count: number): number {
    if (this.#next >= this.#bytes.length) return 0;
    return this.#bytes[this.#next++] % count;
  }

  /** One of several values. */
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** One of several productions of the grammar. */
  pick(...alternatives: (() => string)[]): string {
    return this.of(alternatives)();
  }

  /** True once in `times`. */
  chance(times: number): boolean {
    return this.below(times) === times - 1;
  }

  /** From `min` to `max` pieces. */
  some(min: number, max: number, write: () => string): string[] {
    return Array.from({ length: min + this.below(max - min + 1) }, write);
  }
}

/** Decisions for a piece of at most `maxLength` of them, all numbers equally likely. */
export function choices(maxLength: number): fc.Arbitrary<Uint8Array> {
  return fc.noBias(fc.uint8Array({ minLength: Math.floor(maxLength / 4), maxLength, size: "max" }));
}
