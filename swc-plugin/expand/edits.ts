import { Head } from "../cbor/head.ts";
import { Writer } from "../cbor/writer.ts";
import { sort } from "./sort.ts";

/**
 * Something else in the place of a piece of the input; where the piece is empty, something that is
 * inserted there. What is written may hold parts of the input in turn, with the edits in them: so
 * macros stand in arguments of macros, and in members.
 */
export abstract class Edit {
  /** Whether it belongs to what ends where it begins, and so stands before what belongs to the next. */
  isBehind: bool = false;

  /** Takes the addresses of the piece. */
  constructor(
    public from: usize,
    public to: usize,
  ) {}

  abstract write(out: Writer, edits: Edits): void;
}

/** Nothing in the place of a piece. */
export class Removal extends Edit {
  write(_out: Writer, _edits: Edits): void {}
}

/** How many items a list has when all is written: as it is, if that is as many as before. */
export class ListSize extends Edit {
  items: i32;

  constructor(
    from: usize,
    to: usize,
    private readonly before: i32,
  ) {
    super(from, to);
    this.items = before;
  }

  write(out: Writer, _edits: Edits): void {
    if (this.items == this.before) out.raw(this.from, this.to);
    else out.array(this.items);
  }
}

/** The edits of a program. */
export class Edits {
  private list: Edit[] = [];

  add(edit: Edit): void {
    this.list.push(edit);
  }

  /** The size of a list, to be changed by whoever adds or removes items. */
  sizeOf(list: usize): ListSize {
    head.read(list, usize.MAX_VALUE);
    const size = new ListSize(list, head.next, head.argument);
    this.add(size);
    return size;
  }

  /** To be called between adding and copying. What is inserted in one place stays in order. */
  sort(): void {
    sort<Edit>(this.list, isAfter);
  }

  /** Writes a piece of the input with the edits in it. */
  copy(out: Writer, from: usize, to: usize): void {
    const list = this.list;
    let at = from;
    for (let i = this.firstFrom(from); i < list.length && list[i].from < to; ) {
      const edit = list[i];
      out.raw(at, edit.from);
      edit.write(out, this);
      at = edit.to;
      // Those inside of it are its own.
      i = edit.to == edit.from ? i + 1 : this.firstFrom(at);
    }
    out.raw(at, to);
  }

  /** The index of the first edit that does not begin before an address. */
  private firstFrom(address: usize): i32 {
    let first = 0;
    let above = this.list.length;
    while (first < above) {
      const middle = (first + above) >> 1;
      if (this.list[middle].from < address) first = middle + 1;
      else above = middle;
    }
    return first;
  }
}

/** What is inserted in a place stands before what is replaced from there on. */
function isAfter(edit: Edit, other: Edit): bool {
  if (edit.from != other.from) return edit.from > other.from;
  return edit.to != other.to ? edit.to > other.to : other.isBehind && !edit.isBehind;
}

const head = new Head();
