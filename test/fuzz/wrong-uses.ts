import { args, expression } from "./expressions.ts";
import { namespaceOption, wrapped } from "./interface-uses.ts";
import type { Macro, Writer } from "./writer.ts";
import { wrongReceiver } from "./wrong-members.ts";

// What users get wrong inside of expressions, each mistake with the code that it ends in.

/** In place of a macro: one that is given the wrong thing, or none where one is needed. */
export function wrongUse(w: Writer): string {
  const reached = w.reached();
  if (!reached) return "0";
  const h = reached.text;
  const call = (list: string): string => `${w.macro("call_interface")} ( ${list} )`;
  const use = (list: string): string => `${w.macro("use_interface")} ( ${list} )`;
  const either = (list: string): string => (w.choices.chance(2) ? use(list) : call(list));
  const m = w.member();
  return w.pick(
    // CI1013
    () => `${use(h)} . a ( ${bare(w, h)} )`,
    // CI1009
    () => call(""),
    () => use(""),
    () => call(h),
    () => call(`${h} , ${args(w)}`),
    () => either(namespaceOption(w)),
    () => either(`...${expression(w)}`),
    () => call(`${h} . ${m} ( ) , ${expression(w)}`),
    () => call(`${h} ?.${m} ( ${args(w)} )`),
    () => call(`${h} . ${m} ?.( ${args(w)} )`),
    () => use(`${h} ?.${m}`),
    () => either(`${wrapped(w, h)} ?.${m}`),
    () => either(`( ${h} ?.${m} ) . a`),
    () => (w.language.typescript ? either(`${h} ?.${m}·!`) : either(`( ${h} ?.${m} )`)),
    () => (w.language.typescript ? either(`( ${h} ?.a )·! . ${m}`) : either(`${h} ?.[ "a" ]`)),
    () => (w.language.typescript ? call(`${h}·! . ${m} ?.( )·! . a`) : call(`${h} . ${m} ?.a ( )`)),
    () => `${w.macro("call_interface")} ?.( ${h} . ${m} ( ${args(w)} ) )`,
    () => either(`${h} [ "${m}" ]`),
    () => call(`${h} [ ${expression(w)} ] ( )`),
    () => call(`new ${h} . ${m} ( )`),
    () => call(`${h} . ${m} \`a\``),
    () => call(`( )·=> ${h} . ${m} ( )`),
    () => call(`${h} . ${m} ( ) ( )`),
    () => call(`${h} . ${m} ( ) . then ( )`),
    () => use(`${h} , ${h}`),
    () => use(`${h} . ${m} , ${args(w)}`),
    () => call(expression(w)),
    // CI1004
    () => either(`${h} . ${m} . ${w.member()}`),
    () => call(`${h} . ${m} . call ( null )`),
    () => use(`${h} . ${m} ( ${args(w)} )`),
    () => use(expression(w)),
    () => either(`undeclared . ${m}`),
    () => either(`make ( ) . ${m}`),
    () => either(`${h} . ${m} [ 0 ]`),
    () => either(`api . ${m}`),
    // CI1007, CI1008
    () => either(`${wrongOption(w)} , ${h} . ${m}`),
    () => either(`options , ${h} . ${m}`),
    () => either(`${wrongOption(w)} , ${h} . ${m}`),
    // CI1001
    () => macroAsValue(w),
  );
}

/** In place of any expression. */
export function wrongExpression(w: Writer): string {
  const reached = w.reached();
  return w.pick(
    () => wrongReceiver(w),
    () => macroAsValue(w),
    // CI1002, CI1003
    () => `${w.macro("def_interface")} ( )`,
    () => `${w.macro("impl_interface")} ( ${reached?.text ?? "x"} , { } )`,
    // CI1010: what it is an alias of may be hidden, and then it is none.
    () => `( ( y )·=> { const z = ${reached?.text ?? "x"} ; return·${alias(w)} ; } )`,
    // CI1001
    () => 'import ( "crate-interface/macro" )',
    () => 'require ( "crate-interface/macro" )',
    () => "import ( `crate-interface/macro` )",
  );
}

/** In place of callers: CI1009. */
export function wrongCallers(w: Writer, declare: () => string): string {
  const reached = w.reached();
  const use = `${w.macro("use_interface")} ( ${reached?.text ?? "x"} )`;
  return w.pick(
    () => `{ a : ${declare()} , ...${declare()} } = ${use}`,
    () => `{ a : ${declare()} = ${expression(w)} } = ${use}`,
    () => `{ ${w.member()} : { a : ${declare()} } } = ${use}`,
    () => `{ b : [ ${declare()} ] } = ${use}`,
    () => `{ [ "c" ] : ${declare()} } = ${use}`,
    () => `{ } = ${use}`,
    () => `{ a : ${declare()} } = ${reached?.text ?? "x"}`,
    () => `{ a : ${declare()} } = ${w.macro("use_interface")} ( y )`,
  );
}

/** Options that are wrong in a definition, an implementation, a call or a use: CI1007 and CI1008. */
export function wrongOption(w: Writer): string {
  return w.pick(
    () => `{ namespace : ${expression(w)} }`,
    () => "{ namespace }",
    () => `{ namespace : ${w.choices.of(['"a-b"', '""', '"1a"', '"é"', "'\\n'"])} }`,
    () => `{ "namespace" : ( "/" ) , }`,
    () => `{ namespace : ${expression(w)} }`,
    () => `{ namespace : ${w.choices.of(['"a/b"', '"../a"', '"a\\x20b"', '"😀"'])} }`,
    () => '{ namespace : "A" , "namespace" : "B" }',
    () => `{ other : ${expression(w)} }`,
    () => `{ ...${expression(w)} }`,
    () => '{ [ "namespace" ] : "A" }',
    () => "{ namespace ( ) { } }",
    () => '{ get·namespace ( ) { return·"A" ¶ } }',
    () => "{ namespace : `A` }",
    () => '{ a : 1 , namespace : "/" , ...x }',
    () => "{ constructor : 1 , __proto__ : null }",
  );
}

/** CI1001. */
export function macroAsValue(w: Writer): string {
  const macro = w.macro(w.choices.of<Macro>(["call_interface", "use_interface", "impl_interface"]));
  return w.pick(
    () => macro,
    () => `${macro} . a`,
    () => `[ ${macro} ]`,
    () => `${macro}·\`a\``,
    () => `new ${macro} ( )`,
    () => `( { ${macro} } )`,
    () => `( 0 , ${macro} ) ( )`,
    () => `typeof ${macro}`,
    () => (w.language.jsx ? `[ <x.Y>{ ${macro} }</x.Y> ]` : macro),
  );
}

/** CI1013, when the file uses the interface in a macro too. */
function bare(w: Writer, h: string): string {
  const m = w.member();
  return w.pick(
    () => `${h} . ${m} ( ${args(w)} )`,
    () => `${h} . ${m}`,
    () => `${h} [ ${expression(w)} ]`,
    () => `( ${h} . ${m} = 1 )`,
    () => `delete ${h} . ${m}`,
    () => `new ${h} . Box ( )`,
    () => `${h} . ${m} \`a\``,
    () => `${h} ?.${m} ( )`,
    () => `( { a : ${h} . ${m} } = x )`,
    () => `${h} [ "interface" ] , ${h} . interface , ${h} . ${m}`,
    () =>
      w.language.jsx && !/[.𝒳]/u.test(h)
        ? `[ <${h}.Box>{ ${h} . ${m} }</${h}.Box> ]`
        : `${h} . ${m}`,
    () => (w.language.typescript ? `( ${h}·as·any ) . ${m}` : `( ${h} ) . ${m}`),
  );
}

function alias(w: Writer): string {
  return w.pick(
    () => `${w.macro("use_interface")} ( z . hello )`,
    () => `${w.macro("call_interface")} ( z . hello ( ) )`,
    () => `${w.macro("use_interface")} ( y )`,
  );
}
