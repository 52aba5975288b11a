import { Head, Major, skip } from "../cbor/head.ts";
import { Atom } from "./atoms.ts";
import { fieldsOf } from "./lookup.ts";
import { Slot, STRUCTS, Type } from "./shapes.ts";
import { Tree } from "./tree.ts";

/**
 * A struct of SWC's tree, where it stands in the bytes. Enums have no nodes of their own: their tags
 * stand between `outer` and `start`.
 *
 * There are thousands, so they have no header of AssemblyScript's, and no constructor that writes zeros
 * where memory has them.
 */
@unmanaged
export class Node {
  parent: Node | null;
  /** The nodes in it, in the order of the bytes, as far as they are read. */
  inner: Node | null;
  last: Node | null;
  /** The one that follows in the same parent. */
  next: Node | null;
  /** What will read it, if it is not read yet. */
  unread: Tree | null;
  /** The next identifier of the same name. */
  sameName: Node | null;

  type: Type;
  /** Where it stands in its parent. */
  slot: Slot;

  // Addresses. An expression is replaced from `expr` to `end`, a statement from `outer` to `end`.

  /** Where it begins, with all tags. */
  outer: usize;
  /** The tag that says which expression it is; 0 for what is none. */
  expr: usize;
  /** Behind the tags: the array of its fields. */
  start: usize;
  end: usize;

  // Its span, in bytes of the file, from 1.

  lo: u32;
  hi: u32;

  /** The name of an identifier. */
  atom: Atom;
  /** The SyntaxContext: identifiers of one name and context are one binding. */
  ctxt: u32;

  // What readers of macros note.

  /** Whether a macro takes it: an identifier that is gone when that is expanded, or a class. */
  isConsumed: bool;
  /** Whether it was reported as a whole, so that nothing in it is reported again. */
  isRejected: bool;
  /** Of a declaration that takes interfaces apart, which group of uses it is, from 1. */
  group: i32;

  static at(outer: usize, type: Type, slot: Slot): Node {
    if (free == 0) {
      memoryOfNodes = heap.alloc(AT_ONCE * offsetof<Node>());
      free = AT_ONCE;
    }
    const node = changetype<Node>(memoryOfNodes);
    memoryOfNodes += offsetof<Node>();
    free--;
    node.type = type;
    node.slot = slot;
    node.outer = outer;
    node.start = outer;
    return node;
  }

  /** The first node in it. */
  get first(): Node | null {
    this.read();
    return this.inner;
  }

  /** Reads what is in it, if that was put off. */
  read(): void {
    const tree = this.unread;
    if (!tree) return;
    this.unread = null;
    tree.readLater(this);
  }

  /** The node in a field, the first if it is a list. */
  child(slot: Slot): Node | null {
    let node = this.first;
    while (node && node.slot != slot) node = node.next;
    return node;
  }

  /** The next node of the same list. */
  get sibling(): Node | null {
    const next = this.next;
    return next && next.slot == this.slot ? next : null;
  }

  /** How many nodes a field holds. */
  count(slot: Slot): i32 {
    let found = 0;
    let node = this.first;
    while (node) {
      if (node.slot == slot) found++;
      node = node.next;
    }
    return found;
  }

  /** The node that follows in the order of the source, inside this one first; `null` behind `root`. */
  following(root: Node): Node | null {
    this.read();
    return this.followingRead(root);
  }

  /** The same, among the nodes that are read. */
  followingRead(root: Node): Node | null {
    const inner = this.inner;
    return inner ? inner : this.after(root);
  }

  /** The same, leaving out what is inside this one. */
  after(root: Node): Node | null {
    for (let node: Node = this; node != root; ) {
      const next = node.next;
      if (next) return next;
      const parent = node.parent;
      if (!parent) return null;
      node = parent;
    }
    return null;
  }

  /** The address of a field; 0 if the struct has none. */
  field(slot: Slot): usize {
    if (!head.read(this.start, this.end)) return 0;
    let field = fieldsOf(this.type, head.argument);
    if (field == 0) return 0;
    let at = head.next;
    for (let left = head.argument; left > 0; left--) {
      if (STRUCTS[field] == slot) return at;
      at = skip(at, this.end);
      field += 3;
    }
    return 0;
  }

  /** A field that is a boolean. */
  flag(slot: Slot): bool {
    const at = this.field(slot);
    return at != 0 && load<u8>(at) == 0xf5;
  }

  /** A field that is an integer, or an enum without payload (numbered from 1). */
  number(slot: Slot): u32 {
    const at = this.field(slot);
    return at != 0 && head.read(at, this.end) && head.major == Major.Unsigned ? head.argument : 0;
  }

  /** A field that is a text, as text or as bytes; `null` for none. All but the value may be missing. */
  text(slot: Slot): string | null {
    const at = this.field(slot);
    if (at == 0 || !head.read(at, this.end)) return null;
    if (slot != Slot.Value) {
      if (head.major != Major.Array || head.argument != 1) return null;
      head.read(head.next, this.end);
    }
    if (head.major != Major.Text && head.major != Major.Bytes) return null;
    return String.UTF8.decodeUnsafe(head.next, head.argument);
  }
}

const head = new Head();

/** Memory for so many nodes is asked for at once. */
const AT_ONCE = 32;

/** Where there is room for nodes, and for how many. */
let memoryOfNodes: usize = 0;
let free = 0;
