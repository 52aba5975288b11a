import type { Class, Program } from "oxc-parser";
import { MACRO_MODULE } from "../naming.ts";
import { type IdentifierNode, isReference, Types } from "./identifier.ts";
import { declarePattern, Scopes } from "./scope.ts";
import { keyName, link, type Node } from "./syntax.ts";

/** What a name at the top level of the file stands for. */
export type Binding =
  | ImportBinding
  | { kind: "const"; declarator: Declarator }
  | { kind: "class"; declaration: Class }
  | { kind: "other"; node: Node };

export interface ImportBinding {
  kind: "import";
  /** The exported name; `*` for a namespace import, `default` for a default import. */
  imported: string;
  source: string;
  /** `import type`, or `type` before the specifier. */
  typeOnly: boolean;
  specifier: Specifier;
}

export type ImportDeclaration = Extract<Node, { type: "ImportDeclaration" }>;
export type Specifier = ImportDeclaration["specifiers"][number];
type Declarator = Extract<Node, { type: "VariableDeclarator" }>;

/** An occurrence of a name that refers to a binding at the top level of the file. */
export interface Occurrence {
  node: IdentifierNode;
  /** Whether it stands in a type and so is gone when types are stripped. */
  type: boolean;
}

/** One parsed file: its top-level bindings and who refers to them. */
export class Module {
  readonly program: Program;
  readonly bindings: Map<string, Binding> = new Map();
  readonly scopes: Scopes = new Scopes();
  /** Every identifier of the file, to find names that are free. */
  readonly names: Set<string> = new Set();
  /** Every node that could be a macro of another form: `import()`, `require()`, re-exports. */
  readonly moduleReferences: Node[] = [];
  /** What `import()` is given, where it is written as text. */
  readonly dynamicImports: string[] = [];
  readonly #types = new Types();
  #identifiers = new Map<string, IdentifierNode[]>();
  /** Those that were asked for; most are more than once. */
  #occurrences = new Map<string, Occurrence[]>();

  constructor(program: Program) {
    this.program = program;
    for (const statement of program.body) this.#bind(statement);
    link(program, (node) => this.#visit(node));
  }

  /** The top-level binding an identifier refers to, or `null` if something else shadows it. */
  binding(identifier: Node): Binding | null {
    if (identifier.type !== "Identifier" && identifier.type !== "JSXIdentifier") return null;
    const binding = this.bindings.get(identifier.name);
    if (!binding) return null;
    return this.scopes.resolve(identifier.name, identifier)?.type === "Program" ? binding : null;
  }

  /** All occurrences that refer to the top-level binding of that name, in source order. */
  occurrences(name: string): readonly Occurrence[] {
    let found = this.#occurrences.get(name);
    if (!found) {
      found = this.#findOccurrences(name);
      this.#occurrences.set(name, found);
    }
    return found;
  }

  #findOccurrences(name: string): Occurrence[] {
    const found: Occurrence[] = [];
    for (const node of this.#identifiers.get(name) ?? []) {
      if (isReference(node) && this.scopes.resolve(name, node)?.type === "Program") {
        found.push({ node, type: this.#types.has(node) });
      }
    }
    return found;
  }

  #visit(node: Node): void {
    switch (node.type) {
      case "Identifier":
      case "JSXIdentifier": {
        this.names.add(node.name);
        if (!this.bindings.has(node.name)) return;
        const list = this.#identifiers.get(node.name);
        if (list) list.push(node);
        else this.#identifiers.set(node.name, [node]);
        return;
      }
      case "ImportExpression":
        if (node.source.type === "Literal" && typeof node.source.value === "string") {
          this.dynamicImports.push(node.source.value);
        }
        if (this.#isMacroModule(node)) this.moduleReferences.push(node);
        return;
      case "ExportAllDeclaration":
      case "ExportNamedDeclaration":
      case "TSExternalModuleReference":
        if (this.#isMacroModule(node)) this.moduleReferences.push(node);
        return;
      case "CallExpression":
        if (
          node.callee.type === "Identifier" &&
          node.callee.name === "require" &&
          isMacroLiteral(node.arguments[0])
        ) {
          this.moduleReferences.push(node);
        }
    }
  }

  #isMacroModule(node: Node): boolean {
    if (node.type === "ImportExpression") return isMacroLiteral(node.source);
    if (node.type === "TSExternalModuleReference") return isMacroLiteral(node.expression);
    if (node.type === "ExportAllDeclaration" || node.type === "ExportNamedDeclaration") {
      return node.exportKind !== "type" && isMacroLiteral(node.source);
    }
    return false;
  }

  #bind(statement: Node): void {
    if (statement.type === "ImportDeclaration") {
      for (const specifier of statement.specifiers) {
        this.bindings.set(specifier.local.name, {
          kind: "import",
          imported: importedName(specifier),
          source: statement.source.value,
          typeOnly: isTypeOnly(statement, specifier),
          specifier,
        });
      }
      return;
    }
    const node =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? (statement.declaration as Node | null)
        : statement;
    if (node?.type === "VariableDeclaration") {
      for (const declarator of node.declarations) {
        if (declarator.id.type === "Identifier") {
          this.bindings.set(declarator.id.name, { kind: "const", declarator });
          continue;
        }
        const names = new Set<string>();
        declarePattern(declarator.id, names);
        for (const name of names) this.bindings.set(name, { kind: "other", node: declarator });
      }
    } else if (node?.type === "ClassDeclaration" && node.id) {
      this.bindings.set(node.id.name, { kind: "class", declaration: node });
    } else if (
      (node?.type === "FunctionDeclaration" || node?.type === "TSEnumDeclaration") &&
      node.id
    ) {
      this.bindings.set(node.id.name, { kind: "other", node });
    }
  }
}

/** Whether one specifier of an import is gone when types are stripped. */
export function isTypeOnly(declaration: ImportDeclaration, specifier: Specifier): boolean {
  return (
    declaration.importKind === "type" ||
    (specifier.type === "ImportSpecifier" && specifier.importKind === "type")
  );
}

function importedName(specifier: Specifier): string {
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return keyName(specifier.imported, false) ?? "";
}

function isMacroLiteral(node: Node | null | undefined): boolean {
  if (node?.type === "TemplateLiteral") return node.quasis[0].value.cooked === MACRO_MODULE;
  return node?.type === "Literal" && node.value === MACRO_MODULE;
}
