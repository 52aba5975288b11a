import { expression } from "./expressions.ts";
import { binding } from "./patterns.ts";
import type { Place } from "./place.ts";
import { small } from "./small-statements.ts";
import { statements } from "./statements.ts";
import { annotation, typeParameters } from "./types.ts";
import type { Writer } from "./writer.ts";

// Functions: each is a scope, and all but arrows have a `this` of their own.

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
  const place = { await: async, yield: generator, return: true, loop: false, this: true };
  const ownArguments: Partial<Place> = { arguments: "own" };
  return w.in({ ...place, ...change, ...ownArguments }, "function", () => {
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
    () =>
      `get·[ ${expression(w)} ] ( ) { ${w.in({ ...own, ...ACCESSOR }, "function", () => body(w))} }`,
    () =>
      `set·${w.key()} ( { a = ${w.in({ ...own, ...ACCESSOR }, "function", () => expression(w))} } ) { }`,
  );
}

/** `async * key ( ) { }`. */
export function method(w: Writer, key: string, change: Partial<Place>): string {
  const how = form(w);
  const head = `${how.async ? "async·" : ""}${how.generator ? "* " : ""}`;
  return `${head}${key} ${signature(w, how, { super: true, ...change })}`;
}

/** The statements of a function. */
export function body(w: Writer): string {
  return w.nested("", () =>
    w.in({ using: true }, null, () => statements(w, 0, 2) + w.maybe(3, () => small(w))),
  );
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
