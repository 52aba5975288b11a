import type { Writer } from "./writer.ts";

// Types, in which names of macros and interfaces mean nothing to the expansion.

/** A type, on one line: some line breaks end a type too early. */
export function typeText(w: Writer): string {
  return type(w).replaceAll(" ", "·");
}

function type(w: Writer): string {
  return w.nested("any", () =>
    w.pick(
      () => "any",
      () => "string",
      () => interfaceType(w),
      () => `${type(w)} []`,
      () => `{ a : ${type(w)} ; b ? ( x : ${type(w)} ) : void }`,
      () => `( ( a : ${type(w)} , ...b : any[] ) => ${type(w)} )`,
      () => `( ${type(w)} | ${type(w)} )`,
      () => `[ ${type(w)} , ...${type(w)} [] ]`,
      () => `Array < ${type(w)} >`,
      () => 'import ( "x" ) . Y',
      () => `( ${type(w)} extends ${type(w)} ? 1 : "a" )`,
      () => "{ readonly [ K in keyof any ] ?: K }",
      () => `typeof ${w.macros.call_interface}`,
    ),
  );
}

/** A type that names an interface, whose import must stay as that of a type then. */
function interfaceType(w: Writer): string {
  const reached = w.reached();
  if (!reached) return "unknown";
  return w.pick(
    () => reached.text,
    () => `typeof ${reached.text}`,
    () => `typeof ${reached.text} . ${w.choices.of(["hello", "greet"])}`,
    () => `ReturnType < typeof ${reached.text} . hello >`,
  );
}

/** `: T`, at times. */
export function annotation(w: Writer, times = 4): string {
  return w.typed(times, () => ` : ${typeText(w)}`);
}

/** `< T >` of a call, at times. */
export function typeArguments(w: Writer): string {
  return w.typed(9, () => ` < ${typeText(w)} >`);
}

/** `< T extends U >` of a declaration, at times. `T` hides nothing that is a value. */
export function typeParameters(w: Writer): string {
  return w.typed(9, () =>
    w.pick(
      () => "< T , >",
      () => `< T extends ${typeText(w)} >`,
      () => `< const·T , U = ${typeText(w)} >`,
    ),
  );
}

/** A statement that only declares types, or TypeScript's own. */
export function typeDeclaration(w: Writer): string {
  const name = w.fresh("T");
  return w.pick(
    () => `type·${name} = ${typeText(w)} ¶`,
    () => `interface·${name} { a : ${typeText(w)} ; b ( ) : void }\n`,
    () => `declare·const ${name} : ${typeText(w)} ¶`,
    () => `declare·function ${name} ( a : ${typeText(w)} ) : void ¶`,
    () => `abstract·class ${name} { abstract a : ${typeText(w)} ; abstract b ( ) : void }\n`,
    () => `declare·class ${name} { a : ${typeText(w)} ; static b ( ) : void }\n`,
    () => `declare·enum ${name} { A , B = 2 }\n`,
  );
}

/** The same where only modules have it. */
export function moduleTypeDeclaration(w: Writer): string {
  const name = w.fresh("T");
  const reached = w.reached();
  return w.pick(
    () => `export type·${name} = ${typeText(w)} ¶`,
    () => `export interface·${name} extends ${name}a { a : ${typeText(w)} }\n`,
    () => `import type·{ ${name} } from "types" ¶`,
    () => `import { type·${name} } from "types" ¶`,
    () => `declare·namespace·${name} { const a : ${typeText(w)} ; }\n`,
    () => `declare·global { interface·${name} { } }\n`,
    () => `declare·module·"x" { export const a : ${typeText(w)} ; }\n`,
    () => (reached?.how === "named" ? `export type·{ ${reached.local} as ${name} } ¶` : ""),
    () => `export declare·const ${name} : ${typeText(w)} ¶`,
    () => `export type·* from "types" ¶`,
    () => `import type·${name} from "types" ¶`,
    () => `import type·* as ${name} from "types" ¶`,
  );
}
