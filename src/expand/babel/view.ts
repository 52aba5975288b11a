import type { Node as BabelNode, Program as BabelProgram } from "@babel/types";
import type { Program } from "oxc-parser";
import type { Node } from "../syntax.ts";
import { shapeOf } from "./shapes.ts";

/** Where a node of Babel's tree hangs: in a node under a name, or in a list at an index. */
interface Place {
  node: BabelNode;
  holder: object;
  key: string | number;
}

/** A node of the view. */
type Placed = Node & { place: Place };

/**
 * Babel's tree as the reader of macros knows trees: ESTree, as oxc-parser gives it. Every node of the
 * view stands for one of Babel's, which stay as they are.
 */
export class View {
  readonly program: Program;
  readonly #code: string;

  /** @param code the text that the tree's offsets count in; empty when there is none */
  constructor(program: BabelProgram, code: string) {
    this.#code = code;
    const place = { node: program, holder: [program], key: 0 };
    this.program = this.#node(place, 0, code.length, false) as Program;
  }

  /** The node of Babel's tree that a node of the view stands for now. */
  babel<T extends BabelNode = BabelNode>(node: Node): T {
    return (node as Placed).place.node as T;
  }

  /** Puts another node in the place of one of Babel's tree. */
  replace(node: Node, replacement: BabelNode): void {
    const { place } = node as Placed;
    (place.holder as Record<string | number, unknown>)[place.key] = replacement;
    place.node = replacement;
  }

  /**
   * @param aroundStart where the node above stands, for those that stand nowhere themselves
   * @param inChain whether the node continues the optional chain that the one above belongs to
   */
  #node(place: Place, aroundStart: number, aroundEnd: number, inChain: boolean): Node {
    const { node } = place;
    // What another plugin has made of a node may have its lines and columns alone, and offsets there.
    const start = node.start ?? node.loc?.start?.index ?? aroundStart;
    const end = node.end ?? node.loc?.end?.index ?? aroundEnd;
    const fields = shapeOf(node, {
      read: (name) => this.#field(node, name, start, end),
      add: (added) => Object.assign(added, { start, end, place }),
    });
    fields.start = start;
    fields.end = end;
    fields.place = place;
    const shaped = fields as unknown as Placed;
    const isTop = !inChain && isChainElement(node);
    const chained = isTop ? wrap("ChainExpression", shaped, start, end) : shaped;
    const open = node.extra?.parenthesized ? node.extra.parenStart : null;
    if (typeof open !== "number") return chained;
    const close = this.#code.indexOf(")", end) + 1 || end;
    return wrap("ParenthesizedExpression", chained, open, close);
  }

  /** What a field of a node holds, as the view has it. */
  #field(node: BabelNode, name: string, start: number, end: number): unknown {
    const value = (node as unknown as Record<string, unknown>)[name];
    if (isNode(value)) {
      const inChain = isChainElement(node) && continuesChain(name, value);
      return this.#node({ node: value, holder: node, key: name }, start, end, inChain);
    }
    if (!Array.isArray(value)) return value;
    return value.map((item: unknown, key) =>
      isNode(item) ? this.#node({ node: item, holder: value, key }, start, end, false) : item,
    );
  }
}

function wrap(type: string, expression: Placed, start: number, end: number): Placed {
  return { type, expression, start, end, place: expression.place } as unknown as Placed;
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
