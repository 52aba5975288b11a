import type { Class } from "oxc-parser";
import { isUsedElsewhere, statementOf } from "./declared-class.ts";
import type { DeclaredName, DeclaredNames } from "./declared-names.ts";
import type { Edits } from "./edits.ts";
import { markerOf } from "./marker.ts";
import type { Module } from "./module.ts";
import type { DefineSite, ImplementSite, Range, SuppliedSite } from "./site.ts";
import type { Node } from "./syntax.ts";
import { MemberWriter } from "./write-members.ts";

/** Writes definitions and implementations: the statements that export symbols. */
export class StatementWriter {
  readonly #code: string;
  readonly #edits: Edits;
  readonly #module: Module;
  readonly #declared: DeclaredNames;
  readonly #members: MemberWriter;

  constructor(code: string, edits: Edits, module: Module, declared: DeclaredNames) {
    this.#code = code;
    this.#edits = edits;
    this.#module = module;
    this.#declared = declared;
    this.#members = new MemberWriter(edits, module);
  }

  /** The marker objects in place of the calls, and the defaults after their statements. */
  define(sites: readonly DefineSite[]): void {
    for (const site of sites) this.#marker(site);
    // Only then, since a statement may hold several: what is moved to its end must not be written over.
    const ended = new Set<Node>();
    for (const { statement, defaults } of sites) {
      const { end } = statement;
      if (defaults.length > 0 && !ended.has(statement) && this.#code[end - 1] !== ";") {
        this.#edits.append(end, ";");
      }
      ended.add(statement);
      defaults.forEach((member, index) => {
        const start = startOf(defaults, index);
        this.#write(member);
        this.#breakLine(start, member.start);
        this.#edits.text.move(start, member.end, end);
      });
    }
  }

  #marker(site: DefineSite): void {
    const { path, object } = markerOf(site, this.#module);
    const fields = `{ __proto__: null, interface: ${JSON.stringify(path)} }`;
    const marker = `/* @__PURE__ */ ${object}.freeze(${fields})`;
    const { defaults } = site;
    if (defaults.length === 0) {
      this.#edits.gap(site.start, site.end, marker);
      return;
    }
    this.#edits.gap(site.start, startOf(defaults, 0), marker);
    this.#edits.close(defaults[defaults.length - 1].end, site.end);
  }

  /** The members in place of the statement, or of the class that holds them. */
  implement(site: ImplementSite): void {
    const { declaredClass } = site;
    if (declaredClass) {
      this.#edits.removeStatement(site);
      if (isUsedElsewhere(this.#module, declaredClass, site))
        this.#membersBefore(declaredClass, site);
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
      this.#write(member);
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
      const { local } = this.#write(member);
      this.#edits.append(member.end, "\n");
      this.#edits.text.move(start, member.end, statement.start);
      return `static ${this.#code.slice(member.key.start, member.key.end)} = ${local}; `;
    });
    this.#edits.prepend(declaredClass.body.end - 1, fields.join(""));
  }

  #write(member: SuppliedSite): DeclaredName {
    const name = this.#declared.of.get(member) as DeclaredName;
    this.#members.write(member, name);
    return name;
  }

  /** Puts a line break between two members, and keeps the comments there. */
  #breakLine(start: number, end: number): void {
    if (start === end) this.#edits.prepend(start, "\n");
    else this.#edits.gap(start, end, "\n");
  }
}

/** Where the text before a member begins: after the member before, or the opening brace. */
function startOf(members: readonly SuppliedSite[], index: number): number {
  return index > 0 ? members[index - 1].end : members[0].container.start + 1;
}
