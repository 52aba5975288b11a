import { Message } from "../../src/messages/message.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { Atoms } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { sourceText } from "../host/source.ts";
import { MemberList } from "./member-list.ts";
import { Binding, Module } from "./module.ts";
import { Problem, Range, Sites } from "./site.ts";
import { isProgram } from "./syntax.ts";

/** The node before another one in their parent. */
function nodeBefore(node: Node, parent: Node): Node | null {
  let before = parent.first;
  while (before && before.next != node) before = before.next;
  return before;
}

/** What every reader of a macro works on: the module, and the sites found so far. */
export class Reader {
  readonly sites: Sites = new Sites();
  /** What `movedExpressions` has found. */
  moved: Node[] | null = null;
  /** The interfaces that are implemented, and what by. */
  private readonly paths: Atoms = new Atoms(16);
  private readonly lists: MemberList[] = [];

  constructor(readonly module: Module) {}

  /** The name of an identifier, which every one has that is encoded as we know it. */
  name(identifier: Node): string {
    if (identifier.atom == 0) this.report(unknownEncoding(), identifier);
    return this.module.tree.atoms.text(identifier.atom);
  }

  /** A piece of the file as it is written. */
  text(node: Node): string {
    if (node.lo == 0 && node.atom != 0) return this.name(node);
    return sourceText(node.lo, node.hi);
  }

  /** The members so far of all implementations of an interface. */
  implemented(path: string): MemberList {
    const index = this.paths.add(path) - 1;
    if (<i32>index == this.lists.length) this.lists.push(new MemberList());
    return this.lists[index];
  }

  /** The import of a macro; `null` if the file has none. */
  importedMacro(macro: string): Binding | null {
    const macros = this.module.macros;
    for (let i = 0; i < macros.length; i++) {
      if (!macros[i].typeOnly && macros[i].imported == macro) return macros[i];
    }
    return null;
  }

  /** What the file calls a macro, or would. */
  macroName(macro: string): string {
    const binding = this.importedMacro(macro);
    return binding ? this.name(binding.identifier) : macro;
  }

  /** Reports a wrong use at a node. */
  report(message: Message, at: Node): void {
    // What the host made of something, such as a literal of an enum's member, has no place of its own.
    let node = at;
    let parent = at.parent;
    while (node.lo == 0 && parent) {
      // A whole statement is what decorators of the class before it became.
      const before = isProgram(parent) ? nodeBefore(node, parent) : null;
      node = before ? before : parent;
      parent = node.parent;
    }
    this.reportAt(message, node.lo, node.hi);
  }

  reportAt(message: Message, lo: u32, hi: u32): void {
    this.sites.problems.push(new Problem(message, new Range(lo, hi), null, ""));
  }

  /** Reports a wrong use that has to do with another place. */
  reportRelated(message: Message, at: Node, related: Node, text: string): void {
    const range = new Range(at.lo, at.hi);
    const other = new Range(related.lo, related.hi);
    this.sites.problems.push(new Problem(message, range, other, text));
  }
}
