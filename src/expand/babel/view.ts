import type { Node as BabelNode, Program as BabelProgram } from "@babel/types";
import type { Program } from "oxc-parser";
import type { Range } from "../site.ts";
import type { Node } from "../syntax.ts";
import { type Fields, shapeOf } from "./shapes.ts";

/** Where a node of Babel's tree hangs: in a node under a name, or in a list at an index. */
interface Place {
  node: BabelNode;
  holder: object;
  key: string;
}

/** What keeps the elements of an optional chain together. */
interface Around extends Range {
  /** Whether the node continues the chain that the one above it belongs to. */
  inChain: boolean;
}

/**
 * Babel's tree as the reader of macros knows trees: ESTree, as oxc-parser gives it. Every node of the
 * view stands for one of Babel's, which stay as they are.
 */
export class View {
  readonly program: Program;
  readonly #code: string;
  readonly #places = new Map<Node, Place>();

  /** @param code the text that the tree's offsets count in; empty when there is none */
  constructor(program: BabelProgram, code: string) {
    this.#code = code;
    const around = { start: 0, end: code.length, inChain: false };
    this.program = this.#node({ node: program, holder: [program], key: "0" }, around) as Program;
  }

  /** The node of Babel's tree that a node of the view stands for now. */
  babel<T extends BabelNode = BabelNode>(node: Node): T {
    return this.#place(node).node as T;
  }

  /** Puts another node in the place of one of Babel's tree. */
  replace(node: Node, replacement: BabelNode): void {
    const place = this.#place(node);
    (place.holder as Record<string, unknown>)[place.key] = replacement;
    place.node = replacement;
  }

  #place(node: Node): Place {
    const place = this.#places.get(node);
    if (!place) throw new Error(`crate-interface: a ${node.type} stands for nothing`);
    return place;
  }

  #node(place: Place, around: Around): Node {
    const { node } = place;
    const range = rangeOf(node) ?? { start: around.start, end: around.end };
    const fields = shapeOf(node, range, (name) => this.#field(node, name, range));
    const shaped = this.#register({ ...range, ...fields }, place);
    const isTop = isChainElement(node) && !around.inChain;
    const chained = isTop ? this.#wrap("ChainExpression", shaped, range, place) : shaped;
    const open = node.extra?.parenthesized && node.extra.parenStart;
    if (typeof open !== "number") return chained;
    const end = this.#code.indexOf(")", range.end) + 1 || range.end;
    return this.#wrap("ParenthesizedExpression", chained, { start: open, end }, place);
  }

  /** What a field of a node holds, as the view has it. */
  #field(node: BabelNode, name: string, range: Range): unknown {
    const value = (node as unknown as Record<string, unknown>)[name];
    const inChain = isChainElement(node) && continuesChain(node, name);
    const convert = (holder: object, key: string, item: unknown): unknown =>
      isNode(item) ? this.#node({ node: item, holder, key }, { ...range, inChain }) : item;
    if (!Array.isArray(value)) return convert(node, name, value);
    return value.map((item, index) => convert(value, String(index), item));
  }

  #wrap(type: string, expression: Node, range: Range, place: Place): Node {
    return this.#register({ ...range, type, expression }, place);
  }

  /** Notes what a node stands for, and the nodes that a shape has put between it and its children. */
  #register(fields: Fields, place: Place): Node {
    const node = fields as unknown as Node;
    this.#places.set(node, place);
    for (const name in fields) {
      const value = fields[name];
      for (const item of Array.isArray(value) ? value : [value]) {
        if (isNode(item) && !this.#places.has(item as unknown as Node)) {
          this.#register(item as unknown as Fields, place);
        }
      }
    }
    return node;
  }
}

/**
 * Where a node stands in the text; `null` for one that stands for nothing there. What another plugin
 * has made of a node may have its lines and columns alone, of which Babel knows the offsets as well.
 */
function rangeOf({ start, end, loc }: BabelNode): Range | null {
  const from = start ?? loc?.start?.index;
  const to = end ?? loc?.end?.index;
  return typeof from === "number" && typeof to === "number" ? { start: from, end: to } : null;
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

function continuesChain(node: BabelNode, name: string): boolean {
  const child = (node as unknown as Record<string, BabelNode>)[name];
  const isHead = name === "object" || name === "callee" || name === "expression";
  return isHead && !child.extra?.parenthesized;
}
