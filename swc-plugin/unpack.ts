/**
 * The data of this module as `scripts/pack-wasm.mjs` packs it: AssemblyScript keeps texts as UTF-16
 * and tables as integers of 32 bits, so most of it are zeros. Whatever imports this file first has
 * all data in place when it runs.
 *
 * Packed data are runs: a byte with the kind of the run in its upper two bits and its length in the
 * others. A run is of zeros; of bytes; of bytes with a zero behind each, as texts have them; or a copy of
 * what stands so many bytes before it, at least eight.
 *
 * @module
 */

/** The kinds of runs. */
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
    let length: usize = (run & 63) + 1;
    if (kind == Run.Words) {
      for (const behind = at + length; at < behind; at++) {
        store<u16>(target, load<u8>(at));
        target += 2;
      }
      continue;
    }
    let from = at;
    if (kind == Run.Bytes) at += length;
    else if (kind == Run.Copy) {
      from = target - load<u16>(at);
      at += 2;
      length += 3;
    }
    // Eight at a time: what is written too much is overwritten by the next run.
    for (let i: usize = 0; i < length; i += 8) {
      store<u64>(target + i, kind == Run.Zeros ? 0 : load<u64>(from + i));
    }
    target += length;
  }
  // Here the heap begins, of which all is expected to be zero.
  memory.fill(start, 0, end - start);
}
