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
 * Statements and the bodies of functions are read when they are asked for, or for a name that occurs
 * in them: most of a file has nothing to do with macros. Reading is a loop: how deep code nests is not
 * up to us.
 */
export class Tree {
  readonly atoms: Atoms = new Atoms(1024);
  /** The module or script; `null` when the bytes are none that are known. */
  root: Node | null = null;
  /** Of each atom the first identifier of that name that is read, and the one that was read last. */
  private firsts: Array<Node | null> = [];
  private recents: Array<Node | null> = [];
  /** Whether all identifiers of an atom are read. */
  private complete: Array<bool> = [];

  /** How often something was looked for; as often as it may be, everything is read. */
  private searches: i32 = 0;

  /** The innermost struct that is not read to its end; the others are around it. */
  private frame: Frame = new Frame(null);
  /** Whether the bytes are no CBOR. */
  private failed: bool = false;
  /** How many structs are not read to their end. */
  private depth: u32 = 0;
  private at: usize;

  constructor(
    private start: usize,
    private end: usize,
  ) {
    this.at = start;
    const root = this.item(null, Slot.None, Type.Program);
    this.readFrames();
    if (!this.failed && this.at == end && (root.type == Type.Module || root.type == Type.Script)) {
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

  /** Reads everything in which bytes occur, and what is around it. */
  readWhere(search: Search): void {
    const root = this.root;
    if (!root || this.searches == SEARCHES) return;
    if (++this.searches == SEARCHES) {
      let node: Node | null = root;
      while (node) node = node.following(root);
      return;
    }
    let item = root.inner;
    let at = search.first(this.start, this.end);
    while (at != 0 && item) {
      while (item && item.end <= at) item = item.next;
      let node = item;
      while (node) {
        let inner = node.first;
        while (inner && inner.end <= at) inner = inner.next;
        node = inner && inner.outer <= at ? inner : null;
      }
      at = search.first(at + 1, this.end);
    }
  }

  /** Reads a node that was put off. Only nodes call this. */
  readLater(node: Node): void {
    this.at = node.start;
    this.begin(node, node.type, false);
    this.readFrames();
    this.collect(node);
  }

  private readFrames(): void {
    while (this.depth > 0) this.step(this.frame);
  }

  /** Makes the identifiers in a node known by their names. */
  private collect(root: Node): void {
    while (this.firsts.length < this.atoms.count) {
      this.firsts.push(null);
      this.recents.push(null);
      this.complete.push(false);
    }
    for (let node: Node | null = root; node; node = node.followingRead(root)) {
      if (node.type == Type.Ident) this.insert(node);
    }
  }

  /** Puts an identifier among those of its name, in their order: mostly that is the order of reading. */
  private insert(node: Node): void {
    let before = this.recents[node.atom];
    if (before && before.start > node.start) before = null;
    let behind = before ? before.sameName : this.firsts[node.atom];
    while (behind && behind.start < node.start) {
      before = behind;
      behind = behind.sameName;
    }
    node.sameName = behind;
    if (before) before.sameName = node;
    else this.firsts[node.atom] = node;
    this.recents[node.atom] = node;
  }

  /** Reads the next field of a struct, or the next item of one, or closes the struct. */
  private step(frame: Frame): void {
    const node = frame.node;
    if (frame.items > 0) {
      frame.items--;
      if (!frame.holes || this.isThere(node)) this.item(node, frame.slot, frame.type);
      return;
    }
    if (frame.fields == 0) {
      this.leave();
      this.close(node);
      return;
    }
    const field = frame.field;
    frame.slot = <Slot>unchecked(STRUCTS[field]);
    frame.type = <Type>unchecked(STRUCTS[field + 2]);
    const holds = <Holds>unchecked(STRUCTS[field + 1]);
    frame.holes = holds == Holds.Holes;
    frame.field = field + 3;
    frame.fields--;
    if (!this.field(frame, node, holds)) this.giveUp(node);
  }

  /** Reads a field, or how many items it has. Returns false if it is not what it should be. */
  private field(frame: Frame, node: Node, holds: Holds): bool {
    if (holds == Holds.One) {
      frame.items = 1;
      return true;
    }
    if (holds == Holds.Scalar) return this.scalar();
    if (holds == Holds.Types) return this.types(node, frame.slot);
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

  /** What only TypeScript sees; mostly there is nothing. */
  private types(parent: Node, slot: Slot): bool {
    if (this.at < this.end && load<u8>(this.at) == EMPTY) {
      this.at++;
      return true;
    }
    return this.scan(this.add(parent, Type.OnlyTypes, slot));
  }

  private spanAt(at: usize, node: Node): bool {
    this.at = at;
    return this.span(node);
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

  /** Whether the next item of a struct, which may be left out, is there. */
  private isThere(node: Node): bool {
    if (!head.read(this.at, this.end) || head.major != Major.Array || head.argument > 1) {
      this.giveUp(node);
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
    else if (this.begin(node, type, expected == Type.Stmt || isFunction(type, parent))) return node;
    this.scan(node);
    return node;
  }

  /**
   * Begins a struct, if what stands here can be one.
   *
   * @param canWait whether its fields may be read later
   */
  private begin(node: Node, type: Type, canWait: bool): bool {
    if (!head.read(this.at, this.end) || head.major != Major.Array) return false;
    const fields = fieldsOf(type, head.argument);
    if (fields == 0) return false;
    const count = head.argument;
    this.at = head.next;
    node.type = type;
    if (!canWait || !this.postpone(node, fields, count)) this.enter(node, fields, count);
    return true;
  }

  /** Leaves a struct for later, if it has a span. */
  private postpone(node: Node, field: i32, count: u32): bool {
    const fields = this.at;
    const end = skip(node.start, this.end);
    if (end == 0) return false;
    let at = fields;
    for (; count > 0 && STRUCTS[field + 1] != Holds.Span; count--) {
      at = skip(at, end);
      field += 3;
    }
    const hasSpan =
      count > 0 &&
      head.read(at, end) &&
      head.major == Major.Array &&
      head.argument == 2 &&
      this.spanAt(head.next, node) &&
      // What the host made is where its children are.
      node.hi != 0;
    this.at = hasSpan ? end : fields;
    if (!hasSpan) return false;
    node.end = end;
    node.unread = this;
    return true;
  }

  private enter(node: Node, fields: i32, count: u32): void {
    const inner = this.frame.inner;
    const frame = inner ? inner : new Frame(this.frame);
    frame.node = node;
    frame.field = fields;
    frame.fields = count;
    frame.items = 0;
    this.frame = frame;
    this.depth++;
  }

  private leave(): void {
    const outer = this.frame.outer;
    if (outer) this.frame = outer;
    this.depth--;
  }

  private add(parent: Node | null, type: Type, slot: Slot): Node {
    const node = Node.at(this.at, type, slot);
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
    if (this.failed) return;
    this.leave();
    this.at = node.start;
    node.type = Type.Opaque;
    node.inner = null;
    node.last = null;
    this.scan(node);
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
    this.at = at + 1;
    let isIdentifier = true;
    let field = fieldsOf(Type.Ident, 4);
    for (let left = 3; isIdentifier && left > 0; left--) {
      isIdentifier = this.field(this.frame, node, <Holds>STRUCTS[field + 1]);
      field += 3;
    }
    if (isIdentifier && (load<u8>(this.at) & 0xfe) == FALSE) {
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

  /** Passes over a field without nodes, which mostly is a byte. */
  private scalar(): bool {
    if (this.at == this.end) return this.pass();
    const initial = load<u8>(this.at);
    if (initial >= 24 && initial != EMPTY && (initial & 0xfe) != FALSE) return this.pass();
    this.at++;
    return true;
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
    this.failed = true;
    this.at = this.end;
    this.depth = 0;
  }
}

/** Whether a type is that of a function, or of the body of one that cannot wait itself. */
function isFunction(type: Type, parent: Node | null): bool {
  if (type != Type.FunctionBody) return type == Type.Function;
  return parent == null || parent.type != Type.Function;
}

/** A struct that is being read. */
class Frame {
  /** The frame of a struct in it. Frames are used again and again. */
  inner: Frame | null = null;
  /** Nothing before it is entered. */
  node: Node = changetype<Node>(0);
  /** Where its next field stands in the table, and how many there are left. */
  field: i32 = 0;
  fields: u32 = 0;
  /** Of the field that is being read: how many items are left, and what they are. */
  items: u32 = 0;
  slot: Slot = Slot.None;
  type: Type = Type.None;
  holes: bool = false;

  constructor(
    /** That of the struct around it. */
    public outer: Frame | null,
  ) {
    if (outer) outer.inner = this;
  }
}

/** So many searches cost about what it costs to read everything. */
const SEARCHES = 64;

/** An array of nothing. */
const EMPTY: u8 = 0x80;
/** And one more is true. */
const FALSE: u8 = 0xf4;

const head = new Head();
