import type { ImportDeclarationSpecifier, ModuleExportName } from "oxc-parser";
import { interfacesOf, keyOf } from "../expand/bare-uses.ts";
import { isTypeOnly, type Module } from "../expand/module.ts";
import { partsOf } from "../expand/parts.ts";
import { recognise } from "../expand/recognise.ts";
import { declarePattern } from "../expand/scope.ts";
import type { Range, Sites, UseSite } from "../expand/site.ts";
import { keyName, type Node } from "../expand/syntax.ts";
import {
  demangle,
  linkSpecifier,
  MACRO_MODULE,
  objectSpecifier,
  parseSpecifier,
} from "../naming.ts";
import { isCalled, isEvaluated, isHeritage } from "./evaluation.ts";
import { lateMembers } from "./late-members.ts";
import type {
  EvaluationUse,
  LateMember,
  LinkTarget,
  ModuleExport,
  PlainImport,
} from "./module-graph.ts";
import { readText } from "./read-file.ts";

/** What one file says about its imports, before they are resolved. */
export interface ModuleText {
  imports: { specifier: string; link: LinkTarget | null }[];
  exports: ModuleExport[];
  evaluationUses: EvaluationUse[];
  lateMembers: LateMember[];
  plainImports: PlainImport[];
}

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

/** Reads a module; one that is no code, or cannot be read or parsed, is empty. */
export function readModule(file: string): ModuleText {
  const module = new ModuleWriter(file);
  const code = SOURCE.test(file) ? readText(file) : "";
  if (typeof code !== "string") return module.text;
  for (const part of partsOf(code, file)) {
    const { instances } = part.component;
    module.read(recognise(part.code, part.file, part.component), instances);
  }
  return module.text;
}

/** Collects the imports and uses of one file. */
class ModuleWriter {
  readonly text: ModuleText = {
    imports: [],
    exports: [],
    evaluationUses: [],
    lateMembers: [],
    plainImports: [],
  };
  readonly #file: string;
  readonly #specifiers = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @param deferred what runs later than the module, as the instances of a component do */
  read(sites: Sites, deferred: readonly Range[]): void {
    const { module } = sites;
    if (!module) return;
    const { program } = module;
    const consumed = new Set<Node>(
      [...sites.uses, ...sites.implements].map((site) => site.interface.identifier),
    );
    for (const statement of program.body) this.#readStatement(statement, sites, module, consumed);
    for (const statement of program.body) {
      this.text.exports.push(...exportsOf(statement, module, sites.uses));
    }
    this.text.lateMembers.push(...lateMembers(module, sites.implements, consumed));
    // What is wrong in a file that has macros is reported of its table.
    if (sites.problems.length === 0) this.text.plainImports.push(...plainImports(module, sites));
    const uses = [...importUses(module, consumed, sites), ...sites.uses.flatMap(linkUses)];
    uses.sort((a, b) => a.node.start - b.node.start);
    for (const { name, source, node, called } of uses) {
      if (deferred.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
      const span = { file: this.#file, start: node.start, end: node.end };
      this.text.evaluationUses.push({ name, source, heritage: isHeritage(node), called, span });
    }
  }

  #readStatement(statement: Node, sites: Sites, module: Module, consumed: ReadonlySet<Node>): void {
    switch (statement.type) {
      case "ImportDeclaration":
        if (statement.importKind === "type") return;
        if (statement.source.value === MACRO_MODULE) for (const use of sites.uses) this.#link(use);
        else if (
          statement.specifiers.length === 0 ||
          statement.specifiers.some(
            (specifier) =>
              !isTypeOnly(statement, specifier) && this.#survives(module, specifier, consumed),
          )
        ) {
          this.#add(statement.source.value);
        }
        return;
      case "ExportAllDeclaration":
        if (statement.exportKind !== "type") this.#add(statement.source.value);
        return;
      case "ExportNamedDeclaration": {
        if (!statement.source || statement.exportKind === "type") return;
        const { specifiers } = statement;
        const onlyTypes =
          specifiers.length > 0 && specifiers.every(({ exportKind }) => exportKind === "type");
        if (!onlyTypes) this.#add(statement.source.value);
      }
    }
  }

  /** Whether an import is there once macros and types are gone. */
  #survives(
    module: Module,
    specifier: ImportDeclarationSpecifier,
    consumed: ReadonlySet<Node>,
  ): boolean {
    const occurrences = module.occurrences(specifier.local.name);
    if (occurrences.some(({ node, type }) => !type && !consumed.has(node))) return true;
    // An interface that only macros mention vanishes. Otherwise TypeScript drops what no value
    // uses; JavaScript does not, and what a component's script does not use its template may.
    return occurrences.length === 0 && /\.(?:[cm]?jsx?|vue|svelte)$/.test(this.#file);
  }

  #link(use: UseSite): void {
    this.#add(specifierOf(use));
  }

  #add(specifier: string): void {
    if (this.#specifiers.has(specifier)) return;
    this.#specifiers.add(specifier);
    this.text.imports.push({ specifier, link: linkOf(specifier) });
  }
}

/** The interface of a link module, which what is published imports where its source has a macro. */
function linkOf(specifier: string): LinkTarget | null {
  const parts = parseSpecifier(specifier);
  return parts && { namespace: parts.namespace, name: parts.interfaceName };
}

/** What an import means: from a link module, symbols are imported, which stand for members. */
function importedFrom(source: string, name: string): string {
  const parts = parseSpecifier(source);
  return (parts && !parts.object && demangle(name)?.member) || name;
}

/** The values that a statement exports. */
function exportsOf(statement: Node, module: Module, uses: readonly UseSite[]): ModuleExport[] {
  if (statement.type === "ExportDefaultDeclaration") return [declaredHere("default")];
  if (statement.type === "ExportAllDeclaration" && statement.exportKind !== "type") {
    const { exported, source } = statement;
    return [{ name: exported ? nameOf(exported) : "*", imported: "*", source: source.value }];
  }
  if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
  const { source, declaration, specifiers } = statement;
  const callers = uses.flatMap((use) => callersOf(use, declaration));
  if (callers.length > 0) return callers;
  const found = declaration ? declaredNames(declaration as Node).map(declaredHere) : [];
  for (const { local, exported, exportKind } of specifiers) {
    if (exportKind === "type") continue;
    const name = nameOf(exported);
    const binding = source ? null : module.bindings.get(nameOf(local));
    if (source) found.push(reexported(name, nameOf(local), source.value));
    else if (binding?.kind !== "import") found.push(declaredHere(name));
    else if (!binding.typeOnly) found.push(reexported(name, binding.imported, binding.source));
  }
  return found;
}

/** `export const { hello } = use_interface(If)` becomes re-exports. */
function callersOf(use: UseSite, declaration: Node | null): ModuleExport[] {
  const { form } = use;
  if (form.kind !== "callers" || form.declaration !== declaration) return [];
  const source = specifierOf(use);
  return form.callers.map(({ local, member }) => ({ name: local, imported: member, source }));
}

function reexported(name: string, imported: string, source: string): ModuleExport {
  return { name, imported: importedFrom(source, imported), source };
}

function declaredHere(name: string): ModuleExport {
  return { name, imported: name, source: null };
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type === "VariableDeclaration") {
    const names = new Set<string>();
    for (const { id } of declaration.declarations) declarePattern(id, names);
    return [...names];
  }
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
}

function nameOf(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}

interface Use {
  name: string;
  source: string;
  node: Node;
  called: boolean;
}

/** Imported values that evaluating the module needs. */
function importUses(module: Module, consumed: ReadonlySet<Node>, sites: Sites): Use[] {
  // `impl_interface(If, { hello: imported })` becomes `export { imported as ... }`.
  const exported = new Set<Node>();
  for (const { members } of [...sites.implements, ...sites.defines.map(defaultsOf)]) {
    for (const member of members) if (member.kind === "reference") exported.add(member.value);
  }
  const uses: Use[] = [];
  for (const [local, binding] of module.bindings) {
    if (binding.kind !== "import" || binding.typeOnly || binding.source === MACRO_MODULE) continue;
    for (const { node, type } of module.occurrences(local)) {
      if (type || consumed.has(node) || exported.has(node) || !isEvaluated(node)) continue;
      const name = importedFrom(binding.source, binding.imported);
      uses.push(accessOf(node, name, binding.source));
    }
  }
  return uses;
}

function defaultsOf({
  defaults,
}: Sites["defines"][number]): Pick<Sites["implements"][number], "members"> {
  return { members: defaults };
}

/** Of a namespace import, the export that is read: `api.Base` is `Base`. */
function accessOf(node: Node, name: string, source: string): Use {
  const parent = node.parent;
  if (name === "*" && parent?.type === "MemberExpression" && parent.object === node) {
    const property = keyName(parent.property, parent.computed);
    if (property !== null) {
      return { name: property, source, node: parent, called: isCalled(parent) };
    }
  }
  return { name, source, node, called: isCalled(node) };
}

/** Linked members that evaluating the module needs. */
function linkUses(use: UseSite): Use[] {
  const node = use.form.kind === "self" ? use.node : use.interface.identifier;
  if (use.members === null || !isEvaluated(node)) return [];
  // Exported callers become a re-export, which needs nothing yet.
  if (use.form.kind === "callers") {
    if (use.form.declaration.parent?.type === "ExportNamedDeclaration") return [];
  }
  const { kind } = use.form;
  const called = kind === "call" || kind === "path" || isCalled(use.node);
  return use.members.map(({ name }) => ({ name, source: specifierOf(use), node, called }));
}

function specifierOf({ members, namespace, interface: { name } }: UseSite): string {
  return members === null ? objectSpecifier(namespace, name) : linkSpecifier(namespace, name);
}

function plainImports(module: Module, sites: Sites): PlainImport[] {
  const known = new Set(interfacesOf(sites).map(keyOf));
  const found: PlainImport[] = [];
  for (const [local, binding] of module.bindings) {
    if (binding.kind !== "import" || binding.typeOnly || binding.source === MACRO_MODULE) continue;
    const { imported, source } = binding;
    if (imported !== "*") {
      if (!known.has(local)) found.push({ local, property: null, name: imported, source });
      continue;
    }
    for (const property of membersOf(module, local)) {
      if (known.has(keyOf({ local, property }))) continue;
      found.push({ local, property, name: property, source });
    }
  }
  return found;
}

/** The names that a module reads from a namespace import. */
function membersOf(module: Module, local: string): Set<string> {
  const names = new Set<string>();
  for (const { node } of module.occurrences(local)) {
    const access = node.parent;
    if (access?.type === "MemberExpression" && access.property.type === "Identifier") {
      names.add(access.property.name);
    } else if (access?.type === "JSXMemberExpression") names.add(access.property.name);
  }
  return names;
}
