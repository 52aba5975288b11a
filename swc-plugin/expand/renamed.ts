import { Node } from "../ast/node.ts";
import { Writer } from "../cbor/writer.ts";
import { Edit, Edits } from "./edits.ts";
import { beginKeyValue, writeIdent, writeName } from "./encode.ts";
import { isShorthand } from "./self-references.ts";

/** Another name in the place of an identifier; `{ name }` becomes `{ name: other }`. */
export class Renamed extends Edit {
  /** @param written the name in the file */
  constructor(
    private readonly identifier: Node,
    private readonly written: string,
    private readonly name: string,
    private readonly context: u32,
  ) {
    super(isShorthand(identifier) ? identifier.outer : identifier.start, identifier.end);
  }

  write(out: Writer, _edits: Edits): void {
    const lo = this.identifier.lo;
    const hi = this.identifier.hi;
    if (this.from == this.identifier.start) writeIdent(out, this.name, this.context, lo, hi);
    else {
      beginKeyValue(out, this.written, lo, hi);
      writeName(out, this.name, this.context, lo, hi);
    }
  }
}
