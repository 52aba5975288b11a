import type { CallExpression, TSType } from "oxc-parser";
import { defineMisplaced, malformedCall, optionNotLiteral } from "../messages.ts";
import { readObjectMembers } from "./members.ts";
import { readNamespace, readOptions } from "./options.ts";
import type { Reader } from "./reader.ts";
import { readReceivers } from "./receiver.ts";
import type { DefineSite } from "./site.ts";
import { keyName, type Node, unwrap, wrapped } from "./syntax.ts";

/**
 * Reads a `def_interface` into the sites, in two steps: all definitions of a file first, so that
 * references to them resolve in any order, then {@link readDefaults}.
 */
export function readDefine(reader: Reader, call: CallExpression): DefineSite | null {
  const declarator = wrapped(call).parent as Node;
  const misplaced = findMisplaced(reader, call, declarator);
  if (misplaced !== null) {
    reader.report(defineMisplaced(misplaced), call.callee);
    return null;
  }
  if (declarator.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return null;
  if (call.arguments.length > 1) {
    reader.report(
      malformedCall("def_interface", "it takes one argument, the options"),
      call.arguments[1],
    );
  }
  const options = readOptions(reader, "def_interface", call.arguments[0], [
    "namespace",
    "defaults",
  ]);
  const declaration = declarator.parent as Node;
  const site: DefineSite = {
    call,
    name: declarator.id.name,
    id: declarator.id,
    namespace: readNamespace(reader, options),
    defaults: readDefaultMembers(reader, options),
    type: memberType(call, declarator.id.typeAnnotation?.typeAnnotation ?? null),
    statement: declaration.parent?.type === "Program" ? declaration : (declaration.parent as Node),
    start: call.start,
    end: call.end,
  };
  reader.sites.defines.push(site);
  return site;
}

/** Reads the `this.member` of the defaults: each goes through the linker, overridden or not. */
export function readDefaults(reader: Reader, site: DefineSite): void {
  const reference = { name: site.name, source: null, identifier: site.statement, ...rangeOf(site) };
  readReceivers(reader, { reference, namespace: site.namespace }, site.defaults, new Set());
}

function rangeOf(site: DefineSite): { start: number; end: number } {
  return { start: site.id.start, end: site.id.end };
}

function readDefaultMembers(reader: Reader, options: Map<string, Node>): DefineSite["defaults"] {
  const node = options.get("defaults");
  if (!node) return [];
  const object = unwrap(node);
  if (object.type === "ObjectExpression") return readObjectMembers(reader, object);
  reader.report(optionNotLiteral("defaults", "an object literal"), object);
  return [];
}

/** What the place of a call is, if it is not the initializer of an exported top-level `const`. */
function findMisplaced(reader: Reader, call: CallExpression, declarator: Node): string | null {
  if (reader.isInInstance(call)) return "in the script of a component's instance";
  if (declarator.type !== "VariableDeclarator" || declarator.init !== wrapped(call)) {
    return "not the initializer of a `const`";
  }
  if (declarator.id.type !== "Identifier") return "its result is destructured";
  const declaration = declarator.parent as Extract<Node, { type: "VariableDeclaration" }>;
  if (declaration.kind !== "const") return "declared with `" + declaration.kind + "`";
  const outer = declaration.parent as Node;
  if (outer.type === "ExportNamedDeclaration" && outer.parent?.type === "Program") return null;
  if (outer.type !== "Program") return "not at the top level of the file";
  return findExport(reader, declarator.id.name);
}

/** `null` when a list exports the name as it is; otherwise what is wrong. */
function findExport(reader: Reader, name: string): string | null {
  let renamed: string | null = null;
  for (const statement of reader.module.program.body) {
    if (statement.type !== "ExportNamedDeclaration" || statement.source) continue;
    if (statement.exportKind === "type") continue;
    for (const { local, exported, exportKind } of statement.specifiers) {
      if (keyName(local as Node, false) !== name || exportKind === "type") continue;
      const exportedName = keyName(exported as Node, false);
      if (exportedName === name) return null;
      renamed = exportedName;
    }
  }
  return renamed === null ? "not exported" : "exported under another name, `" + renamed + "`";
}

/** The `T` of `def_interface<T>()` or of `: Interface<T>`. */
function memberType(call: CallExpression, annotation: TSType | null): TSType | null {
  if (call.typeArguments) return call.typeArguments.params[0] ?? null;
  if (annotation?.type === "TSTypeReference") return annotation.typeArguments?.params[0] ?? null;
  return null;
}
