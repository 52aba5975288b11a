import type { Program, TSInterfaceDeclaration, TSTypeAliasDeclaration } from "oxc-parser";
import { keyName, type Node } from "../expand/syntax.ts";

/** Where a name of a module comes from: another module's export. */
export interface ExportedName {
  source: string;
  /** `*` for the module as a namespace. */
  name: string;
}

/** The types that a module declares, imports and exports, by name. */
export interface TypeModule {
  file: string;
  /** All declarations of an interface, which TypeScript merges. */
  interfaces: Map<string, TSInterfaceDeclaration[]>;
  aliases: Map<string, TSTypeAliasDeclaration>;
  imports: Map<string, ExportedName>;
  /** Exported name to the local one, or to the module that it is re-exported from. */
  exports: Map<string, string | ExportedName>;
  /** Modules of `export * from`. */
  stars: string[];
}

/** Reads the top level of a module, which may be in several scripts. */
export function readTypeModule(file: string, ...programs: (Program | null)[]): TypeModule {
  const module: TypeModule = {
    file,
    interfaces: new Map(),
    aliases: new Map(),
    imports: new Map(),
    exports: new Map(),
    stars: [],
  };
  for (const program of programs) {
    for (const statement of program?.body ?? []) readStatement(statement, module);
  }
  return module;
}

function readStatement(statement: Node, module: TypeModule): void {
  switch (statement.type) {
    case "ImportDeclaration":
      for (const specifier of statement.specifiers) {
        const name =
          specifier.type === "ImportSpecifier"
            ? keyName(specifier.imported, false)
            : specifier.type === "ImportDefaultSpecifier"
              ? "default"
              : "*";
        const source = statement.source.value;
        if (name !== null) module.imports.set(specifier.local.name, { source, name });
      }
      return;
    case "ExportAllDeclaration":
      if (!statement.exported) module.stars.push(statement.source.value);
      else {
        const exported = keyName(statement.exported, false);
        const target = { source: statement.source.value, name: "*" };
        if (exported !== null) module.exports.set(exported, target);
      }
      return;
    case "ExportNamedDeclaration":
      if (statement.declaration) {
        const name = declare(statement.declaration, module);
        if (name !== null) module.exports.set(name, name);
      }
      for (const specifier of statement.specifiers) {
        const local = keyName(specifier.local, false);
        const exported = keyName(specifier.exported, false);
        if (local === null || exported === null) continue;
        const source = statement.source?.value;
        module.exports.set(exported, source === undefined ? local : { source, name: local });
      }
      return;
    case "ExportDefaultDeclaration": {
      const { declaration } = statement;
      if (declaration.type === "Identifier") module.exports.set("default", declaration.name);
      else {
        const name = declare(declaration, module);
        if (name !== null) module.exports.set("default", name);
      }
      return;
    }
    default:
      declare(statement, module);
  }
}

/** Notes a declaration of a type and gives its name. */
function declare(node: Node, module: TypeModule): string | null {
  if (node.type === "TSInterfaceDeclaration") {
    const { name } = node.id;
    const merged = module.interfaces.get(name);
    if (merged) merged.push(node);
    else module.interfaces.set(name, [node]);
    return name;
  }
  if (node.type === "TSTypeAliasDeclaration") {
    module.aliases.set(node.id.name, node);
    return node.id.name;
  }
  return null;
}
