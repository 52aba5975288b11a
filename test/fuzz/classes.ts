import { args, expression, operand } from "./expressions.ts";
import { body, method } from "./functions.ts";
import type { Place } from "./place.ts";
import { typeArguments, typeName, typeParameters, typeText } from "./types.ts";
import type { Writer } from "./writer.ts";

// Classes, in which most parts have a `this` of their own, and some the one of the code around.

/** A class, as an expression or, with a name, as a declaration. */
export function classText(w: Writer, name: string | null): string {
  return w.in({ loop: false }, "block", () => {
    const own = name ?? w.maybe(3, () => w.declare());
    const heritage = w.maybe(4, () => ` extends ${operand(w)}${typeArguments(w)}`);
    const members = w.choices.some(0, 3, () => classElement(w));
    if (w.choices.chance(5)) members.push(construct(w, heritage !== ""));
    const implemented = w.typed(9, () => ` implements·Some , ${implementedType(w)}`);
    const text = own === "" ? "" : ` ${own}`;
    const head = `class${text}${typeParameters(w)}${heritage}${implemented}`;
    return `${head} { ${members.join("")} }`;
  });
}

function implementedType(w: Writer): string {
  const reached = w.reached();
  return reached ? `${reached.text}${typeArguments(w)}` : "Other";
}

const INITIALIZER: Partial<Place> = {
  await: false,
  yield: false,
  self: false,
  super: true,
  arguments: "forbidden",
  return: false,
};

function classElement(w: Writer): string {
  const own = { self: false };
  const field = (write: () => string): string => w.in(INITIALIZER, "function", write);
  // A field without a semicolon would go on in brackets.
  const isStatic = w.choices.chance(3) ? "static" : ";";
  return w.pick(
    () => `${method(w, w.fresh("m"), own)}\n`,
    () => `${isStatic} ${w.fresh("f")} = ${field(() => expression(w))} ¶`,
    () => `${isStatic} [ ${expression(w)} ] = ${field(() => expression(w))} ¶`,
    () => `${isStatic} ${method(w, `[ ${expression(w)} ]`, own)}\n`,
    () => `static { ${field(() => body(w))} }\n`,
    () => privateElement(w, field),
    () => `get·${w.fresh("g")} ( ) { return·${field(() => "super.x")} ¶ }\n`,
    () => `${w.typed(2, () => "readonly·")}${w.fresh("f")} ¶`,
    () => typedElement(w),
    () => decorated(w),
    () => accessors(w, field),
    () => `static·async * ${method(w, "", own).replace(/^[^(<]*/, w.fresh("m"))}\n`,
    () => `${isStatic} "${w.fresh("f")}-a" = ${field(() => expression(w))} ¶`,
    () => `static·1_0 ${method(w, "", own).replace(/^[^(<]*/, "")}\n`,
  );
}

/** A getter and a setter, which are two members of one name. */
function accessors(w: Writer, field: (write: () => string) => string): string {
  const name = w.pick(
    () => w.fresh("g"),
    () => `"${w.fresh("g")}"`,
    () => `[ ${expression(w)} ]`,
    () => w.fresh("#g"),
  );
  const head = w.choices.chance(2) ? "static·" : "";
  const get = `${head}get·${name} ( ) { return·${field(() => expression(w))} ¶ }\n`;
  return `${get}${head}set·${name} ( { a = ${field(() => expression(w))} } ) { }\n`;
}

function privateElement(w: Writer, field: (write: () => string) => string): string {
  const name = w.fresh("#p");
  return w.pick(
    () => `${name} = ${field(() => expression(w))} ¶`,
    () => `static·${name} ( ) { return·${field(() => `${name} in ${operand(w)}`)} ¶ }\n`,
    () =>
      `${name} ; ${w.fresh("m")} ( ) { this . ${name} = ${field(() => operand(w))} . ${name} ¶ }\n`,
    () => `static·async * ${name} ( a = ${field(() => expression(w))} ) { yield·a ?. ${name} ¶ }\n`,
    () => `static·${name} ¶`,
  );
}

function construct(w: Writer, derived: boolean): string {
  const place: Partial<Place> = { await: false, yield: false, self: false, super: true };
  return w.in({ ...place, arguments: "own", return: true }, "function", () => {
    const list = w.typed(
      2,
      () => `private·${w.declare()} = ${expression(w)} , readonly·${w.declare()}`,
    );
    return `constructor ( ${list} ) { ${derived ? `super ( ${args(w)} ) ¶` : ""} ${body(w)} }\n`;
  });
}

function typedElement(w: Writer): string {
  if (!w.language.typescript) return "";
  const name = w.fresh("t");
  return w.pick(
    () => `${name} ( a : ${typeText(w)} ) : void ; ${name} ( ...a : any[] ) : any { }\n`,
    () => `declare·${name} : ${typeText(w)} ¶`,
    () => "[ key : string ] : any ¶",
    () => `${name}!·: ${typeText(w)} ¶`,
    () => `private·${name}? : ${typeText(w)} ¶`,
    () => `protected·static·readonly·${name} : ${typeText(w)} = 1 ¶`,
    () => `${name} ? ( ${typeName(w)} : any ) : void ¶`,
    () => `static·accessor·${name} : ${typeText(w)} = 1 ¶`,
    () => `async·* ${name} < ${typeName(w)} > ( this : ${typeText(w)} ) : any { }\n`,
  );
}

function decorated(w: Writer): string {
  if (!w.language.typescript) return "";
  return w.pick(
    () => `@ ( ${expression(w)} ) ${w.fresh("d")} ( ) { }\n`,
    () => `@ x . y ( ${args(w)} ) accessor·${w.fresh("d")} = 1 ¶`,
    () => `@ x static·${w.fresh("d")} = 2 ¶`,
  );
}
