import { expression } from "./expressions.ts";
import { annotation } from "./types.ts";
import type { Writer } from "./writer.ts";

type Declares = "var" | "lexical";

/** What a declaration declares, or a parameter: a name, or a pattern. */
export function binding(w: Writer, kind: Declares): string {
  return w.nested(w.fresh(), () =>
    w.pick(
      () => `${w.declare(kind)}${annotation(w, 6)}`,
      () => `${w.declare(kind)}`,
      () => pattern(w, kind),
    ),
  );
}

/** The same where no type may be given: in `for ... of`, and of what is caught. */
export function untyped(w: Writer, kind: Declares): string {
  return w.choices.chance(3) ? pattern(w, kind) : w.declare(kind);
}

/** A pattern, which needs an initializer where it is declared. */
export function pattern(w: Writer, kind: Declares): string {
  return w.nested("{ }", () =>
    w.pick(
      () => `{ a : ${element(w, kind)} }`,
      () => `[ ${element(w, kind)} , , ...${w.declare(kind)} ]`,
      () => `{ [ ${expression(w)} ] : ${element(w, kind)} , ...${w.declare(kind)} }`,
      () => shorthand(w, kind),
      () => `{ "b" : ${element(w, kind)} , 0 : ${element(w, kind)} , }`,
    ),
  );
}

/** A pattern on the left of an assignment. */
export function assignmentPattern(w: Writer): string {
  return w.pick(
    () => `[ x = ${expression(w)} ]`,
    () => `{ a : x [ ${expression(w)} ] , ...x . b }`,
    () => `{ x = ${expression(w)} , [ ${expression(w)} ] : x }`,
    () => `[ x . a , [ x ] = ${expression(w)} , ...x ]`,
  );
}

function element(w: Writer, kind: Declares): string {
  return w.pick(
    () => w.declare(kind),
    () => `${w.declare(kind)} = ${expression(w)}`,
    () => `${pattern(w, kind)} = ${expression(w)}`,
  );
}

function shorthand(w: Writer, kind: Declares): string {
  const name = w.declare(kind);
  return `{ ${name}${w.maybe(2, () => ` = ${expression(w)}`)} }`;
}
