import { Writer } from "./writer.ts";

/**
 * Looks for a sequence of bytes, most of which are never looked at: Horspool's search ("Practical
 * fast searching in strings", 1980).
 */
export class Search {
  private length: usize;
  /** How far to go on by the byte that stands where the last one should. */
  private shifts: StaticArray<u8>;

  /** @param length at most 255 bytes count; of a longer sequence, the first 255 are looked for */
  constructor(
    private needle: usize,
    length: usize,
  ) {
    const looked = min<usize>(length, 255);
    const shifts = new StaticArray<u8>(256).fill(<u8>looked);
    const last = looked - 1;
    for (let i: usize = 0; i < last; i++) shifts[load<u8>(needle + i)] = <u8>(last - i);
    this.length = looked;
    this.shifts = shifts;
  }

  /** Looks for a text as CBOR has it: with its length before it. */
  static forText(text: string): Search {
    const out = new Writer(64);
    out.text(text);
    return new Search(out.start, out.length);
  }

  /** Looks for the bytes of a text, whatever is before them. */
  static forBytes(text: string): Search {
    const bytes = String.UTF8.encode(text);
    return new Search(changetype<usize>(bytes), bytes.byteLength);
  }

  /** The first address from `start` on; 0 if there is none before `end`. */
  first(start: usize, end: usize): usize {
    const last = this.length - 1;
    const shifts = this.shifts;
    for (let at = start; at + last < end; at += unchecked(shifts[load<u8>(at + last)])) {
      if (load<u8>(at + last) != load<u8>(this.needle + last)) continue;
      if (memory.compare(at, this.needle, last) == 0) return at;
    }
    return 0;
  }
}
