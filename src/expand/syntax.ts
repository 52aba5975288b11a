import { type Node, type Program, visitorKeys } from "oxc-parser";

/** A node of a linked tree; every node but the program has a parent. */
export type { Node };

/**
 * Calls `enter` for a node and everything below it, in source order. `enter` returns `false` to
 * stay out of a node.
 */
export function walk(node: Node, enter: (node: Node) => boolean | undefined): void {
  if (enter(node) === false) return;
  const keys = visitorKeys[node.type];
  if (!keys) return;
  for (const key of keys) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const item of child) if (item) walk(item as Node, enter);
    } else if (child) walk(child as Node, enter);
  }
}

/** Sets `parent` on every node below the program and calls `visit` with each. */
export function link(program: Program, visit: (node: Node) => void): void {
  linkChildren(program, visit);
}

function linkChildren(node: Node, visit: (node: Node) => void): void {
  const keys = visitorKeys[node.type];
  if (!keys) return;
  for (const key of keys) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const item of child) if (item) linkChild(item as Node, node, visit);
    } else if (child) linkChild(child as Node, node, visit);
  }
}

function linkChild(child: Node, parent: Node, visit: (node: Node) => void): void {
  child.parent = parent;
  visit(child);
  linkChildren(child, visit);
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

/** The name of a key or module export name; `null` for a computed or private one. */
export function keyName(key: Node, computed: boolean): string | null {
  if (computed) return null;
  if (key.type === "Identifier") return key.name;
  if (key.type === "Literal") {
    return typeof key.value === "string" ? key.value : String(key.value);
  }
  return null;
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
