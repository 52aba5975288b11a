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
  read(at: usize, end: usize): bool {
    if (at >= end) return false;
    const initial: u32 = load<u8>(at);
    this.major = <Major>(initial >> 5);
    const short = initial & 31;
    if (short < 24) {
      this.argument = short;
      this.next = at + 1;
      return true;
    }
    return this.readLong(at + 1, end, short);
  }

  private readLong(at: usize, end: usize, short: u32): bool {
    if (short > 27) return false;
    const bytes: usize = (<usize>1) << (short - 24);
    if (bytes > end - at) return false;
    let value: u64 = load<u8>(at);
    if (bytes == 2) value = bswap<u16>(load<u16>(at));
    else if (bytes == 4) value = bswap<u32>(load<u32>(at));
    else if (bytes == 8) value = bswap<u64>(load<u64>(at));
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
  for (let pending: u64 = 1; pending > 0; ) {
    if (pending > <u64>(end - at)) return 0;
    const initial: u32 = load<u8>(at);
    let argument: u32 = initial & 31;
    if (argument < 24) at++;
    else if (argument < 27 && initial < 0x40) {
      // Numbers as most spans have them.
      at += 1 + ((<usize>1) << (argument - 24));
      if (at > end) return 0;
    } else {
      if (!head.read(at, end)) return 0;
      argument = head.argument;
      at = head.next;
    }
    pending--;
    switch (initial >> 5) {
      case Major.Bytes:
      case Major.Text:
        if (argument > <u32>(end - at)) return 0;
        at += argument;
        break;
      case Major.Array:
        pending += argument;
        break;
      case Major.Map:
        pending += <u64>argument * 2;
        break;
      case Major.Tag:
        pending++;
        break;
      default:
    }
  }
  return at;
}
