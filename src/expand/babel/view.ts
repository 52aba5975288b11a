import type { Node as BabelNode, Program as BabelProgram } from "@babel/types";
import type { Program } from "oxc-parser";
import type { Node } from "../syntax.ts";
import { type Fields, type Shaping, shapeOf } from "./shapes.ts";

/** A node of the view. */
type Placed = Node & { place: Place };

/**
 * Babel's tree as the reader of macros knows trees: ESTree, as oxc-parser gives it. Every node of the
 * view stands for one of Babel's, which stay as they are.
 */
export class View {
  readonly program: Program;

  /** @param code the text that the tree's offsets count in; empty when there is none */
  constructor(program: BabelProgram, code: string) {
    const place = new Place(code, program, [program], 0, 0, code.length);
    this.program = place.view(false) as Program;
  }

  /** The node of Babel's tree that a node of the view stands for now. */
  babel<T extends BabelNode = BabelNode>(node: Node): T {
    return (node as Placed).place.node as T;
  }

  /** Puts another node in the place of one of Babel's tree. */
  replace(node: Node, replacement: BabelNode): void {
    (node as Placed).place.put(replacement);
  }
}

/** Where a node of Babel's tree hangs: in a node under a name, or in a list at an index. */
class Place implements Shaping {
  node: BabelNode;
  readonly #code: string;
  readonly #holder: object;
  readonly #key: string | number;
  readonly #start: number;
  readonly #end: number;

  /** @param start where the node above stands, for nodes that stand nowhere themselves */
  constructor(
    code: string,
    node: BabelNode,
    holder: object,
    key: string | number,
    start: number,
    end: number,
  ) {
    this.node = node;
    this.#code = code;
    this.#holder = holder;
    this.#key = key;
    // What another plugin has made of a node may have its lines and columns alone, and offsets there.
    this.#start = node.start ?? node.loc?.start?.index ?? start;
    this.#end = node.end ?? node.loc?.end?.index ?? end;
  }

  /** @param inChain whether the node continues the optional chain that the one above belongs to */
  view(inChain: boolean): Node {
    const { node } = this;
    const shaped = this.add(shapeOf(node, this));
    const chained =
      !inChain && isChainElement(node)
        ? this.add({ type: "ChainExpression", expression: shaped })
        : shaped;
    const open = node.extra?.parenthesized ? node.extra.parenStart : null;
    if (typeof open !== "number") return chained as unknown as Node;
    const around = this.add({ type: "ParenthesizedExpression", expression: chained });
    around.start = open;
    around.end = this.#code.indexOf(")", this.#end) + 1 || this.#end;
    return around as unknown as Node;
  }

  add(fields: Fields): Fields {
    fields.start = this.#start;
    fields.end = this.#end;
    fields.place = this;
    return fields;
  }

  read(name: string): unknown {
    const { node } = this;
    const value = (node as unknown as Record<string, unknown>)[name];
    if (isNode(value)) {
      const inChain = isChainElement(node) && continuesChain(name, value);
      return this.#below(value, node, name).view(inChain);
    }
    if (!Array.isArray(value)) return value;
    return value.map((item: unknown, key) =>
      isNode(item) ? this.#below(item, value, key).view(false) : item,
    );
  }

  put(node: BabelNode): void {
    (this.#holder as Record<string | number, unknown>)[this.#key] = node;
    this.node = node;
  }

  #below(node: BabelNode, holder: object, key: string | number): Place {
    return new Place(this.#code, node, holder, key, this.#start, this.#end);
  }
}

function isNode(value: unknown): value is BabelNode {
  return typeof value === "object" && value !== null && "type" in value;
}

/** Babel has no node around an optional chain: it says of every element that it belongs to one. */
function isChainElement(node: BabelNode): boolean {
  if (node.type === "TSNonNullExpression") {
    return !node.expression.extra?.parenthesized && isChainElement(node.expression);
  }
  return node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression";
}

function continuesChain(name: string, child: BabelNode): boolean {
  const isHead = name === "object" || name === "callee" || name === "expression";
  return isHead && !child.extra?.parenthesized;
}
