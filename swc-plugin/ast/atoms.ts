/**
 * Names, each once: the identifiers of a file are compared by number, and decoded only where a text
 * is needed. Numbers are given in order, from 1, so that a list can say what each name stands for.
 *
 * @module
 */

/** The number of a name; 0 is none. */
export type Atom = u32;

/** An open-addressing hash table from the bytes of names to their numbers (FNV-1a). */
export class Atoms {
  /** Of each atom its address and its length in bytes. */
  private addresses: Array<usize> = [0];
  private lengths: Array<u32> = [0];
  private table: StaticArray<Atom>;

  /** @param slots a power of two: twice as many as there are going to be names, or more later */
  constructor(slots: i32) {
    this.table = new StaticArray<Atom>(slots);
  }

  /** The atom of so many bytes of UTF-8. They are kept where they are. */
  of(address: usize, length: u32): Atom {
    const slot = this.find(address, length);
    const found = this.table[slot];
    if (found != 0) return found;
    const atom: Atom = this.addresses.length;
    this.addresses.push(address);
    this.lengths.push(length);
    this.table[slot] = atom;
    if (atom * 2 > <u32>this.table.length) this.enlarge();
    return atom;
  }

  /** The atom of a text; 0 if no name of the file is that. */
  known(text: string): Atom {
    const length = String.UTF8.byteLength(text);
    const bytes = encode(text, length);
    const atom = this.table[this.find(bytes, length)];
    giveBack(bytes, length);
    return atom;
  }

  /** The atom of a text, from now on a name of the file. */
  add(text: string): Atom {
    const length = String.UTF8.byteLength(text);
    const bytes = encode(text, length);
    const count: Atom = this.count;
    const atom = this.of(bytes, length);
    // Else they are the name from now on.
    if (atom < count) giveBack(bytes, length);
    return atom;
  }

  /** One more than the largest atom. */
  get count(): i32 {
    return this.lengths.length;
  }

  text(atom: Atom): string {
    return String.UTF8.decodeUnsafe(this.addresses[atom], this.lengths[atom]);
  }

  private find(address: usize, length: u32): u32 {
    const mask: u32 = this.table.length - 1;
    let slot = hash(address, length) & mask;
    for (let atom = this.table[slot]; atom != 0; atom = this.table[slot]) {
      const isSame = this.lengths[atom] == length;
      if (isSame && memory.compare(this.addresses[atom], address, length) == 0) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private enlarge(): void {
    this.table = new StaticArray<Atom>(this.table.length * 2);
    for (let atom: Atom = 1; atom < <u32>this.addresses.length; atom++) {
      this.table[this.find(this.addresses[atom], this.lengths[atom])] = atom;
    }
  }
}

/** The bytes of a text, which can be given back as long as no other memory was taken. */
function encode(text: string, length: u32): usize {
  const bytes = heap.alloc(length);
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, bytes);
  return bytes;
}

/** Frees bytes. Whoever takes that memory expects zeros, as `Node.at` does. */
function giveBack(bytes: usize, length: u32): void {
  memory.fill(bytes, 0, length);
  heap.free(bytes);
}

function hash(address: usize, length: u32): u32 {
  let value: u32 = 0x811c9dc5;
  for (let i: u32 = 0; i < length; i++) value = (value ^ load<u8>(address + i)) * 0x01000193;
  return value;
}
