/**
 * The heads of CBOR items (RFC 8949, section 3): a major type and an argument. Everything that SWC
 * sends consists of items of definite length.
 *
 * @module
 */

/** The major types. */
export enum Major {
  Unsigned,
  Negative,
  Bytes,
  Text,
  Array,
  Map,
  Tag,
  Simple,
}

/** One head, read at an address. */
export class Head {
  major: Major = Major.Unsigned;
  /** A number, a tag's number, or how many bytes or items follow. Larger ones than fit are not read. */
  argument: u32 = 0;
  /** The address behind it. */
  next: usize = 0;

  /**
   * Reads the head at an address.
   *
   * @param end where the memory ends that may be read
   * @returns false if there is none, or one that SWC does not write
   */
  @inline
  read(at: usize, end: usize): bool {
    if (at >= end) return false;
    const initial = load<u8>(at);
    this.major = <Major>(initial >> 5);
    const short = initial & 31;
    if (short < 24) {
      this.argument = short;
      this.next = at + 1;
      return true;
    }
    return this.readLong(at + 1, end, short);
  }

  private readLong(at: usize, end: usize, short: u8): bool {
    if (short > 27) return false;
    const bytes: usize = 1 << (short - 24);
    if (bytes > end - at) return false;
    let value: u64 = 0;
    for (let i: usize = 0; i < bytes; i++) value = (value << 8) | load<u8>(at + i);
    // The bits of a floating-point number are no length.
    if (this.major != Major.Simple && value > u32.MAX_VALUE) return false;
    this.argument = <u32>value;
    this.next = at + bytes;
    return true;
  }
}

const head = new Head();

/**
 * The address behind an item and all that is in it; 0 if it is not well-formed. Never recurses: how
 * deep items nest is not up to us.
 */
export function skip(at: usize, end: usize): usize {
  // Items still to come. Each has at least one byte, so more than there are bytes cannot come.
  let pending: u64 = 1;
  while (pending > 0) {
    if (!head.read(at, end)) return 0;
    at = head.next;
    pending--;
    switch (head.major) {
      case Major.Bytes:
      case Major.Text:
        if (head.argument > <u32>(end - at)) return 0;
        at += head.argument;
        break;
      case Major.Array:
        pending += head.argument;
        break;
      case Major.Map:
        pending += <u64>head.argument * 2;
        break;
      case Major.Tag:
        pending++;
        break;
      default:
    }
    if (pending > <u64>(end - at)) return 0;
  }
  return at;
}
