import { annotation, typeName, typeText } from "./types.ts";
import type { Writer } from "./writer.ts";

// Declarations of which nothing is left when types are stripped.

/** A statement that only declares types. */
export function typeDeclaration(w: Writer): string {
  const name = w.fresh("T");
  return w.pick(
    () => `type·${name} = ${typeText(w)} ¶`,
    () => `interface·${name} { a : ${typeText(w)} ; b ( ) : void }\n`,
    () => `type·${name} < ${typeName(w)} , in·out·U > = ${typeText(w)} ¶`,
    () => `interface·${name} < ${typeName(w)} > extends Y < ${typeText(w)} > , api . Z { }\n`,
    () => `declare·const ${name} : ${typeText(w)} ¶`,
    () => `declare·function ${name} ( a : ${typeText(w)} ) : void ¶`,
    () => abstractClass(w, name),
    () => `declare·class ${name} extends Y < ${typeText(w)} > { a : any ; static b ( ) : void }\n`,
    () => `declare·enum ${name} { A , B = 2 }\n`,
    () => `declare·abstract·class ${name} { abstract a ( ) : void ; private constructor ( ) ; }\n`,
  );
}

/** The same where only modules have it. */
export function moduleTypeDeclaration(w: Writer): string {
  const name = w.fresh("T");
  const reached = w.reached();
  const local = reached?.how === "named" ? reached.local : null;
  return w.pick(
    () => `export type·${name} = ${typeText(w)} ¶`,
    () => `export interface·${name} extends ${name}a { a : ${typeText(w)} }\n`,
    () => `import type·{ ${name} } from "types" ¶`,
    () => `import { type·${name} } from "types" ¶`,
    () => `declare·namespace·${name} . B { const a : ${typeText(w)} ; }\n`,
    () => `declare·global { interface·${name} { } var ${name}a : ${typeText(w)} ; }\n`,
    () => `declare·module·"x" { export const a : ${typeText(w)} ; export default a ; }\n`,
    () => `declare·module·"crate-interface/macro" { export function other ( ) : void ; }\n`,
    () => (local ? `export type·{ ${local} as ${name} } ¶` : ""),
    () => (local ? `export { type·${local} as ${name} , } ¶` : ""),
    () => `export declare·const ${name} : ${typeText(w)} ¶`,
    () => `export declare·function ${name} ( a${annotation(w)} ) : void ¶`,
    () => 'export type·* from "types" ¶',
    () => 'export type·{ Interface } from "crate-interface/macro" ¶',
    () => `export type·* as ${name} from "types" ¶`,
    () => `import type·${name} from "types" ¶`,
    () => `import type·* as ${name} from "types" ¶`,
    () => `import type·${name} = require ( "types" ) ¶`,
    () => `export abstract·class ${name} { abstract accessor·a : any ; b ? ( ) : void }\n`,
    () => `export as·namespace·${name} ¶`,
  );
}

function abstractClass(w: Writer, name: string): string {
  return w.pick(
    () => `abstract·class ${name} { abstract a : ${typeText(w)} ; abstract b ( ) : void }\n`,
    () =>
      `abstract·class ${name} { protected abstract readonly·a : any ; abstract get·b ( ) : any ; }\n`,
  );
}
