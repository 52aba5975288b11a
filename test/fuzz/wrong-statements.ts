import { definitionCall } from "./definitions.ts";
import { expression } from "./expressions.ts";
import { statics } from "./members.ts";
import type { Writer } from "./writer.ts";
import { wrongOption } from "./wrong-uses.ts";

/** A statement of the module that is a mistake, which ends in the code that stands above it. */
export function wrongStatement(w: Writer): string {
  const reached = w.reached();
  const h = reached?.text ?? "x";
  const name = w.fresh("w");
  const define = (): string => definitionCall(w, name);
  const use = (text: string): string => `${w.macro("use_interface")} ( ${text} ) ¶`;
  const implement = (list: string): string => `${w.macro("impl_interface")} ( ${list} ) ¶`;
  return w.pick(
    // CI1001
    () => `import * as ${name} from "crate-interface/macro" ¶`,
    () => `import ${name} from "crate-interface/macro" ¶`,
    () => `import { override_interface as ${name} } from "crate-interface/macro" ¶`,
    () => `import { default as ${name} } from "crate-interface/macro" ¶`,
    () => `export { call_interface as ${name} } from "crate-interface/macro" ¶`,
    () => (w.exports.has("*") ? "" : 'export * from "crate-interface/macro" ¶'),
    () => `export * as ${name} from "crate-interface/macro" ¶`,
    () => `export { ${w.macro("use_interface")} as ${name} } ¶`,
    () => typeOnly(w, name),
    () => required(w, name),
    // CI1002
    () => `export let ${name} = ${define()} ¶`,
    () => `const ${name} = ${define()} ¶`,
    () => `export const { ${name} } = ${define()} ¶`,
    () => `export const ${name} = [ ${define()} ] ¶`,
    () => `const ${name} = ${define()} ; export { ${name} as ${name}a } ¶`,
    () => `export function ${name} ( ) { const a = ${inBody(w, define)} ¶ }\n`,
    () => `${define()} ¶`,
    () => `${byDefault(w)}${define()} ¶`,
    () => `export class ${name} { a = ${inBody(w, define)} ¶ }\n`,
    // CI1003
    () => `if ( x ) ${implement(`${h} , { }`)}`,
    () => `{ ${implement(`${h} , { }`)} }\n`,
    () => `function ${name} ( ) { ${implement(`${h} , { }`)} }\n`,
    () => `export const ${name} = ${implement(`${h} , { }`)}`,
    () => `void ${implement(`${h} , { }`)}`,
    () => `( 0 , ${w.macro("impl_interface")} ( ${h} , { } ) ) ¶`,
    () => `await·${implement(`${h} , { }`)}`,
    // CI1004
    () => `class ${name} { } ${use(`${name} . hello`)}`,
    () => `function ${name} ( ) { } ${use(`${name} . hello`)}`,
    () => `const ${name} = 1 ; ${use(`${name} . hello`)}`,
    () => `import ${name} from "hello-if" ; ${use(`${name} . hello`)}`,
    () => `import * as ${name} from "hello-if" ; ${use(name)}`,
    () => `import * as ${name} from "hello-if" ; ${use(`${name} [ "a" ] . hello`)}`,
    () => implement("undeclared , { }"),
    () => implement('"a" , { }'),
    () => importedType(w, name, use),
    () => hidden(w, h, reached?.local ?? "x"),
    // CI1005
    () => implement(`${h} , class extends x { ${statics(w, new Set(), name)} }`),
    () => implement(`${h} , class ${name} { static·a ( ) { return·${name} . b ¶ } }`),
    () => (w.language.typescript ? implement(`${h} , @ x class { }`) : implement(`${h} , x`)),
    () => implement(`${h} , { a : ( )·=> arguments }`),
    // CI1007, CI1008
    () => implement(`${h} , { } , ${wrongOption(w)}`),
    () => implement(`${h} , { } , { conditions : ${expression(w)} }`),
    () => implement(`${h} , { } , { conditions : [ "a" , , ${expression(w)} ] }`),
    () => implement(`${h} , { } , options`),
    () => `export const ${name} = ${w.macro("def_interface")} ( ${wrongOption(w)} ) ¶`,
    () =>
      `export const ${name} = ${w.macro("def_interface")} ( { defaults : ${expression(w)} } ) ¶`,
    () => `export const ${name} = ${w.macro("def_interface")} ( options ) ¶`,
    // CI1009
    () => `export const ${name} = ${w.macro("def_interface")} ( { } , ${expression(w)} ) ¶`,
    () => implement(""),
    () => implement(h),
    () => implement(`${h} , { } , { } , ${expression(w)}`),
    () => implement(`...${expression(w)} , { }`),
    () => implement(`${h} , ${expression(w)}`),
    () => `${w.macro("impl_interface")} ?.( ${h} , { } ) ¶`,
    () => twice(w, h, name),
    // CI1010
    () => `const ${name} = ${h} ; ${use(`${name} . hello`)}`,
    () => `let ${name} = ${h} ; ${implement(`${name} , { }`)}`,
    () => `const ${name} = ${h} , ${name}a = ${name} ; ${use(`${name}a`)}`,
    // CI1011
    () => implement(`${h} , { twice ( ) { } } `) + implement(`${h} , { "twice" : 1 }`),
    () => implement(`${h} , { twice : 1 , twice ( ) { } }`),
    // CI1013
    () => `${use(h)}const { ${name} } = ${h} ¶`,
    () => `${use(h)}const { a : ${name} , ...${name}a } = ${h} ¶`,
    () => `${use(h)}for ( ${h} . a of [ ] ) { }\n`,
    () => `${use(h)}${byDefault(w)}${h} . a ¶`,
    // CI1012
    () => "const = 1 ¶",
    () => "x ( ] ¶",
    () => 'x = "unfinished\n',
    () => "if ( {\n",
    () => `return·1 ¶`,
    () => "x = { a b } ¶",
  );
}

/** In a function or a class, where nothing of the module is awaited. */
function inBody(w: Writer, write: () => string): string {
  return w.in({ await: false, arguments: "forbidden" }, "function", write);
}

function required(w: Writer, name: string): string {
  if (!w.language.typescript) return `const ${name} = require ( "crate-interface/macro" ) ¶`;
  return w.pick(
    () => `import ${name} = require ( "crate-interface/macro" ) ¶`,
    () => `const ${name} = require ( \`crate-interface/macro\` ) ¶`,
    () => `const { ${name} } = await·import ( "crate-interface/macro" ) ¶`,
  );
}

function typeOnly(w: Writer, name: string): string {
  if (!w.language.typescript) return `export { ${w.macro("call_interface")} as "a${name}" } ¶`;
  return w.pick(
    () =>
      `import type·{ call_interface as ${name} } from "crate-interface/macro" ; ${name} ( x ) ¶`,
    () => `import { type·use_interface as ${name} } from "crate-interface/macro" ; ${name} ( x ) ¶`,
    () => `import type·* as ${name} from "crate-interface/macro" ; ${name} . a ¶`,
  );
}

function importedType(w: Writer, name: string, use: (text: string) => string): string {
  if (!w.language.typescript) return use(`x . y`);
  return w.pick(
    () => `import type·{ ${name} } from "hello-if" ; ${use(`${name} . hello`)}`,
    () => `import { type·${name} } from "hello-if" ; ${use(name)}`,
    () => `enum ${name} { A } ${use(`${name} . A`)}`,
    () => `namespace·${name} { export const a = 1 ; } ${use(`${name} . a`)}`,
    () => `import·${name} = ${w.reached()?.text ?? "x . y"} ; ${use(`${name} . hello`)}`,
    () => `declare·const ${name} : any ; ${use(`${name} . hello`)}`,
    () => `export = ${w.macro("use_interface")} ¶`,
  );
}

/** An interface that a binding of the function, or of a block, hides. */
function hidden(w: Writer, h: string, local: string): string {
  const use = `${w.macro("use_interface")} ( ${h} . hello )`;
  return w.pick(
    () => `( function ( ${local} ) { ${use} ¶ } ) ¶`,
    () => `{ let ${local} ; ${use} ¶ }\n`,
    () => `x = ( ${local} )·=> ${use} ¶`,
    () => `for ( const ${local} of x ) ${use} ¶`,
    () => `try { } catch ( { a : ${local} } ) { ${use} ¶ }\n`,
    () => `switch ( ${use} ) { default : class ${local} { } ; ${use} ¶ }\n`,
    () => `function ${w.fresh("h")} ( a = ${use} ) { { var ${local} ¶ } ${use} ¶ }\n`,
    () => `x = class ${local} { a = ${use} ¶ } ¶`,
    () => `x = function ${local} ( ) { return·${use} ¶ } ¶`,
    () => `class ${w.fresh("h")} { static { var ${local} ; ${use} ¶ } }\n`,
    () => (w.language.typescript ? `enum ${w.fresh("h")} { ${local} , B = ${use} }\n` : `${use} ¶`),
    () =>
      w.language.typescript
        ? `namespace·${w.fresh("h")} { const ${local} = 1 ; ${use} ¶ }\n`
        : `${use} ¶`,
  );
}

/** One class for two interfaces. */
function twice(w: Writer, h: string, name: string): string {
  const implement = (): string => `${w.macro("impl_interface")} ( ${h} , ${name} ) ¶`;
  return `class ${name} { } ${implement()}${implement()}`;
}

/** What makes an expression the default export, unless the module has one. */
function byDefault(w: Writer): string {
  if (w.exports.has("default")) return "x = ";
  w.exports.add("default");
  return "export default·";
}
