import { Major } from "./head.ts";

/** Writes CBOR items (RFC 8949) into memory that grows. */
export class Writer {
  private memory: usize;
  /** How many bytes there are. */
  length: usize = 0;

  constructor(private capacity: usize) {
    this.memory = heap.alloc(capacity);
  }

  /** The address of the first byte; another one after each write. */
  get start(): usize {
    return this.memory;
  }

  array(items: u32): void {
    this.head(Major.Array, items);
  }

  tag(number: u32): void {
    this.head(Major.Tag, number);
  }

  uint(value: u32): void {
    this.head(Major.Unsigned, value);
  }

  bool(value: bool): void {
    store<u8>(this.grow(1), value ? 0xf5 : 0xf4);
  }

  text(value: string): void {
    this.string(Major.Text, value);
  }

  /** A text as bytes, as SWC has the values of string literals. */
  bytes(value: string): void {
    this.string(Major.Bytes, value);
  }

  /** Bytes that are CBOR already. */
  raw(start: usize, end: usize): void {
    const length = end - start;
    memory.copy(this.grow(length), start, length);
  }

  private string(major: Major, value: string): void {
    const length = String.UTF8.byteLength(value);
    this.head(major, length);
    String.UTF8.encodeUnsafe(changetype<usize>(value), value.length, this.grow(length));
  }

  private head(major: Major, argument: u32): void {
    const initial = <u8>(major << 5);
    if (argument < 24) {
      store<u8>(this.grow(1), initial | <u8>argument);
      return;
    }
    const width = argument < 0x100 ? 0 : argument < 0x10000 ? 1 : 2;
    const at = this.grow(1 + (1 << width));
    store<u8>(at, initial | <u8>(24 + width));
    if (width == 0) store<u8>(at + 1, <u8>argument);
    else if (width == 1) store<u16>(at + 1, bswap<u16>(<u16>argument));
    else store<u32>(at + 1, bswap<u32>(argument));
  }

  /** The address of so many bytes more. */
  private grow(bytes: usize): usize {
    const needed = this.length + bytes;
    if (needed > this.capacity) {
      this.capacity = max(needed, this.capacity * 2);
      this.memory = heap.realloc(this.memory, this.capacity);
    }
    const at = this.memory + this.length;
    this.length = needed;
    return at;
  }
}
