import { Atom } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { Tree } from "../ast/tree.ts";

/** What a name at the top level of the file stands for. */
export enum BindingKind {
  Import,
  /** A variable that is declared by its name; `node` is its `VarDeclarator`. */
  Const,
  /** `node` is its `Class`. */
  Class,
  Other,
}

export class Binding {
  kind: BindingKind;
  /** The identifier that declares it. */
  identifier: Node;
  /** What declares it: of an import, the specifier. */
  node: Node;
  /** Of an import: the exported name; `*` for a namespace import, `default` for a default import. */
  imported: string = "";
  source: string = "";
  /** `import type`, or `type` before the specifier. */
  typeOnly: bool = false;

  constructor(kind: BindingKind, identifier: Node, node: Node) {
    this.kind = kind;
    this.identifier = identifier;
    this.node = node;
  }
}
