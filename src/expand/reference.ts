import { localAlias, notAnInterface } from "../messages.ts";
import type { Reader } from "./reader.ts";
import type { Reference } from "./site.ts";
import { type Node, unwrap } from "./syntax.ts";

/**
 * Reads a reference to an interface: a named import, a member of a namespace import, or the
 * definition in the same file. Reports anything else and returns `null`.
 */
export function readReference(reader: Reader, node: Node): Reference | null {
  const target = unwrap(node);
  if (target.type === "Identifier") return readIdentifier(reader, target);
  if (target.type === "MemberExpression" && isNamespaceImport(reader, target.object)) {
    const { property } = target;
    if (target.computed || target.optional || property.type !== "Identifier") {
      return reader.reportNotAnInterface("a computed or optional access", target);
    }
    const binding = reader.module.binding(unwrap(target.object));
    if (binding?.kind !== "import") return null;
    return {
      name: property.name,
      source: binding.source,
      identifier: unwrap(target.object),
      start: target.start,
      end: target.end,
    };
  }
  return reader.reportNotAnInterface(describe(target), target);
}

/** Whether a node names a namespace import, so that its members may be interfaces. */
export function isNamespaceImport(reader: Reader, node: Node): boolean {
  const binding = reader.module.binding(unwrap(node));
  return binding?.kind === "import" && binding.imported === "*" && !binding.typeOnly;
}

function readIdentifier(
  reader: Reader,
  node: Extract<Node, { type: "Identifier" }>,
): Reference | null {
  const { name, start, end } = node;
  const binding = reader.module.binding(node);
  const at = { start, end };
  switch (binding?.kind) {
    case "import": {
      if (binding.typeOnly) {
        return reader.reportNotAnInterface("`" + name + "`, which is imported as a type only", at);
      }
      if (binding.imported === "*") {
        return reader.reportNotAnInterface("the namespace import `" + name + "`", at);
      }
      if (binding.imported === "default") {
        return reader.reportNotAnInterface("the default import `" + name + "`", at);
      }
      return { name: binding.imported, source: binding.source, identifier: node, ...at };
    }
    case "const": {
      if (reader.sites.defines.some((define) => define.id === binding.declarator.id)) {
        return { name, source: null, identifier: node, ...at };
      }
      // A definition that was reported as misplaced is not reported again at its uses.
      if (isDefinition(reader, binding.declarator.init)) return null;
      reader.report(
        isInterface(reader, binding.declarator.init)
          ? localAlias(name)
          : notAnInterface("the constant `" + name + "`"),
        at,
      );
      return null;
    }
    case "class":
      return reader.reportNotAnInterface("the class `" + name + "`", at);
    case "other":
      return reader.reportNotAnInterface("`" + name + "`", at);
    default: {
      const scope = reader.module.scopes.resolve(name, node);
      const found = scope ? "the local `" + name + "`" : "`" + name + "`, which is not declared";
      const alias = scope && localInit(scope, name);
      if (alias && isInterface(reader, alias)) {
        reader.report(localAlias(name), at);
        return null;
      }
      return reader.reportNotAnInterface(found, at);
    }
  }
}

/** Whether an initializer is a `def_interface` call. */
function isDefinition(reader: Reader, init: Node | null): boolean {
  const call = init && unwrap(init);
  if (call?.type !== "CallExpression") return false;
  const binding = reader.module.binding(unwrap(call.callee));
  return binding?.kind === "import" && binding.imported === "def_interface";
}

/** Whether an initializer names an import or a definition: what makes a variable an alias. */
function isInterface(reader: Reader, init: Node | null): boolean {
  const value = init && unwrap(init);
  if (value?.type === "MemberExpression") return isNamespaceImport(reader, value.object);
  const binding = value ? reader.module.binding(value) : null;
  if (binding?.kind === "import") return true;
  return (
    binding?.kind === "const" &&
    (isDefinition(reader, binding.declarator.init) || isInterface(reader, binding.declarator.init))
  );
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
