import { linkSpecifier, mangle } from "../../src/naming.ts";
import { Atoms } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import {
  beginDeclarator,
  beginExported,
  beginExports,
  continueDeclarator,
  endExported,
  endExports,
  writeIdent,
  writeName,
} from "./encode.ts";
import { UseSite } from "./site.ts";

/** `hello = __HelloIf_hello, g = __HelloIf_greet` in place of the pattern and the call. */
export class LinkedDeclarators extends Edit {
  constructor(
    private readonly site: UseSite,
    private readonly declarator: Node,
    /** What the callers are linked to. */
    private readonly names: string[],
    private readonly context: u32,
  ) {
    super(declarator.outer, declarator.end);
  }

  write(out: Writer, _edits: Edits): void {
    const declarator = this.declarator;
    const callers = this.site.callers;
    for (let i = 0; i < callers.length; i++) {
      const local = callers[i].local;
      const node = callers[i].node;
      beginDeclarator(out, local.lo, node.hi);
      out.raw(local.start, local.end);
      continueDeclarator(out);
      writeName(out, this.names[i], this.context, node.lo, node.hi);
      out.bool(false);
      const next = i + 1 < callers.length ? callers[i + 1].node.lo - 1 : declarator.hi;
      commentsBehind(i > 0 ? node.lo : declarator.lo, next, node.hi);
    }
  }
}

/**
 * `export { __HelloIf_hello as hello } from "…"` for each site of a statement: in its place, or behind
 * it when it declares other names too.
 */
export class Reexports extends Edit {
  constructor(
    private readonly sites: UseSite[],
    private readonly statement: Node,
    isAll: bool,
    private readonly atoms: Atoms,
  ) {
    super(isAll ? statement.outer : statement.end, statement.end);
    this.isBehind = !isAll;
  }

  write(out: Writer, _edits: Edits): void {
    const hi = this.statement.hi;
    for (let i = 0; i < this.sites.length; i++) {
      const site = this.sites[i];
      const declarator = site.declarator;
      this.reexport(out, site);
      if (declarator && this.isBehind) commentsBehind(declarator.lo, declarator.hi, hi);
    }
    if (!this.isBehind) commentsBehind(this.statement.lo + 1, hi, hi);
  }

  private reexport(out: Writer, site: UseSite): void {
    const lo = this.statement.lo;
    const hi = this.statement.hi;
    const name = site.reference.name;
    beginExports(out, site.callers.length, lo, hi);
    for (let i = 0; i < site.callers.length; i++) {
      const caller = site.callers[i];
      const at = caller.node;
      beginExported(out, at.lo, at.hi);
      writeIdent(out, mangle(site.namespace, name, caller.member), 0, at.lo, at.hi);
      endExported(out, this.atoms.text(caller.local.atom), at.lo, at.hi);
    }
    endExports(out, linkSpecifier(site.namespace, name));
  }
}
