import { linkSpecifier, mangle } from "../naming.ts";
import { type CallersSite, groupCallers, type OtherSite } from "./callers.ts";
import type { Edits } from "./edits.ts";
import type { LinkImports } from "./link-imports.ts";
import type { Module } from "./module.ts";
import type { Caller, UseSite } from "./site.ts";
import type { Node } from "./syntax.ts";

type Form<K extends UseSite["form"]["kind"]> = Extract<UseSite["form"], { kind: K }>;
type Declaration = Extract<Node, { type: "VariableDeclaration" }>;

/** Writes calls and uses: the sites that import from link modules. */
export class UseWriter {
  readonly #edits: Edits;
  readonly #module: Module;
  readonly #imports: LinkImports;

  constructor(edits: Edits, module: Module, imports: LinkImports) {
    this.#edits = edits;
    this.#module = module;
    this.#imports = imports;
  }

  /** Writes every use of a file, in source order. */
  write(sites: readonly UseSite[]): void {
    for (const group of groupCallers(sites)) {
      if (Array.isArray(group)) this.#callers(group);
      else this.#use(group);
    }
  }

  #use(site: OtherSite): void {
    const { form } = site;
    switch (form.kind) {
      case "call":
        this.#call(site, form);
        break;
      case "path":
        this.#path(site, form);
        break;
      case "value":
        this.#edits.condense(site, form.callee, this.#local(site));
        break;
      case "self":
        this.#edits.condense(site, site, this.#local(site));
        break;
      case "object": {
        const local = this.#imports.object(site.namespace, site.interface.name);
        this.#edits.condense(site, site.interface, local);
      }
    }
  }

  #local(site: UseSite): string {
    const member = site.members?.[0].name ?? "";
    return this.#imports.member(site.namespace, site.interface.name, member);
  }

  /** Of `call_interface(HelloIf.hello(a))`, the arguments and the last parenthesis stay. */
  #call(site: UseSite, { inner, callee }: Form<"call">): void {
    this.#edits.condense({ start: site.start, end: callee.end }, callee, this.#local(site));
    this.#edits.gap(inner.end - 1, site.end - 1, "");
  }

  /** Of `call_interface(HelloIf.hello, a)`, what follows the first comma stays. */
  #path(site: UseSite, { callee, rest }: Form<"path">): void {
    const [first] = rest;
    const end = first ? this.#edits.find(",", callee.end, first.start) : site.end - 1;
    this.#edits.condense({ start: site.start, end }, callee, this.#local(site));
    if (first) this.#edits.replaceWithBlanks(end, "(");
    else this.#edits.append(end, "(");
  }

  #callers(sites: readonly CallersSite[]): void {
    const declaration = sites[0].form.declaration as Declaration;
    const statement = declaration.parent as Node;
    if (!sites.some((site) => site.form.reexported)) {
      for (const site of sites) this.#declarator(site);
      return;
    }
    for (const site of sites) this.#importUsedCallers(site);
    const callers = new Set(sites.map((site) => site.form.declarator));
    const others = declaration.declarations.filter((declarator) => !callers.has(declarator));
    if (others.length === 0) this.#reexports(statement, sites);
    else this.#reexportsBeside(declaration, statement, sites, others);
  }

  /** `hello = __HelloIf_hello, g = __HelloIf_greet` in place of the pattern and the call. */
  #declarator(site: CallersSite): void {
    const { form } = site;
    const properties = propertiesOf(form);
    // No blank is needed in `const{ hello }`.
    const { start } = form.declarator;
    this.#edits.gap(start, properties[0].start, this.#edits.blankAt(start));
    properties.forEach((property, index) => {
      const { member, local } = form.callers[index];
      const linked = this.#imports.member(site.namespace, site.interface.name, member);
      this.#edits.condense(property, property, `${local} = ${linked}`);
    });
    this.#edits.gap(properties[properties.length - 1].end, form.declarator.end, "");
  }

  /** A re-export declares nothing: callers that the file itself uses are imported as well. */
  #importUsedCallers(site: CallersSite): void {
    for (const { member, local } of site.form.callers) {
      if (!this.#module.occurrences(local).some(({ type }) => !type)) continue;
      this.#imports.memberAs(site.namespace, site.interface.name, member, local);
    }
  }

  /** `export { __HelloIf_hello as hello } from "..."` in place of the statement. */
  #reexports(statement: Node, sites: readonly CallersSite[]): void {
    let from = statement.start;
    let closing = "";
    for (const site of sites) {
      const form = site.form;
      const properties = propertiesOf(form);
      this.#edits.gap(from, properties[0].start, `${closing}export { `);
      properties.forEach((property, index) => {
        this.#edits.condense(property, property, exportSpecifier(site, form.callers[index]));
      });
      from = properties[properties.length - 1].end;
      closing = ` } from ${specifierOf(site)};`;
    }
    this.#edits.gap(from, statement.end, closing);
  }

  /** The same when the statement declares other names too: the re-exports follow it. */
  #reexportsBeside(
    declaration: Declaration,
    statement: Node,
    sites: readonly CallersSite[],
    others: readonly Node[],
  ): void {
    this.#edits.gap(declaration.start, others[0].start, "const ");
    for (let i = 1; i < others.length; i++) {
      this.#edits.gap(others[i - 1].end, others[i].start, ", ");
    }
    const reexports = sites.map((site) => {
      const { callers } = site.form;
      const names = callers.map((caller) => exportSpecifier(site, caller)).join(", ");
      return `export { ${names} } from ${specifierOf(site)};`;
    });
    this.#edits.gap(others[others.length - 1].end, statement.end, `;\n${reexports.join("\n")}`);
  }
}

function propertiesOf(form: CallersSite["form"]): Node[] {
  const declarator = form.declarator as Extract<Node, { type: "VariableDeclarator" }>;
  return (declarator.id as Extract<Node, { type: "ObjectPattern" }>).properties as Node[];
}

function exportSpecifier(site: UseSite, { member, local }: Caller): string {
  return `${mangle(site.namespace, site.interface.name, member)} as ${local}`;
}

function specifierOf(site: UseSite): string {
  return JSON.stringify(linkSpecifier(site.namespace, site.interface.name));
}
