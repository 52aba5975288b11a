/**
 * The heads of CBOR items (RFC 8949, section 3): a major type and an argument. Everything that SWC
 * sends consists of items of definite length, with heads as short as they can be (section 4.1). Nothing
 * else is read, so that whoever looks at single bytes knows what these can be.
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
  /** A number, a tag's number, or how many bytes or items follow; of a float nothing. */
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
    this.next = at + bytes;
    // The bits of a floating-point number are no length.
    if (this.major == Major.Simple) return short > 24;
    if (bytes == 1) this.argument = load<u8>(at);
    else if (bytes == 2) this.argument = bswap<u16>(load<u16>(at));
    else this.argument = bswap<u32>(load<u32>(at));
    // What needs eight bytes is more than memory holds.
    return bytes < 8 && Head.needsAll(at, short);
  }

  /** Whether a number of one, two or four bytes would not fit into fewer. */
  @inline
  static needsAll(at: usize, short: u32): bool {
    if (short == 24) return load<u8>(at) >= 24;
    return short == 25 ? load<u8>(at) != 0 : load<u16>(at) != 0;
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
    if (pending-- > <u64>(end - at)) return 0;
    const initial: u32 = load<u8>(at);
    let argument: u32 = initial & 31;
    if (argument < 24) at++;
    else if (argument < 27 && initial < 0x40) {
      // Numbers as most spans have them.
      const number = at + 1;
      at = number + ((<usize>1) << (argument - 24));
      if (at > end || !Head.needsAll(number, argument)) return 0;
      continue;
    } else {
      if (!head.read(at, end)) return 0;
      argument = head.argument;
      at = head.next;
    }
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
