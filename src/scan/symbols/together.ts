import { posix } from "node:path";
import type { ModuleExportName } from "oxc-parser";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { parse } from "../../expand/parse.ts";
import type { Range } from "../../expand/site.ts";
import type { Node } from "../../expand/syntax.ts";
import { declaredWithCalls } from "../../messages.ts";
import { demangle, interfacePath, parseSpecifier } from "../../naming.ts";
import type { Package } from "../package-graph.ts";
import { readText } from "../read-file.ts";

/**
 * Warnings of files of the output that import what implements an interface of their own package, and
 * export classes: an implementation that extends one runs before it is there (CI2012). Nobody may do
 * that yet, but once it is published it is too late.
 *
 * @param files absolute paths
 */
export function reportTogether(item: Package, files: Iterable<string>): Diagnostic[] {
  const defined = new Set(
    item.files.flatMap(({ definitions }) =>
      definitions.map(({ namespace, name }) => interfacePath(namespace, name)),
    ),
  );
  if (defined.size === 0) return [];
  return [...new Set(files)].sort().flatMap((file): Diagnostic[] => {
    const code = readText(file);
    if (typeof code !== "string" || !/\bclass\b/.test(code)) return [];
    if (!code.includes("crate-interface/link/") && !code.includes("crate-interface/object/")) {
      return [];
    }
    const { called, classes } = readFile(code, file);
    const own = called.filter((path) => defined.has(path));
    const [first] = classes;
    if (own.length === 0 || !first) return [];
    const list = (names: readonly string[]): string =>
      [...new Set(names)].map((name) => `\`${name}\``).join(", ");
    const path = posix.relative(item.dir, file);
    const message = declaredWithCalls(path, list(own), list(classes.map(({ name }) => name)));
    const { start, end } = first;
    return [diagnose(message, { file, start, end }, { severity: "warning" })];
  });
}

/** What a file of JavaScript calls, by the path of the interface, and the classes that it exports. */
interface OutputFile {
  called: string[];
  /** With the names that they are exported by, and the places of those that they are declared by. */
  classes: (Range & { name: string })[];
}

function readFile(code: string, file: string): OutputFile {
  const found: OutputFile = { called: [], classes: [] };
  const body = parse(code, file).program?.body ?? [];
  const declared = new Map(body.flatMap(classesOf));
  for (const statement of body) {
    if ("source" in statement && statement.source) {
      const parts = parseSpecifier(statement.source.value);
      if (parts) found.called.push(interfacePath(parts.namespace, parts.interfaceName));
    } else if (statement.type === "ExportNamedDeclaration") {
      for (const { local, exported } of statement.specifiers) {
        // Rspack exports variables, which it reads from getters of what has the name.
        const range = declared.get(nameOf(local)) ?? declared.get(nameOf(exported));
        // What is exported by a symbol is for callers, and whoever extends it calls.
        if (range && !demangle(nameOf(exported))) {
          found.classes.push({ ...range, name: nameOf(exported) });
        }
      }
      for (const [name, range] of classesOf(statement)) found.classes.push({ ...range, name });
    }
  }
  return found;
}

/** The classes that a statement declares: bundlers write `var Base = class {}`. */
function classesOf(statement: Node): [name: string, range: Range][] {
  const declaration =
    statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type === "ClassDeclaration" && declaration.id) {
    const { name, start, end } = declaration.id;
    return [[name, { start, end }]];
  }
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id, init }): [string, Range][] => {
    if (id.type !== "Identifier" || init?.type !== "ClassExpression") return [];
    return [[id.name, { start: id.start, end: id.end }]];
  });
}

function nameOf(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
