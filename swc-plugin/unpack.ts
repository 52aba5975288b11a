/**
 * The data of this module as `scripts/pack-wasm.mjs` packs it: AssemblyScript keeps texts as UTF-16
 * and tables as integers of 32 bits, so most of it are zeros. Whatever imports this file first has
 * all data in place when it runs.
 *
 * Packed data are runs: a byte with the kind of the run in its upper two bits and its length in the
 * others. A run is of zeros; of bytes; of bytes with a zero behind each, as texts have them; or a copy of
 * what stands so many bytes before it.
 *
 * @module
 */

/** The kinds of runs; bytes and words are as far apart as their numbers say. */
enum Run {
  Zeros,
  Bytes,
  Words,
  Copy,
}

/** Where packed data begin and end, and where they are to be; the script finds this by its first word. */
const PACKED = memory.data<u32>([0x4b434150, 0, 0, 0]);

unpack(load<u32>(PACKED, 4), load<u32>(PACKED, 8), load<u32>(PACKED, 12));

/** Nothing is packed when the addresses are those that the source has. */
function unpack(start: usize, end: usize, target: usize): void {
  // They are data themselves, and zero where these are unpacked.
  memory.fill(PACKED, 0, 16);
  for (let at = start; at < end; ) {
    const run = load<u8>(at++);
    const kind = run >> 6;
    const length: usize = (run & 63) + 1;
    if (kind == Run.Zeros) {
      target += length;
    } else if (kind == Run.Copy) {
      const from = target - load<u16>(at);
      at += 2;
      // The two may overlap: then what was copied is copied again.
      for (let i: usize = 0; i < length + 3; i++) store<u8>(target + i, load<u8>(from + i));
      target += length + 3;
    } else {
      for (const behind = at + length; at < behind; at++) {
        store<u8>(target, load<u8>(at));
        target += kind;
      }
    }
  }
  // Here the heap begins, of which all is expected to be zero.
  memory.fill(start, 0, end - start);
}
