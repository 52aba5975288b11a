import { type Node, type Program, visitorKeys } from "oxc-parser";

/** A node of a linked tree; every node but the program has a parent. */
export type { Node };

/**
 * Calls `enter` for a node and everything below it, in source order. `enter` returns `false` to
 * stay out of a node.
 */
export function walk(node: Node, enter: (node: Node) => boolean | undefined): void {
  // A stack of its own: how deep code nests is not up to us, and the one of JavaScript ends.
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (enter(next) !== false) pushChildren(next, pending);
  }
}

/** Sets `parent` on every node below the program and calls `visit` with each, in source order. */
export function link(program: Program, visit: (node: Node) => void): void {
  walk(program, (node) => {
    if (node !== program) visit(node);
    return true;
  });
}

/** Pushes the children so that the first is on top. */
function pushChildren(node: Node, pending: Node[]): void {
  // A tree of another parser may have nodes of its own, which say where their children are.
  const keys = visitorKeys[node.type] ?? (node as { keys?: string[] }).keys;
  if (!keys) return;
  for (let i = keys.length - 1; i >= 0; i--) {
    const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[keys[i]];
    if (!child) continue;
    if (!Array.isArray(child)) {
      child.parent = node;
      pending.push(child);
      continue;
    }
    for (let k = child.length - 1; k >= 0; k--) {
      const item = child[k];
      if (!item) continue;
      item.parent = node;
      pending.push(item);
    }
  }
}

/** Looks through what only TypeScript sees, and through parentheses. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The outermost wrapper around a node: the inverse of {@link unwrap}. */
export function wrapped(node: Node): Node {
  let outer = node;
  while (outer.parent && isWrapper(outer.parent) && outer.parent.expression === outer) {
    outer = outer.parent;
  }
  return outer;
}

type Wrapper = Extract<
  Node,
  {
    type:
      | "ParenthesizedExpression"
      | "TSAsExpression"
      | "TSSatisfiesExpression"
      | "TSNonNullExpression"
      | "TSTypeAssertion"
      | "TSInstantiationExpression";
  }
>;

function isWrapper(node: Node): node is Wrapper {
  return (
    node.type === "ParenthesizedExpression" ||
    node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "TSNonNullExpression" ||
    node.type === "TSTypeAssertion" ||
    node.type === "TSInstantiationExpression"
  );
}

/** The name of a key or module export name; `null` for a computed or private one, and for most numbers. */
export function keyName(key: Node, computed: boolean): string | null {
  if (computed) return null;
  if (key.type === "Identifier") return key.name;
  if (key.type !== "Literal") return null;
  const { value } = key;
  return typeof value === "string" || isIndex(value) ? String(value) : null;
}

/** Whether a number is named by its decimal digits, however it is written, in every backend. */
function isIndex(value: unknown): boolean {
  return typeof value === "number" && value >>> 0 === value;
}

/** Whether a node is a function that has its own `this`, `super` and `arguments`. */
export function isPlainFunction(node: Node): boolean {
  return node.type === "FunctionExpression" || node.type === "FunctionDeclaration";
}

/** Whether a node stands in a type: nothing of it is left when types are stripped. */
export function isType(node: Node): boolean {
  const { type } = node;
  if (!type.startsWith("TS")) return false;
  return (
    !isWrapper(node) &&
    type !== "TSEnumDeclaration" &&
    type !== "TSEnumBody" &&
    type !== "TSEnumMember" &&
    type !== "TSModuleDeclaration" &&
    type !== "TSModuleBlock" &&
    type !== "TSParameterProperty" &&
    type !== "TSExportAssignment" &&
    type !== "TSImportEqualsDeclaration" &&
    type !== "TSExternalModuleReference"
  );
}

/** Whether a name is an identifier (ECMA-262, IdentifierName), and so can be written behind a dot. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u.test(name);
}
