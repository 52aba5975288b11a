import { Head, Major, skip } from "../cbor/head.ts";
import { Search } from "../cbor/search.ts";
import { Atom, Atoms } from "./atoms.ts";
import { fieldsOf, isEnum, variantOf } from "./lookup.ts";
import { Node } from "./node.ts";
import { Holds, Slot, STRUCTS, Type } from "./shapes.ts";

/**
 * The tree in the bytes that the host sends, as far as `shapes.ts` knows it. What that does not know
 * has a node of type `Opaque`, what only TypeScript sees one of type `OnlyTypes`; of what is in these
 * there are the identifiers.
 *
 * The bodies of functions are read when they are asked for, or for a name that occurs in them: most
 * of a file has nothing to do with macros. Reading is a loop: how deep code nests is not up to us.
 */
export class Tree {
  readonly atoms: Atoms = new Atoms();
  /** The module or script; `null` when the bytes are none that are known. */
  root: Node | null = null;
  /** Of each atom the first and the last identifier of that name, of those that are read. */
  private firsts: Array<Node | null> = [];
  private lasts: Array<Node | null> = [];
  /** Whether all identifiers of an atom are read. */
  private complete: Array<bool> = [];
  /** The bodies of functions that were not read at once. */
  private bodies: Node[] = [];

  /** The structs that are not read to their end, innermost last. */
  private frames: Array<Frame> = [];
  private at: usize;
  private end: usize;

  constructor(start: usize, end: usize) {
    this.at = start;
    this.end = end;
    const root = this.item(null, Slot.None, Type.Program);
    this.readFrames();
    if (this.at == end && (root.type == Type.Module || root.type == Type.Script)) {
      this.root = root;
      this.collect(root);
    }
  }

  /** The first identifier of a name; the others follow by `sameName`. */
  named(atom: Atom): Node | null {
    if (atom == 0) return null;
    if (!this.complete[atom]) {
      this.complete[atom] = true;
      this.readWhere(Search.forText(this.atoms.text(atom)));
    }
    return this.firsts[atom];
  }

  /** The atom of a text; 0 if the file has no such name. */
  atom(text: string): Atom {
    this.readWhere(Search.forText(text));
    return this.atoms.known(text);
  }

  /** Reads the bodies in which bytes occur, and the bodies in those. */
  readWhere(search: Search): void {
    const bodies = this.bodies;
    for (let i = 0; i < bodies.length; i++) {
      const body = bodies[i];
      if (body.unread && search.first(body.start, body.end) != 0) body.read();
    }
  }

  /** Reads a body that was passed over. Only nodes call this. */
  readBody(body: Node): void {
    this.at = body.start;
    this.begin(body, Type.FunctionBody);
    this.readFrames();
    this.collect(body);
  }

  private readFrames(): void {
    while (this.frames.length > 0) this.step(this.frames[this.frames.length - 1]);
  }

  /** Makes the identifiers in a node known by their names. */
  private collect(root: Node): void {
    while (this.firsts.length < this.atoms.count) {
      this.firsts.push(null);
      this.lasts.push(null);
      this.complete.push(false);
    }
    for (let node: Node | null = root; node; node = node.followingRead(root)) {
      if (node.type == Type.Ident) this.insert(node);
    }
  }

  /** Puts an identifier among those of its name, in their order. */
  private insert(node: Node): void {
    const last = this.lasts[node.atom];
    if (!last || last.start < node.start) {
      if (last) last.sameName = node;
      else this.firsts[node.atom] = node;
      this.lasts[node.atom] = node;
      return;
    }
    let before: Node | null = null;
    let behind = this.firsts[node.atom];
    while (behind && behind.start < node.start) {
      before = behind;
      behind = behind.sameName;
    }
    node.sameName = behind;
    if (before) before.sameName = node;
    else this.firsts[node.atom] = node;
  }

  /** Reads the next field of a struct, or the next item of one, or closes the struct. */
  private step(frame: Frame): void {
    if (frame.items > 0) {
      frame.items--;
      if (frame.holes && !this.isThere()) return;
      this.item(frame.node, frame.slot, frame.type);
      return;
    }
    if (frame.fields == 0) {
      this.frames.pop();
      this.close(frame.node);
      return;
    }
    frame.slot = <Slot>STRUCTS[frame.field];
    frame.type = <Type>STRUCTS[frame.field + 2];
    const holds = <Holds>STRUCTS[frame.field + 1];
    frame.holes = holds == Holds.Holes;
    frame.field += 3;
    frame.fields--;
    if (!this.field(frame, holds)) this.giveUp(frame.node);
  }

  /** Reads a field, or how many items it has. Returns false if it is not what it should be. */
  private field(frame: Frame, holds: Holds): bool {
    const node = frame.node;
    if (holds == Holds.One) {
      frame.items = 1;
      return true;
    }
    if (holds == Holds.Scalar) return this.pass();
    if (holds == Holds.Types) return this.scan(this.add(node, Type.OnlyTypes, frame.slot));
    if (!head.read(this.at, this.end)) return false;
    if (holds == Holds.Ctxt) {
      node.ctxt = head.argument;
      this.at = head.next;
      return head.major == Major.Unsigned;
    }
    if (holds == Holds.Sym) {
      if (head.major != Major.Text || head.argument > <u32>(this.end - head.next)) return false;
      node.atom = this.atoms.of(head.next, head.argument);
      this.at = head.next + head.argument;
      return true;
    }
    if (holds == Holds.Lo || holds == Holds.Hi) {
      if (holds == Holds.Lo) node.lo = head.argument;
      else node.hi = head.argument;
      this.at = head.next;
      return head.major == Major.Unsigned;
    }
    if (head.major != Major.Array) return false;
    const items = head.argument;
    this.at = head.next;
    if (holds == Holds.Span) return items == 2 && this.span(node);
    if (holds == Holds.Dots) return this.dots(node, items);
    frame.items = items;
    if (holds != Holds.Option && holds != Holds.OptionList) return true;
    if (items == 0 || holds == Holds.Option) return items <= 1;
    if (items > 1 || !head.read(this.at, this.end) || head.major != Major.Array) return false;
    frame.items = head.argument;
    this.at = head.next;
    return true;
  }

  private span(node: Node): bool {
    if (!head.read(this.at, this.end) || head.major != Major.Unsigned) return false;
    node.lo = head.argument;
    if (!head.read(head.next, this.end) || head.major != Major.Unsigned) return false;
    node.hi = head.argument;
    this.at = head.next;
    return true;
  }

  /** The dots of a spread, which alone have no end that matters. */
  private dots(node: Node, items: u32): bool {
    if (items == 1) {
      if (!head.read(this.at, this.end) || head.major != Major.Array) return false;
      items = head.argument;
      this.at = head.next;
    }
    if (items != 2) return items == 0;
    const isSpan = this.span(node);
    node.hi = 0;
    return isSpan;
  }

  /** Whether an item that may be left out is there. */
  private isThere(): bool {
    if (!head.read(this.at, this.end) || head.major != Major.Array || head.argument > 1) {
      this.fail();
      return false;
    }
    this.at = head.next;
    return head.argument == 1;
  }

  /** Begins a node: through the tags of enums to the struct. */
  private item(parent: Node | null, slot: Slot, expected: Type): Node {
    const node = this.add(parent, Type.Opaque, slot);
    let type = expected;
    while (isEnum(type)) {
      if (!head.read(this.at, this.end) || head.major != Major.Tag) break;
      if (type == Type.Expr) node.expr = this.at;
      type = variantOf(type, head.argument);
      this.at = head.next;
    }
    node.start = this.at;
    if (type == Type.OnlyTypes) node.type = type;
    else if (this.begin(node, type)) return node;
    this.scan(node);
    return node;
  }

  /** Begins a struct, if what stands here can be one. */
  private begin(node: Node, type: Type): bool {
    if (!head.read(this.at, this.end) || head.major != Major.Array) return false;
    const fields = fieldsOf(type, head.argument);
    if (fields == 0) return false;
    const count = head.argument;
    const next = head.next;
    node.type = type;
    if (type == Type.FunctionBody && node.end == 0) return this.pass() && this.postpone(node, next);
    this.at = next;
    this.frames.push(new Frame(node, fields, count));
    return true;
  }

  /** Leaves a body for later. Its span, from which that of others is made, comes first in it. */
  private postpone(body: Node, fields: usize): bool {
    body.end = this.at;
    if (head.read(fields, this.at) && head.major == Major.Array && head.argument == 2) {
      this.at = head.next;
      if (this.span(body)) {
        body.unread = this;
        this.bodies.push(body);
      }
    }
    this.at = body.end;
    return body.unread != null;
  }

  private add(parent: Node | null, type: Type, slot: Slot): Node {
    const node = new Node(type, slot, this.at);
    node.parent = parent;
    if (!parent) return node;
    const last = parent.last;
    if (last) last.next = node;
    else parent.inner = node;
    parent.last = node;
    return node;
  }

  /** A struct of its type is not what the table says: it and all in it are unknown. */
  private giveUp(node: Node): void {
    if (this.at == 0) return;
    this.frames.pop();
    this.at = node.start;
    node.type = Type.Opaque;
    node.inner = null;
    node.last = null;
    this.scan(node);
    // Bodies in it that were put off are part of nothing now; they are the last ones.
    const bodies = this.bodies;
    while (bodies.length > 0) {
      const start = bodies[bodies.length - 1].start;
      if (start < node.start || start >= node.end) break;
      bodies.pop();
    }
  }

  /** Passes over an item of which only the identifiers are read. */
  private scan(node: Node): bool {
    const start = this.at;
    if (!this.pass()) return false;
    const behind = this.at;
    for (this.at = start; this.at < behind; ) {
      if (this.identifier(node)) continue;
      head.read(this.at, behind);
      const isString = head.major == Major.Text || head.major == Major.Bytes;
      this.at = isString ? head.next + head.argument : head.next;
    }
    this.close(node);
    return true;
  }

  /** Reads `[[lo, hi], context, name, optional]`, which only identifiers are. */
  private identifier(parent: Node): bool {
    const at = this.at;
    if (load<u16>(at) != 0x8284) return false;
    const last = parent.last;
    const node = this.add(parent, Type.Ident, Slot.Ident);
    const frame = new Frame(node, fieldsOf(Type.Ident, 4), 3);
    this.at = at + 1;
    let isIdentifier = true;
    for (; isIdentifier && frame.fields > 0; frame.fields--) {
      isIdentifier = this.field(frame, <Holds>STRUCTS[frame.field + 1]);
      frame.field += 3;
    }
    const optional = load<u8>(this.at) & 0xfe;
    if (isIdentifier && optional == 0xf4) {
      this.at++;
      node.end = this.at;
      return true;
    }
    this.at = at;
    parent.last = last;
    if (last) last.next = null;
    else parent.inner = null;
    return false;
  }

  private close(node: Node): void {
    node.end = this.at;
    // Such as `key: value`, which SWC has no span for. Fields are not in the order of the source.
    if (node.hi != 0) return;
    let lo = node.lo != 0 ? node.lo : u32.MAX_VALUE;
    let child = node.inner;
    while (child) {
      // What the host made itself, and types that name nothing, are nowhere.
      if (child.lo != 0) lo = min(lo, child.lo);
      node.hi = max(node.hi, child.hi);
      child = child.next;
    }
    node.lo = lo != u32.MAX_VALUE ? lo : 0;
  }

  /** Passes over an item. */
  private pass(): bool {
    const behind = skip(this.at, this.end);
    if (behind == 0) this.fail();
    else this.at = behind;
    return behind != 0;
  }

  /** The bytes are no CBOR: nothing more can be read. */
  private fail(): void {
    this.at = 0;
    this.frames = [];
  }
}

/** A struct that is being read. */
class Frame {
  node: Node;
  /** Where its next field stands in the table, and how many there are left. */
  field: i32;
  fields: u32;
  /** Of the field that is being read: how many items are left, and what they are. */
  items: u32 = 0;
  slot: Slot = Slot.None;
  type: Type = Type.None;
  holes: bool = false;

  constructor(node: Node, field: i32, fields: u32) {
    this.node = node;
    this.field = field;
    this.fields = fields;
  }
}

const head = new Head();
