import { expression } from "./expressions.ts";
import { macroCall } from "./interface-uses.ts";
import { annotation } from "./types.ts";
import type { Writer } from "./writer.ts";
import { wrongCallers } from "./wrong-uses.ts";

/** `const { hello, greet: g } = use_interface(HelloIf)` in any scope, among others at times. */
export function localCallers(w: Writer): string {
  const kind = w.choices.of(["const", "let", "var"]);
  const declares = kind === "var" ? "var" : "lexical";
  const declare = (): string => w.declare(declares);
  return `${kind}·${declarators(w, declare)} ¶`;
}

/** `export const { hello } = use_interface(HelloIf)`, which becomes a re-export. */
export function exportedCallers(w: Writer): string {
  const kind = w.choices.of(["const", "const", "const", "let", "var"]);
  return `export ${kind}·${declarators(w, () => exportedName(w))} ¶`;
}

/** A name that the module exports under itself, declared. */
export function exportedName(w: Writer): string {
  const name = w.declare();
  if (!w.exports.has(name)) {
    w.exports.add(name);
    return name;
  }
  const other = w.fresh("e");
  w.scope.declare(other, "lexical");
  w.exports.add(other);
  return other;
}

function declarators(w: Writer, declare: () => string): string {
  const list = [callers(w, declare)];
  while (w.choices.chance(4)) list.push(callers(w, declare));
  if (w.choices.chance(4)) list.splice(w.choices.below(2), 0, `${declare()} = ${expression(w)}`);
  return list.join(" , ");
}

function callers(w: Writer, declare: () => string): string {
  const reached = w.reached();
  if (!reached || !w.hasMacro("use_interface")) return `${declare()} = 1`;
  if (w.errs(3)) return wrongCallers(w, declare);
  const members = w.choices.some(1, 3, () => caller(w, declare)).join(" , ");
  const pattern = `{ ${members}${w.maybe(8, () => " ,")} }`;
  return `${pattern}${annotation(w, 8)} = ${macroCall(w, "use_interface", (text) => text)}`;
}

function caller(w: Writer, declare: () => string): string {
  const local = declare();
  return w.pick(
    () => `${w.key()} : ${local}`,
    () => local,
  );
}
