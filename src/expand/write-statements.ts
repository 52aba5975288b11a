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
    const blocks = this.#blocks(site.defaults);
    if (blocks.length === 0) {
      this.#edits.gap(site.start, site.end, marker);
      return;
    }
    const { end } = site.statement;
    this.#edits.gap(site.start, blocks[0].start, marker);
    this.#edits.gap(blocks[blocks.length - 1].end, site.end, "");
    if (this.#code[end - 1] !== ";") this.#edits.append(end, ";");
    for (const { member, start } of blocks) {
      const symbol = mangleWeak(site.namespace, site.name, member.name);
      this.#edits.gap(start, member.start, "");
      this.#members.write(member, symbol, this.#declare(member, symbol));
      this.#edits.prepend(start, "\n");
      this.#edits.text.move(start, member.end, end);
    }
  }

  /** The members in place of the statement, or of the class that holds them. */
  implement(site: ImplementSite): void {
    const blocks = this.#blocks(site.members);
    const symbols = blocks.map(({ member }) =>
      mangle(site.namespace, site.interface.name, member.name),
    );
    const { declaredClass } = site;
    const keep = declaredClass && this.#isUsedElsewhere(site);
    const holder = (declaredClass ? statementOf(declaredClass) : site) as Range;
    if (declaredClass) this.#edits.removeStatement(site);
    if (!keep) {
      this.#edits.gap(holder.start, blocks[0]?.start ?? holder.end, "");
      if (blocks.length > 0) this.#edits.gap(blocks[blocks.length - 1].end, holder.end, "");
    }
    const fields: string[] = [];
    blocks.forEach(({ member, start }, index) => {
      const local = this.#declare(member, symbols[index]);
      const text = this.#code.slice(member.key.start, member.key.end);
      fields.push(`static ${text} = ${local};`);
      this.#edits.gap(start, member.start, "");
      this.#members.write(member, symbols[index], local);
      this.#edits.append(member.end, index < blocks.length - 1 || keep ? "\n" : "");
      if (keep) this.#edits.text.move(start, member.end, holder.start);
    });
    if (keep) this.#edits.prepend(declaredClass.body.end - 1, ` ${fields.join(" ")} `);
  }

  /** Each member with where the text before it begins: after the member before, or the brace. */
  #blocks(
    members: readonly SuppliedSite[],
  ): { member: SuppliedSite; start: number; end: number }[] {
    return members.map((member, index) => {
      const previous = members[index - 1];
      const start = previous ? previous.end : (member.container as Range).start + 1;
      return { member, start, end: member.end };
    });
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

  #isUsedElsewhere(site: ImplementSite): boolean {
    const { declaredClass } = site;
    if (!declaredClass?.id) return false;
    if (statementOf(declaredClass) !== declaredClass) return true;
    return this.#module
      .occurrences(declaredClass.id.name)
      .some(({ node }) => node.start < site.start || node.end > site.end);
  }
}

/** The top-level statement of a declaration: with its `export`, when it has one. */
function statementOf(declaration: Node): Node {
  const parent = declaration.parent as Node;
  return parent.type === "Program" ? declaration : parent;
}
