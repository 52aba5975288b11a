import type { Class } from "oxc-parser";
import { interfacePath, mangle, mangleWeak } from "../naming.ts";
import type { Edits } from "./edits.ts";
import type { LocalNames } from "./link-imports.ts";
import type { Module } from "./module.ts";
import type { DefineSite, ImplementSite, Range, SuppliedSite } from "./site.ts";
import type { Node } from "./syntax.ts";
import { MemberWriter } from "./write-members.ts";

/** Writes definitions and implementations: the statements that export symbols. */
export class StatementWriter {
  readonly #code: string;
  readonly #edits: Edits;
  readonly #module: Module;
  readonly #names: LocalNames;
  readonly #members: MemberWriter;
  /** The local name that each symbol of the file is declared by. */
  readonly declared: Map<string, string> = new Map();

  constructor(code: string, edits: Edits, module: Module, names: LocalNames) {
    this.#code = code;
    this.#edits = edits;
    this.#module = module;
    this.#names = names;
    this.#members = new MemberWriter(edits, module);
  }

  /** The marker object in place of the call, and the defaults after the statement. */
  define(site: DefineSite): void {
    const path = JSON.stringify(interfacePath(site.namespace, site.name));
    const marker = `/* @__PURE__ */ Object.freeze({ __proto__: null, interface: ${path} })`;
    const { defaults } = site;
    if (defaults.length === 0) {
      this.#edits.gap(site.start, site.end, marker);
      return;
    }
    const { end } = site.statement;
    this.#edits.gap(site.start, startOf(defaults, 0), marker);
    this.#edits.gap(defaults[defaults.length - 1].end, site.end, "");
    if (this.#code[end - 1] !== ";") this.#edits.append(end, ";");
    defaults.forEach((member, index) => {
      const start = startOf(defaults, index);
      this.#write(member, mangleWeak(site.namespace, site.name, member.name));
      this.#breakLine(start, member.start);
      this.#edits.text.move(start, member.end, end);
    });
  }

  /** The members in place of the statement, or of the class that holds them. */
  implement(site: ImplementSite): void {
    const { declaredClass } = site;
    if (declaredClass) {
      this.#edits.removeStatement(site);
      if (this.#isUsedElsewhere(declaredClass, site)) this.#membersBefore(declaredClass, site);
      else this.#membersInPlaceOf(statementOf(declaredClass), site);
    } else this.#membersInPlaceOf(site, site);
  }

  #membersInPlaceOf(statement: Range, site: ImplementSite): void {
    const { members } = site;
    if (members.length === 0) {
      this.#edits.removeStatement(statement);
      return;
    }
    this.#edits.gap(statement.start, members[0].start, "");
    members.forEach((member, index) => {
      this.#write(member, symbolOf(site, member));
      if (index > 0) this.#breakLine(members[index - 1].end, member.start);
    });
    this.#edits.gap(members[members.length - 1].end, statement.end, "");
  }

  /** A class that the file uses otherwise stays, and has the declared members as fields. */
  #membersBefore(declaredClass: Class, site: ImplementSite): void {
    const statement = statementOf(declaredClass);
    const fields = site.members.map((member, index) => {
      const start = startOf(site.members, index);
      this.#edits.gap(start, member.start, "");
      const local = this.#write(member, symbolOf(site, member));
      this.#edits.append(member.end, "\n");
      this.#edits.text.move(start, member.end, statement.start);
      return `static ${this.#code.slice(member.key.start, member.key.end)} = ${local}; `;
    });
    this.#edits.prepend(declaredClass.body.end - 1, fields.join(""));
  }

  /** Writes a member, and returns the name that it is declared by. */
  #write(member: SuppliedSite, symbol: string): string {
    const local = this.#declare(member, symbol);
    this.#members.write(member, symbol, local);
    return local;
  }

  /** Puts a line break between two members, and keeps the comments there. */
  #breakLine(start: number, end: number): void {
    if (start === end) this.#edits.prepend(start, "\n");
    else this.#edits.gap(start, end, "\n");
  }

  /** The name that a member is declared by; a reference is declared already. */
  #declare(member: SuppliedSite, symbol: string): string {
    if (member.kind === "reference") {
      return this.#code.slice(member.value.start, member.value.end);
    }
    const local = this.#names.take(symbol);
    this.declared.set(symbol, local);
    return local;
  }

  #isUsedElsewhere(declaredClass: Class, site: Range): boolean {
    if (statementOf(declaredClass) !== declaredClass || !declaredClass.id) return true;
    return this.#module
      .occurrences(declaredClass.id.name)
      .some(({ node, type }) => !type && (node.start < site.start || node.end > site.end));
  }
}

/** Where the text before a member begins: after the member before, or the opening brace. */
function startOf(members: readonly SuppliedSite[], index: number): number {
  return index > 0 ? members[index - 1].end : members[0].container.start + 1;
}

function symbolOf(site: ImplementSite, member: SuppliedSite): string {
  return mangle(site.namespace, site.interface.name, member.name);
}

/** The top-level statement of a declaration: with its `export`, when it has one. */
function statementOf(declaration: Node): Node {
  const parent = declaration.parent as Node;
  return parent.type === "Program" ? declaration : parent;
}
