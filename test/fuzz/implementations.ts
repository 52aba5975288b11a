import { exportedName } from "./callers.ts";
import { expression } from "./expressions.ts";
import { wrapped } from "./interface-uses.ts";
import { members, statics } from "./members.ts";
import { typeArguments } from "./types.ts";
import type { Writer } from "./writer.ts";

// `impl_interface` (DESIGN 2.2).

/** A statement that implements an interface, and the class that does if it is declared. */
export function implementation(w: Writer): string {
  const reached = w.reached();
  if (!reached) return ";";
  const namespace = w.maybe(5, () => w.namespace());
  const taken = new Set<string>();
  const path = `${namespace}/${reached.name}`;
  const call = (source: string): string => {
    const macro = wrapped(w, w.macro("impl_interface"));
    const list = [wrapped(w, reached.text), source, ...options(w, namespace)];
    return `${wrapped(w, `${macro}${typeArguments(w)} ( ${list.join(" , ")}${w.maybe(5, () => " ,")} )`)} ¶`;
  };
  return w.pick(
    () => call(wrapped(w, `{ ${members(w, taken, path)} }`)),
    () => call(wrapped(w, `class { ${statics(w, taken, path)} }`)),
    () => call(wrapped(w, `class ${w.fresh("K")} { ${statics(w, taken, path)} }`)),
    () => declared(w, call, () => statics(w, taken, path)),
  );
}

function options(w: Writer, namespace: string): string[] {
  const conditions = w.maybe(6, () => `conditions : [ "browser" , 'a\\u0062' ]`);
  if (namespace === "" && conditions === "") return w.choices.chance(9) ? ["{ }"] : [];
  const named = namespace === "" ? "" : `namespace : "${namespace}"`;
  return [`{ ${[conditions, named].filter((text) => text !== "").join(" , ")} }`];
}

/** A class declaration that implements, before or after, exported or not, used elsewhere or not. */
function declared(w: Writer, call: (source: string) => string, body: () => string): string {
  const name = w.choices.chance(2) ? exportedName(w) : w.declare();
  const exported = w.exports.has(name);
  const statement = `class ${name} { ${body()} }\n`;
  const implement = call(wrapped(w, name));
  const use = w.maybe(3, () => `${w.choices.of(["", "x = ", "new "])}${name} ¶`);
  const declaration = w.pick(
    () => (exported ? `export ${statement}` : statement),
    () => (exported ? `${statement}export { ${name} } ¶` : statement),
    () => (exported ? `${statement}export { ${name} } ¶` : byDefault(w, statement)),
  );
  const between = w.maybe(3, () => `x ( ${expression(w)} ) ¶`);
  return w.pick(
    () => declaration + between + use + implement,
    () => implement + between + declaration + use,
  );
}

function byDefault(w: Writer, statement: string): string {
  if (w.exports.has("default")) return statement;
  w.exports.add("default");
  return `export default·${statement}`;
}
