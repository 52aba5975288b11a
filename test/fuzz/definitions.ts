import { exportedName } from "./callers.ts";
import { expression } from "./expressions.ts";
import { wrapped } from "./interface-uses.ts";
import { members } from "./members.ts";
import { typeArguments, typeText } from "./types.ts";
import type { Writer } from "./writer.ts";

// `def_interface` (DESIGN 2.1).

/** An exported constant that defines an interface, in every way to export one. */
export function definition(w: Writer): string {
  return w.pick(
    () => `export const·${declarator(w)} ¶`,
    () => `${typeOfSameName(w)}export const·${declarator(w)} ¶`,
    () => inList(w),
    () =>
      `export const·${declarator(w)} , ${exportedName(w)} = ${expression(w)} , ${declarator(w)} ¶`,
  );
}

/** The call alone. */
export function definitionCall(w: Writer, name: string): string {
  const callee = wrapped(w, w.macro("def_interface"));
  const types = w.typed(3, () => ` < ${typeText(w)} >`);
  return wrapped(w, `${callee}${types} ( ${options(w, name)} )`);
}

function declarator(w: Writer, name: string = newName(w)): string {
  w.exports.add(name);
  const annotation = w.typed(6, () => {
    w.interfaceType = true;
    return ` : Interface·< ${typeText(w)} >`;
  });
  return `${name}${annotation} = ${definitionCall(w, name)}`;
}

/** The name of a new interface; what follows may refer to it. */
function newName(w: Writer): string {
  const names = ["MyIf", "$MyIf", "My_If", "OwnIf", "Übung", w.fresh("If")];
  const free = names.filter((name) => !w.exports.has(name) && w.scope.declare(name, "lexical"));
  const name = w.choices.of(free);
  w.define(name);
  return name;
}

function inList(w: Writer): string {
  const name = newName(w);
  const text = `const·${declarator(w, name)} ¶`;
  const exported = w.choices.of([`{ ${name} }`, `{ ${name} , }`, `{ ${name} as ${name} }`]);
  return w.pick(
    () => `${text}export ${exported} ¶`,
    () => `export ${exported} ¶${text}`,
  );
}

function typeOfSameName(w: Writer): string {
  return typeArguments(w) === "" ? "" : `export interface·${w.fresh("T")} { hello ( ) : void }\n`;
}

function options(w: Writer, name: string): string {
  const namespace = w.maybe(4, () => w.namespace());
  const list: string[] = [];
  if (namespace !== "") list.push(`namespace : "${namespace}"`);
  if (w.choices.chance(2)) {
    const quoted = w.choices.chance(9) ? '"defaults"' : "defaults";
    const taken = new Set<string>();
    list.push(`${quoted} : ${wrapped(w, `{ ${members(w, taken, name)} }`)}`);
  }
  if (list.length === 0 && w.choices.chance(3)) return "";
  return `{ ${list.join(" , ")}${list.length > 0 ? w.maybe(4, () => " ,") : ""} }`;
}
