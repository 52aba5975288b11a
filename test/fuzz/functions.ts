import { args, expression, operand } from "./expressions.ts";
import { binding } from "./patterns.ts";
import { statements } from "./statements.ts";
import { annotation, typeArguments, typeName, typeParameters, typeText } from "./types.ts";
import type { Place, Writer } from "./writer.ts";

// Functions and classes: each is a scope, and most have a `this` of their own.

/** How a function is written down. */
export interface Form {
  async: boolean;
  generator: boolean;
}

const NO_PARAMETER_MAY_SUSPEND: Partial<Place> = { await: false, yield: false };

const ACCESSOR: Partial<Place> = {
  ...NO_PARAMETER_MAY_SUSPEND,
  arguments: "own",
  return: true,
  loop: false,
};

/** A form, mostly the plain one. */
export function form(w: Writer): Form {
  const odd = w.choices.below(8);
  return { async: odd === 5 || odd === 7, generator: odd === 6 || odd === 7 };
}

/** Parameters and body: `( a , b ) { }`, in a scope of their own. */
export function signature(w: Writer, { async, generator }: Form, change: Partial<Place>): string {
  const place = { await: async, yield: generator, return: true, loop: false, ...change };
  const ownArguments: Partial<Place> = { arguments: "own" };
  return w.in({ ...place, ...ownArguments }, "function", () => {
    const list = parameters(w);
    const returns = generator || async ? w.typed(9, () => " : any") : annotation(w, 9);
    return `${typeParameters(w)} ( ${list} )${returns} { ${body(w)} }`;
  });
}

/** A function expression; a named one may call itself. */
export function functionText(w: Writer, self = false): string {
  const how = form(w);
  const head = `${how.async ? "async·" : ""}function${how.generator ? " *" : ""}`;
  return w.in({}, "block", () => {
    const name = w.maybe(2, () => ` ${w.declare()}`);
    const calls = name !== "" && w.choices.chance(2);
    const rest = signature(w, how, { self, super: false });
    return head + name + (calls ? rest.replace(/\}$/, `${name.trim()} ( ) ¶ }`) : rest);
  });
}

/** An arrow function, with the receiver of what is around it. */
export function arrow(w: Writer): string {
  const async = w.choices.chance(4);
  const place = { await: async, yield: false };
  return w.in({ ...place, loop: false }, "function", () => {
    const head = `${async ? "async·" : ""}${arrowParameters(w)}`;
    return w.pick(
      () => `${head}·=> ${conciseBody(w)}`,
      () => `${head}·=> { ${w.in({ return: true }, null, () => body(w))} }`,
    );
  });
}

/** A method of an object literal, or an accessor. */
export function objectMethod(w: Writer): string {
  const own = { self: false, super: true };
  const plain = { async: false, generator: false };
  return w.pick(
    () => method(w, w.key(), own),
    () =>
      `get·${w.key()} ( ) { return·${w.in({ ...own, ...ACCESSOR }, "function", () => expression(w))} ¶ }`,
    () => `set·[ ${expression(w)} ] ${setter(w)}`,
    () => method(w, `[ ${expression(w)} ]`, own),
    () => `${w.key()} ${signature(w, plain, own)}`,
  );
}

/** `async * key ( ) { }`. */
export function method(w: Writer, key: string, change: Partial<Place>): string {
  const how = form(w);
  const head = `${how.async ? "async·" : ""}${how.generator ? "* " : ""}`;
  return `${head}${key} ${signature(w, how, { super: true, ...change })}`;
}

/** A class, as an expression or, with a name, as a declaration. */
export function classText(w: Writer, name: string | null): string {
  return w.in({ loop: false }, "block", () => {
    const own = name ?? w.maybe(3, () => w.declare());
    const heritage = w.maybe(4, () => ` extends ${operand(w)}${typeArguments(w)}`);
    const members = w.choices.some(0, 3, () => classElement(w));
    if (w.choices.chance(5)) members.push(construct(w, heritage !== ""));
    const implemented = w.typed(9, () => ` implements·Some , ${implementedType(w)}`);
    const text = own === "" ? "" : ` ${own}`;
    return `class${text}${w.maybe(9, () => typeParameters(w))}${heritage}${implemented} { ${members.join("")} }`;
  });
}

function implementedType(w: Writer): string {
  const reached = w.reached();
  return reached ? `${reached.text}${typeArguments(w)}` : "Other";
}

/** The statements of a function. */
export function body(w: Writer): string {
  return w.nested("", () => w.in({ using: true }, null, () => statements(w, 0, 2)));
}

function parameters(w: Writer): string {
  return w.in(NO_PARAMETER_MAY_SUSPEND, null, () => {
    const list = w.choices.some(0, 2, () => parameter(w));
    if (w.choices.chance(8)) list.push(`...${w.declare()}${annotation(w, 9)}`);
    return list.join(" , ");
  });
}

function parameter(w: Writer): string {
  const target = binding(w, "lexical");
  return target + w.maybe(4, () => ` = ${expression(w)}`);
}

function arrowParameters(w: Writer): string {
  return w.pick(
    () => `( ${parameters(w)} )`,
    () => w.declare(),
    () => `${typeParameters(w).replace("const·", "")}( ${parameters(w)} )${annotation(w, 9)}`,
  );
}

function conciseBody(w: Writer): string {
  const text = expression(w);
  return text.startsWith("{") ? `( ${text} )` : text;
}

function setter(w: Writer): string {
  return w.in(
    { ...ACCESSOR, self: false, super: true },
    "function",
    () => `( ${w.declare()} ) { ${body(w)} }`,
  );
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
    () => `${w.fresh("#p")} = ${field(() => expression(w))} ¶`,
    () => `get·${w.fresh("g")} ( ) { return·${field(() => "super.x")} ¶ }\n`,
    () => `${w.typed(2, () => "readonly·")}${w.fresh("f")} ¶`,
    () => typedElement(w),
    () => decorated(w),
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
