import { expression } from "./expressions.ts";
import { signature } from "./functions.ts";
import type { Place } from "./place.ts";
import { typeText } from "./types.ts";
import type { Writer } from "./writer.ts";
import { macroAsValue } from "./wrong-uses.ts";

// What users get wrong in implementations and defaults, and with their `this`.

const METHOD = { async: false, generator: false };

const IN_FUNCTION: Partial<Place> = { await: false, yield: false, loop: false, return: true };

/** In place of a member of an object literal: CI1005, CI1006 and CI1011. */
export function wrongMember(w: Writer): string {
  return w.pick(
    () => `...${expression(w)}`,
    () => `[ ${expression(w)} ] : ${expression(w)}`,
    () => `get·${w.key()} ( ) { return·1 ¶ }`,
    () => `set·${w.key()} ( a ) { }`,
    () => `__proto__ : ${expression(w)}`,
    () => `"\\ud83d" : ${expression(w)}`,
    () => `hello : 1 , "hello" ( ) { }`,
    () => "1 : x , 0x1 ( ) { }",
    () => `[ "a" ] ( ) { }`,
    () => `a1 ( ) { return·${w.in(IN_FUNCTION, "function", () => wrongReceiver(w))} ¶ }`,
    () => `a1 : ( )·=> ${w.in(IN_FUNCTION, "function", () => inArrow(w))}`,
    () =>
      `a1 : ( b = ${inArrow(w)} )·=> ${w.in({ await: false }, "function", () => expression(w))}`,
    () => w.typed(1, () => `a1 ( this : ${typeText(w)} ) { }`) || "a1 ( ) { super . x }",
    () => `a1 : ${wrongReceiver(w)}`,
  );
}

/** In place of an element of a class: CI1005, CI1006 and CI1011. */
export function wrongStatic(w: Writer): string {
  const inMethod = (text: () => string): string =>
    `static·a1 ${signature(w, METHOD, { self: true, super: true })}`.replace(
      /\}$/,
      `return·${text()} ¶ }\n`,
    );
  return w.pick(
    () => `a1 ( ) { return·${w.place.self ? "1" : "2"} ¶ }\n`,
    () => `a1 = 1 ¶`,
    () => "constructor ( ) { }\n",
    () => "static·get·a1 ( ) { return·1 ¶ }\n",
    () => "static·set·a1 ( b ) { }\n",
    () => `static·${w.fresh("#a")} = 1 ¶`,
    () => `${w.fresh("#a")} ( ) { }\n`,
    () => `static·[ ${classKey(w)} ] = 1 ¶`,
    () => "static { }\n",
    () => "static·a1 ¶",
    () => "static·a1 = 1 ; static·a1 ( ) { }\n",
    () => 'static·"\\udc00" = 1 ¶',
    () => inMethod(() => "this"),
    () => inMethod(() => "super . x"),
    () => w.typed(1, () => `@ x static·a1 ( ) { }\n`),
    () => w.typed(1, () => "static·accessor·a1 = 1 ¶") || "static { this . x = 1 }\n",
  );
}

/** CI1006, where `this` is that of an interface. */
export function wrongReceiver(w: Writer): string {
  if (!w.place.self) return macroAsValue(w);
  const m = w.member();
  return w.pick(
    () => "this",
    () => `( this ?.${m} )`,
    () => `this [ ${expression(w)} ]`,
    () => `( this . ${m} = ${expression(w)} )`,
    () => `( this . ${m}·++ )`,
    () => `( delete this . ${m} )`,
    () => `( [ this . ${m} ] = ${expression(w)} )`,
    () => `( { a : this . ${m} = 1 } = x )`,
    () => `x ( ...[ this ] )`,
    () => `( ( )·=> this )`,
    () => `new this ( )`,
    () => "( { x } = this )",
    () => (w.place.super ? `super . ${m}` : "this"),
    () => `\`\${ this }\``,
    () => (w.language.typescript ? "( this·as·any ) [ 0 ]" : "( this ) [ 0 ]"),
    () => (w.language.typescript ? `( ( this . ${m}·as·any ) = 1 )` : "( ( this . a ) = 1 )"),
    () => `x [ this ]`,
    () => `( class { [ this ] = this } )`,
  );
}

function inArrow(w: Writer): string {
  if (w.place.arguments === "forbidden") return "this";
  return w.pick(
    () => "arguments",
    () => "x ( ...arguments )",
    () => "( { arguments } )",
    () => "( )·=> arguments [ 0 ]",
    () => "( { a : this } )",
  );
}

function classKey(w: Writer): string {
  return w.in({ self: false }, null, () => expression(w));
}
