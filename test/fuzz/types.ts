import type { Writer } from "./writer.ts";

// Types, in which names of macros and interfaces mean nothing to the expansion.

/** A type, on one line: some line breaks end a type too early. */
export function typeText(w: Writer): string {
  return type(w).replaceAll(" ", "·");
}

/** `: T`, at times. */
export function annotation(w: Writer, times = 4): string {
  return w.typed(times, () => ` : ${typeText(w)}`);
}

/** `< T >` of a call, at times. */
export function typeArguments(w: Writer): string {
  return w.typed(9, () => `·< ${typeText(w)} >`);
}

/** `< T extends U >` of a declaration, at times. Its names are those of types, and hide no value. */
export function typeParameters(w: Writer): string {
  return w.typed(9, () => {
    const name = typeName(w);
    return w.pick(
      () => `< ${name} , >`,
      () => `< ${name} extends ${typeText(w)} >`,
      () => `< const·${name} , U = ${typeText(w)} >`,
    );
  });
}

/** A name for something that only types see: mostly its own, at times one that values have. */
export function typeName(w: Writer): string {
  const [first = "H"] = w.interfaces.map(({ local }) => local);
  return w.choices.of(["T", "T", first, w.macros.use_interface]);
}

function type(w: Writer): string {
  return w.nested("any", () =>
    w.pick(
      () => "any",
      () => simple(w),
      () => reference(w),
      () => `${operand(w)} []`,
      () => `{ ${signatures(w)} }`,
      () => functionType(w),
      () => `( ${type(w)} | ${type(w)} )`,
      () => tuple(w),
      () => conditional(w),
      () => mapped(w),
      () => `typeof ${w.macros.call_interface}`,
    ),
  );
}

function operand(w: Writer): string {
  return `( ${type(w)} )`;
}

function simple(w: Writer): string {
  return w.pick(
    () => "string",
    () => `Array < ${type(w)} >`,
    () => 'import ( "x" ) . Y',
    () => `import ( "x" ) . Y < ${type(w)} >`,
    () => "`a${ string }`",
    () => "[ - 1 ]",
    () => '"b"',
    () => `keyof ${operand(w)}`,
    () => `${operand(w)} [ "a" ]`,
    () => "unique symbol",
    () => w.choices.of(["boolean", "number", "bigint", "object", "null", "undefined"]),
    () => `typeof import ( "crate-interface/macro" )`,
    () => `readonly ${operand(w)} []`,
    () => `typeof ${w.visible()}`,
    () => "this",
    () => "12n",
    () => "( | string & { } )",
  );
}

/** A type that names an interface, whose import must stay as that of a type then. */
function reference(w: Writer): string {
  const reached = w.reached();
  if (!reached) return "unknown";
  const { text } = reached;
  return w.pick(
    () => text,
    () => `typeof ${text}`,
    () => `typeof ${text} . ${w.choices.of(["hello", "greet"])}`,
    () => `ReturnType < typeof ${text} . hello >`,
    () => `${text} < ${type(w)} >`,
    () => `${text} . Box`,
    () => `typeof ${text} < ${type(w)} >`,
    () => `keyof typeof ${text}`,
  );
}

/** Members of an object type: their names are no references, unless they are computed. */
function signatures(w: Writer): string {
  const member = (): string =>
    w.pick(
      () => `a : ${type(w)}`,
      () => `${w.member()} ? ( ${typeName(w)} : ${type(w)} ) : void`,
      () => `readonly ${typeName(w)} : ${type(w)}`,
      () => `[ ${typeName(w)} : string ] : ${type(w)}`,
      () => `( ${typeName(w)} : ${type(w)} ) : ${type(w)}`,
      () => `new ( ...${typeName(w)} : any[] ) : ${type(w)}`,
      () => `get ${typeName(w)} ( ) : ${type(w)}`,
      () => `[ Symbol . iterator ] : ${type(w)}`,
      () => `b < ${typeName(w)} > ( this : ${type(w)} , ${typeName(w)}2 ? : ${type(w)} ) : void`,
    );
  return w.choices.some(1, 2, member).join(" ; ");
}

function functionType(w: Writer): string {
  const name = typeName(w);
  return w.pick(
    () => `( ( ${name} : ${type(w)} , ...b : any[] ) => ${type(w)} )`,
    () => `( new ( ${name} : ${type(w)} ) => ${type(w)} )`,
    // In a tuple, as Babel 8 prints no parentheses between two `<`.
    () => `[ < ${name} extends ${type(w)} > ( a : ${name} ) => a is ${type(w)} ]`,
    () => `( ( ${name} : any ) => asserts ${name} is ${type(w)} )`,
    () => `( abstract new ( ) => ${type(w)} )`,
    () => `( ( { a , b : ${name} } : any , [ c ] : any ) => ${type(w)} )`,
    () => `( ( this : any ) => asserts this )`,
  );
}

function tuple(w: Writer): string {
  return w.pick(
    () => `[ ${type(w)} , ...${operand(w)} [] ]`,
    () => `[ ${typeName(w)} : ${type(w)} , b ? : ${type(w)} ]`,
    () => `[ ${operand(w)} ? ]`,
    () => `[ ...${typeName(w)} : any[] ]`,
  );
}

function conditional(w: Writer): string {
  return w.pick(
    () => `( ${operand(w)} extends ${type(w)} ? 1 : "a" )`,
    () => `( ${operand(w)} extends Array < infer ${typeName(w)} > ? ${type(w)} : never )`,
    () => `( ${operand(w)} extends [ infer ${typeName(w)} extends string ] ? 1 : 2 )`,
  );
}

function mapped(w: Writer): string {
  return w.pick(
    () => `{ readonly [ ${typeName(w)} in keyof any ] ? : ${type(w)} }`,
    () => `{ - readonly [ K in ${type(w)} as ${type(w)} ] - ? : K }`,
  );
}
