import {
  defaultImport,
  hiddenInterface,
  localAlias,
  namespaceAlone,
  notAnInterface,
  ownClass,
  typeOnlyInterface,
  undeclaredInterface,
} from "../messages.ts";
import type { ImportBinding } from "./module.ts";
import type { Reader } from "./reader.ts";
import type { Reference } from "./site.ts";
import { type Node, unwrap, wrapped } from "./syntax.ts";

/**
 * Reads a reference to an interface: a named import, a member of a namespace import, or the
 * definition in the same file. Reports anything else and returns `null`.
 */
export function readReference(reader: Reader, node: Node): Reference | null {
  const target = unwrap(node);
  const found = findReference(reader, target);
  if (found) return found;
  if (target.type === "Identifier") reportIdentifier(reader, target);
  else if (target.type === "MemberExpression" && isNamespaceImport(reader, target.object)) {
    reader.report(notAnInterface("a computed or optional access"), target);
  } else reader.report(notAnInterface(describe(target)), target);
  return null;
}

/** The interface that a node refers to, or `null`; reports nothing. */
export function findReference(reader: Reader, node: Node): Reference | null {
  const target = unwrap(node);
  const { start, end } = target;
  if (target.type === "Identifier") {
    const { name } = target;
    const binding = reader.module.binding(target);
    if (binding?.kind === "import" && isByName(binding)) {
      return { name: binding.imported, source: binding.source, identifier: target, start, end };
    }
    const defined =
      binding?.kind === "const" &&
      reader.sites.defines.some((define) => define.id === binding.declarator.id);
    return defined ? { name, source: null, identifier: target, start, end } : null;
  }
  if (target.type !== "MemberExpression" || !isNamespaceImport(reader, target.object)) return null;
  const { property } = target;
  if (target.computed || target.optional || property.type !== "Identifier") return null;
  const identifier = unwrap(target.object);
  const binding = reader.module.binding(identifier);
  if (binding?.kind !== "import") return null;
  return { name: property.name, source: binding.source, identifier, start, end };
}

/** Whether a node names a namespace import, so that its members may be interfaces. */
export function isNamespaceImport(reader: Reader, node: Node): boolean {
  const binding = reader.module.binding(unwrap(node));
  return binding?.kind === "import" && binding.imported === "*" && !binding.typeOnly;
}

function isByName({ imported, typeOnly }: ImportBinding): boolean {
  return !typeOnly && imported !== "*" && imported !== "default";
}

function reportIdentifier(reader: Reader, node: Extract<Node, { type: "Identifier" }>): void {
  const { name } = node;
  const binding = reader.module.binding(node);
  switch (binding?.kind) {
    case "import":
      if (binding.typeOnly) reader.report(typeOnlyInterface(name), node);
      else if (binding.imported === "*") reader.report(namespaceAlone(name), node);
      else reader.report(defaultImport(name, binding.source), node);
      return;
    case "const": {
      // A definition that was reported as misplaced is not reported again at its uses.
      if (isDefinition(reader, binding.declarator.init)) return;
      const alias = aliasOf(reader, binding.declarator.init);
      if (alias) reportAlias(reader, name, alias, node);
      else reader.report(notAnInterface("the constant `" + name + "`"), node);
      return;
    }
    case "class": {
      const access = wrapped(node).parent;
      const isOwn = isInside(node, binding.declaration);
      if (isOwn && access?.type === "MemberExpression" && !access.computed) {
        reader.report(ownClass(name, reader.text(access.property)), node);
      } else reader.report(notAnInterface("the class `" + name + "`"), node);
      return;
    }
    case "other":
      reader.report(notAnInterface("`" + name + "`"), node);
      return;
    default: {
      const scope = reader.module.scopes.resolve(name, node);
      const alias = scope && aliasOf(reader, localInit(scope, name));
      if (!scope) reader.report(undeclaredInterface(name), node);
      else if (alias) reportAlias(reader, name, alias, node);
      else if (reader.module.bindings.has(name)) reader.report(hiddenInterface(name), node);
      else reader.report(notAnInterface("the local `" + name + "`"), node);
    }
  }
}

function reportAlias(reader: Reader, name: string, target: Node, at: Node): void {
  const binding = reader.module.binding(target);
  const renamed = binding?.kind === "import" && isByName(binding) ? binding : null;
  const { imported = "", source = null } = renamed ?? {};
  reader.report(localAlias(name, reader.text(target), imported, source), at);
}

function isInside({ start, end }: Node, outer: Node): boolean {
  return start >= outer.start && end <= outer.end;
}

/** Whether an initializer is a `def_interface` call. */
function isDefinition(reader: Reader, init: Node | null): boolean {
  const call = init && unwrap(init);
  if (call?.type !== "CallExpression") return false;
  const binding = reader.module.binding(unwrap(call.callee));
  return binding?.kind === "import" && binding.imported === "def_interface";
}

/** What a variable is an alias of: the import or definition that its initializer names. */
function aliasOf(reader: Reader, init: Node | null): Node | null {
  // `const a = b, b = a` leads nowhere.
  const passed = new Set<Node>();
  for (let next = init; next && !passed.has(next); ) {
    passed.add(next);
    const value = unwrap(next);
    if (value.type === "MemberExpression") {
      return isNamespaceImport(reader, value.object) ? value : null;
    }
    const binding = reader.module.binding(value);
    if (binding?.kind === "import") return value;
    if (binding?.kind !== "const") return null;
    next = binding.declarator.init;
    if (isDefinition(reader, next)) return value;
  }
  return null;
}

/** The initializer of a variable that a block or function declares directly. */
function localInit(scope: Node, name: string): Node | null {
  if (scope.type !== "BlockStatement" && scope.type !== "TSModuleBlock") return null;
  for (const statement of scope.body as Node[]) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) {
      if (id.type === "Identifier" && id.name === name) return init;
    }
  }
  return null;
}

/** Names a node for people. */
export function describe(node: Node): string {
  switch (node.type) {
    case "CallExpression":
      return "a call";
    case "MemberExpression":
      return "a member access";
    case "ObjectExpression":
      return "an object literal";
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return "a function";
    case "Literal":
      return "a literal";
    case "SpreadElement":
      return "a spread";
    case "ChainExpression":
      return "an optional access";
    case "ThisExpression":
      return "`this`";
    default:
      return "an expression";
  }
}
