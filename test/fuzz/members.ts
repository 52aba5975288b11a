import { classText } from "./classes.ts";
import { expression } from "./expressions.ts";
import { arrow, functionText, method, signature } from "./functions.ts";
import { wrapped } from "./interface-uses.ts";
import type { Place } from "./place.ts";
import { typeText } from "./types.ts";
import type { Writer } from "./writer.ts";
import { wrongMember, wrongStatic } from "./wrong-members.ts";

// What implementations and defaults consist of (DESIGN 2.2).

const IN_MEMBER: Partial<Place> = { self: true };

/** Names that fields of classes may not have, here or in esbuild. */
const UNFIT_FOR_STATICS = /constructor|prototype|12n/;

/** The members of an object literal, of which none is in `taken`, where they are added. */
export function members(w: Writer, taken: Set<string>, path: string): string {
  const list = w.choices.some(0, 4, () => {
    if (w.errs(4)) return w.in(IN_MEMBER, null, () => wrongMember(w));
    const key = freeKey(w, taken, path);
    return key === null ? "" : member(w, key);
  });
  const written = list.filter((text) => text !== "");
  return written.join(" , ") + (written.length > 0 ? w.maybe(3, () => " ,") : "");
}

/** The elements of a class whose statics implement an interface. */
export function statics(w: Writer, taken: Set<string>, path: string): string {
  const list = w.choices.some(0, 4, () => {
    if (w.errs(4)) return w.in(IN_MEMBER, null, () => wrongStatic(w));
    const key = freeKey(w, taken, path);
    return key === null || UNFIT_FOR_STATICS.test(key) ? "" : staticElement(w, key);
  });
  // A class has one constructor, also if it is wrong to have any.
  return [...new Set(list)].join("");
}

function member(w: Writer, key: string): string {
  // Any other member of that name is the prototype of the literal (ECMA-262, B.3.1).
  if (/^["']?__proto__["']?$/.test(key)) return method(w, key, IN_MEMBER);
  return w.pick(
    () => method(w, key, IN_MEMBER),
    () => `${key} : ${memberArrow(w)}`,
    () => `${key} : ${wrapped(w, functionText(w, true))}`,
    () => value(w, key),
    () => value(w, key),
    () => `${key} : ${wrapped(w, w.choices.of(["setTimeout", "undefined", "x", "NaN"]))}`,
    () => reference(w, key),
    () => shorthand(w),
  );
}

function memberArrow(w: Writer): string {
  return w.in({ ...IN_MEMBER, arguments: "arrow" }, null, () => wrapped(w, `( ${arrow(w)} )`));
}

function value(w: Writer, key: string): string {
  const text = w.in(IN_MEMBER, null, () =>
    w.pick(
      () => "3",
      () => expression(w),
      () => classText(w, null),
      () => `{ a : ${expression(w)} }`,
    ),
  );
  return `${key} : ${text}`;
}

/** A member that is a binding of the file, or an import. */
function reference(w: Writer, key: string): string {
  const name = w.choices.of([w.fresh("r"), ...w.needed]);
  w.needed.add(name);
  return `${key} : ${wrapped(w, name)}`;
}

function shorthand(w: Writer): string {
  const name = w.fresh("s");
  w.needed.add(name);
  return name;
}

function staticElement(w: Writer, key: string): string {
  const field: Partial<Place> = {
    ...IN_MEMBER,
    await: false,
    super: true,
    arguments: "forbidden",
  };
  const modifier = w.typed(9, () => "public·");
  return w.pick(
    () => `${modifier}static·${method(w, key, IN_MEMBER)}\n`,
    () => `static·${key} = ${w.in(field, "function", () => expression(w))} ¶`,
    () => `static·${key} = ${w.in(field, "function", () => arrow(w))} ¶`,
    () => `${modifier}static·${key} = ${functionText(w, true)} ¶`,
    () => overloaded(w, key),
    () => w.typed(1, () => `declare·static ${w.fresh("t")} : ${typeText(w)} ¶`),
  );
}

function overloaded(w: Writer, key: string): string {
  const plain = { async: false, generator: false };
  const text = `static·${key} ${signature(w, plain, { ...IN_MEMBER, super: true })}\n`;
  return w.language.typescript
    ? `static·${key} ( ...a : any[] ) : ${typeText(w)} ;\n${text}`
    : text;
}

/** A key whose name is not taken; two keys may be written differently and be one. */
function freeKey(w: Writer, taken: Set<string>, path: string): string | null {
  const key = w.key();
  const name = nameOf(key);
  const id = `${path}.${name}`;
  if (taken.has(name) || w.implemented.has(id)) return null;
  taken.add(name);
  w.implemented.add(id);
  return key;
}

/** The name that a key stands for (ECMA-262, 13.2.5.4). */
function nameOf(key: string): string {
  return Object.keys(new Function(`return { ${key}() {} }`)() as object)[0];
}
