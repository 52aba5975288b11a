import type { Macro, Reached, Writer } from "./writer.ts";
import { MACROS } from "./writer.ts";

const MACRO_MODULE = '"crate-interface/macro"';

/** The import declarations that a program needs, and some that it does not. */
export function imports(w: Writer): string[] {
  const { choices } = w;
  if (w.usedMacros.size === 0) w.usedMacros.add("call_interface");
  const macros = MACROS.filter((macro) => w.usedMacros.has(macro) || choices.chance(9));
  const declarations = split(
    w,
    macros.map((macro) => macroSpecifier(w, macro)),
  ).map((specifiers) => declaration(specifiers, MACRO_MODULE, w));
  if (w.interfaceType) declarations.push(interfaceTypeImport(w));
  if (choices.chance(30)) declarations.push(`import·${MACRO_MODULE} ¶`);
  const named = w.interfaces.filter(({ how }) => how === "named");
  const used = named.filter(({ used }) => used || choices.chance(4));
  for (const specifiers of split(
    w,
    used.map((reached) => interfaceSpecifier(w, reached)),
  )) {
    declarations.push(declaration(siblings(w, specifiers), source(w), w));
  }
  if (w.interfaces.some(({ how, used }) => how === "namespace" && used)) {
    const first = w.maybe(6, () => `${w.fresh("d")} , `);
    declarations.push(`import·${first}* as·api from ${source(w)} ¶`);
  }
  const typeOnly = named.find(() => choices.chance(12));
  if (typeOnly && w.language.typescript) {
    declarations.push(`import type·{ ${typeOnly.name} as ${w.fresh("T")} } from ${source(w)} ¶`);
  }
  return choices.chance(4) ? declarations.reverse() : declarations;
}

/** What the module must declare for its implementations to refer to, each in some way. */
export function neededDeclarations(w: Writer): string[] {
  return [...w.needed].map((name) =>
    w.pick(
      () => `function ${name} ( ) { }\n`,
      () => `import { ${name} } from "./needed.js" ¶`,
      () => `const ${name} = 1 ¶`,
      () => `class ${name} { }\n`,
      () => `import·${name} from "./needed.js" ¶`,
      () => `import * as ${name} from "./needed.js" ¶`,
      () => `let { ${name} } = x ¶`,
      () => `export async·function ${name} ( ) { }\n`,
      () => `export var ${name} ¶`,
    ),
  );
}

function macroSpecifier(w: Writer, macro: Macro): string {
  const local = w.macros[macro];
  return w.choices.chance(12)
    ? `"${macro}" as ${local}`
    : local === macro
      ? w.choices.chance(20)
        ? `${macro} as ${macro}`
        : macro
      : `${macro} as ${local}`;
}

function interfaceSpecifier(w: Writer, { name, local }: Reached): string {
  if (w.choices.chance(12)) return `"${name}" as ${local}`;
  return name === local ? name : `${name} as ${local}`;
}

function interfaceTypeImport(w: Writer): string {
  return w.pick(
    () => `import type·{ Interface } from ${MACRO_MODULE} ¶`,
    () => `import { type·Interface } from ${MACRO_MODULE} ¶`,
    () => `import { Interface } from ${MACRO_MODULE} ¶`,
  );
}

/** One declaration for all, or several. None is empty, as Babel does not tell it from `import "x"`. */
function split(w: Writer, specifiers: readonly string[]): string[][] {
  if (!w.choices.chance(4)) return [[...specifiers]].filter(({ length }) => length > 0);
  const at = w.choices.below(specifiers.length + 1);
  return [specifiers.slice(0, at), specifiers.slice(at)].filter(({ length }) => length > 0);
}

function siblings(w: Writer, specifiers: readonly string[]): string[] {
  if (!w.choices.chance(3)) return [...specifiers];
  const other = w.language.typescript && w.choices.chance(3) ? "type·" : "";
  const sibling = `${other}${w.fresh("s")}`;
  return w.choices.chance(2) ? [sibling, ...specifiers] : [...specifiers, sibling];
}

function declaration(specifiers: readonly string[], from: string, w: Writer): string {
  const first = from === MACRO_MODULE ? "" : w.maybe(9, () => `${w.fresh("d")} , `);
  const attributes = from === MACRO_MODULE ? "" : w.maybe(20, () => '·with { type : "x" }');
  const list = specifiers.join(" , ") + w.maybe(8, () => (specifiers.length > 0 ? " ," : ""));
  return `import·${first}{ ${list} } from ${from}${attributes} ¶`;
}

function source(w: Writer): string {
  return w.choices.of(['"hello-if"', "'./api.js'", '"@scope/if/sub"', '"hello-if"']);
}
