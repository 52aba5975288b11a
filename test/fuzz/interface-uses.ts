import { args, expression } from "./expressions.ts";
import { typeArguments, typeText } from "./types.ts";
import type { Macro, Writer } from "./writer.ts";
import { wrongOption, wrongUse } from "./wrong-uses.ts";

// Macros that stand in expressions (DESIGN 2.3), and `this.member`.

/** A `call_interface` or `use_interface`. */
export function use(w: Writer): string {
  if (w.errs(3)) return wrongUse(w);
  return w.pick(
    () => callForm(w),
    () => pathForm(w),
    () => value(w),
    () => callForm(w),
    () => whole(w),
  );
}

/** `this.member`, where it means that of the interface; else `this` as JavaScript has it. */
export function self(w: Writer): string {
  if (!w.place.self) return w.place.this ? "this" : "x";
  const access = `${wrapped(w, "this")} . ${w.member()}`;
  return w.pick(
    () => `${access} ( ${args(w)} )`,
    () => `( ${access} )`,
    () => `new·( ${access} ) ( ${args(w)} )`,
    () => `${access} . ${w.member()}`,
  );
}

function callForm(w: Writer): string {
  return macroCall(w, "call_interface", (interfaceText) => {
    const callee = wrapped(w, `${interfaceText} . ${w.member()}`);
    return wrapped(w, `${callee}${typeArguments(w)} ( ${args(w)} )`);
  });
}

function pathForm(w: Writer): string {
  return macroCall(w, "call_interface", (interfaceText) => {
    const rest = args(w);
    const path = wrapped(w, `${interfaceText} . ${w.member()}`);
    return rest === "" ? path : `${path} , ${rest}`;
  });
}

function value(w: Writer): string {
  return macroCall(w, "use_interface", (interfaceText) =>
    wrapped(w, `${interfaceText} . ${w.member()}`),
  );
}

function whole(w: Writer): string {
  return macroCall(w, "use_interface", (interfaceText) => interfaceText);
}

/** A macro and what it is given; something else where the macro or all interfaces are hidden. */
export function macroCall(
  w: Writer,
  macro: Macro,
  write: (interfaceText: string) => string,
): string {
  if (!w.hasMacro(macro)) return `${w.macro(macro)} ( ${args(w)} )`;
  const reached = w.reached();
  if (!reached) return "0";
  const options = w.maybe(6, () => `${namespaceOption(w)} , `);
  const inner = write(wrapped(w, reached.text));
  const callee = wrapped(w, w.macro(macro));
  return `${callee}${typeArguments(w)} ( ${options}${inner}${w.maybe(9, () => " ,")} )`;
}

/** `{ namespace: "Mall" }`. */
export function namespaceOption(w: Writer): string {
  if (w.errs(4)) return wrongOption(w);
  const name = w.namespace();
  return w.pick(
    () => `{ namespace : "${name}" }`,
    () => `{ namespace : '${name}' , }`,
    () => `{ "namespace" : ${w.language.typescript ? `"${name}"·as·const` : `( "${name}" )`} }`,
    () => "{ }",
  );
}

/** The same expression in what only TypeScript sees, or in parentheses. */
export function wrapped(w: Writer, bare: string): string {
  if (!w.choices.chance(10)) return bare;
  const text = wrapped(w, bare);
  if (!w.language.typescript) return `( ${text} )`;
  return w.pick(
    () => `( ${text} )`,
    () => `( ${text}·as·${typeText(w)} )`,
    () => `${text}·!`,
    () => `( ${text}·satisfies·${typeText(w)} )`,
    () => (w.language.jsx ? `( ${text} )·!` : `( < ${typeText(w)} > ${text} )`),
    () => `( ${text} < ${typeText(w)} > )`,
  );
}

/** A class that an interface supplies, instantiated. */
export function facade(w: Writer): string {
  return `new·( ${use(w)} ) ( ${expression(w)} )`;
}
