import type { Function as FunctionNode } from "oxc-parser";
import type { DeclaredName } from "./declared-names.ts";
import type { Edits } from "./edits.ts";
import type { Module } from "./module.ts";
import { isShorthand, selfReferences } from "./self-references.ts";
import type { SuppliedSite } from "./site.ts";
import type { Node } from "./syntax.ts";

/** Turns members into exported declarations, each in its place. */
export class MemberWriter {
  readonly #edits: Edits;
  readonly #module: Module;

  constructor(edits: Edits, module: Module) {
    this.#edits = edits;
    this.#module = module;
  }

  write(member: SuppliedSite, { symbol, local }: DeclaredName): void {
    const { kind, key, written, value } = member;
    if (kind === "reference") {
      this.#edits.gap(member.start, value.start, "");
      this.#edits.replace(value, `export { ${local} as ${symbol} };`);
      this.#edits.gap(value.end, member.end, "");
      return;
    }
    const exported = local === symbol ? "export " : "";
    if (kind !== "value") this.#writeFunction(member, exported, local);
    else if (key.start === written.start) {
      const name = (value as Extract<Node, { type: "Identifier" }>).name;
      this.#edits.replace(member, `${exported}const ${local} = ${name};`);
    } else {
      this.#edits.gap(member.start, key.start, "");
      this.#edits.replace(key, `${exported}const ${local}`);
      this.#edits.gap(key.end, written.start, " = ");
      this.#edits.gap(written.end, member.end, ";");
    }
    if (!exported) this.#edits.append(member.end, `\nexport { ${local} as ${symbol} };`);
  }

  #writeFunction(member: SuppliedSite, exported: string, local: string): void {
    const { key } = member;
    const fn = member.value as FunctionNode | Extract<Node, { type: "ArrowFunctionExpression" }>;
    const star = fn.type !== "ArrowFunctionExpression" && fn.generator ? "*" : "";
    this.#edits.gap(member.start, key.start, "");
    this.#edits.replace(key, `${exported}${fn.async ? "async " : ""}function${star} ${local}`);
    this.#edits.gap(key.end, this.#signatureStart(fn), "");
    if (fn.type === "ArrowFunctionExpression") this.#writeArrow(fn, member.end);
    else {
      for (const node of selfReferences(this.#module, fn)) {
        this.#edits.replace(node, isShorthand(node) ? `${node.name}: ${local}` : local);
      }
      this.#edits.gap(fn.end, member.end, "");
    }
  }

  /** Where type parameters or parameters begin. */
  #signatureStart(fn: FunctionNode | Extract<Node, { type: "ArrowFunctionExpression" }>): number {
    if (fn.typeParameters) return fn.typeParameters.start;
    const [first] = fn.params as Node[];
    const from = fn.type === "ArrowFunctionExpression" ? fn.start : (fn.id?.end ?? fn.start);
    const paren = this.#edits.find("(", from, first?.start ?? fn.end);
    // A single parameter of an arrow function may stand without parentheses.
    return paren < 0 ? first.start : paren;
  }

  #writeArrow(fn: Extract<Node, { type: "ArrowFunctionExpression" }>, end: number): void {
    const params = fn.params as Node[];
    const last = params.at(-1);
    const bare = last && this.#edits.find("(", fn.start, last.start) < 0 && !fn.typeParameters;
    if (bare) this.#edits.replace(last, `(${(last as { name: string }).name})`);
    const signatureEnd = fn.returnType?.end ?? last?.end ?? fn.typeParameters?.end ?? fn.start;
    const arrow = this.#edits.find("=>", signatureEnd, fn.body.start);
    if (fn.body.type === "BlockStatement") {
      this.#edits.gap(arrow, fn.body.start, "");
      this.#edits.gap(fn.end, end, "");
    } else {
      this.#edits.gap(arrow, fn.body.start, "{ return ");
      this.#edits.gap(fn.body.end, end, "; }");
    }
  }
}
