import { classText } from "./classes.ts";
import { arrow, functionText, objectMethod } from "./functions.ts";
import { facade, self, use } from "./interface-uses.ts";
import { markup } from "./jsx.ts";
import { assignmentPattern } from "./patterns.ts";
import { typeText } from "./types.ts";
import type { Writer } from "./writer.ts";
import { wrongExpression } from "./wrong-uses.ts";

// Expressions: what macros stand in, in every position that the language has for them.

/** An AssignmentExpression (ECMA-262, 13.15). */
export function expression(w: Writer): string {
  return w.nested("1", () =>
    w.pick(
      () => leaf(w),
      () => use(w),
      () => operand(w),
      () => operators(w),
      () => use(w),
      () => arrow(w),
      () => assignments(w),
      () => suspended(w),
      () => typed(w),
      () => object(w),
      () => self(w),
      () => wrongOr(w),
    ),
  );
}

/** A MemberExpression or a primary one: what can be called, or have a member taken. */
export function operand(w: Writer): string {
  return w.nested("x", () =>
    w.pick(
      () => use(w),
      () => leaf(w),
      () => `( ${expression(w)} )`,
      () => literals(w),
      () => access(w),
      () => `( ${functionText(w)} )`,
      () => `( ${classText(w, null)} )`,
      () => markup(w),
      () => `( ${expression(w)} , ${expression(w)} )`,
      () => facade(w),
    ),
  );
}

/** Up to three arguments. */
export function args(w: Writer): string {
  const list = w.choices.some(0, 2, () =>
    w.choices.chance(8) ? `...${expression(w)}` : expression(w),
  );
  return list.join(" , ");
}

function leaf(w: Writer): string {
  return w.pick(
    () => "1",
    () => w.visible(),
    () => '"a"',
    () => "x",
    () => w.visible(),
    () => w.reached()?.text ?? "x",
    () => "null",
    () => (w.place.arguments === "own" ? "arguments" : "undefined"),
    () => "/[/]'/u",
    () => "`\\n${ x }'`",
    () => '"\\u{1f600}😀"',
    () => "0x1_0n",
    () => (w.place.this ? "import.meta" : "x"),
    () => (w.place.this ? "import.meta.url" : "x"),
    () => "1_0.5e-1",
    () => "/(?<a>[\\p{L}--q])/v",
    () => "'call_interface(HelloIf.hello())'",
  );
}

function literals(w: Writer): string {
  return w.pick(
    () => `[ ${expression(w)} , , ...${expression(w)} ]`,
    () => `\`a\${ ${expression(w)} }\${ ${expression(w)} }\``,
    () => `( ${expression(w)} )·\`a\${ ${expression(w)} }\``,
    () => `( new·( ${expression(w)} ) )`,
    () => `new·( ${operand(w)} ) ( ${args(w)} )`,
    () => `import ( ${expression(w)} )`,
    () => `( { ${w.key()} : ${expression(w)} } )`,
    () => (w.language.typescript ? `new·( ${operand(w)} )·< ${typeText(w)} > ( )` : "[ ]"),
    () => (w.language.typescript ? `x·< ${typeText(w)} > \`a\`` : "[ ]"),
    () => `import ( ${expression(w)} , { with : ${expression(w)} } )`,
    () => `( { async : ${expression(w)} , get : 1 , set ( ) { } , static : 2 , await : 3 } )`,
  );
}

function object(w: Writer): string {
  const members = w.choices.some(0, 3, () =>
    w.pick(
      () => `${w.key()} : ${expression(w)}`,
      () => w.visible(),
      () => `...${expression(w)}`,
      () => `[ ${expression(w)} ] : ${expression(w)}`,
      () => objectMethod(w),
    ),
  );
  const unique = members.filter((member) => !/^["']?__proto__["']? :/.test(member));
  return `( { ${unique.join(" , ")} } )`;
}

function access(w: Writer): string {
  const target = operand(w);
  return w.pick(
    () => `${target} . a`,
    () => `${target} ( ${args(w)} )`,
    () => `${target} [ ${expression(w)} ]`,
    () => `${target} ?.b`,
    () => `${target} ?.( ${args(w)} )`,
    () => `${target} ?.[ ${expression(w)} ] . c ( ${args(w)} )`,
    () => `${target} . ${w.member()} ( ${args(w)} )`,
    () => `${target} . then ( ${args(w)} ) ?.d`,
    () => `x . call_interface ( ${args(w)} )`,
    () => `( ${target} ?.a ) . b`,
    () => `${target} ?.a . b ( ${args(w)} ) ?. c [ ${expression(w)} ]`,
    () => `${target} . a \`\${ ${expression(w)} }\``,
    () => (w.place.super ? `super . a ( ${args(w)} )` : target),
    () => (w.place.super ? `super [ ${expression(w)} ]` : target),
    () => (w.place.arguments === "own" ? "new . target" : target),
    () => (w.language.typescript ? `${target} ?.a·! . b·! ( ${args(w)} )` : target),
    () => (w.language.typescript ? `( ${target} ?.a )·! [ 0 ]` : target),
  );
}

function operators(w: Writer): string {
  const infix = w.choices.of(["+", "-", "===", "<", ">>>", "&&", "||", "in", "instanceof", "%"]);
  return w.pick(
    () => `${operand(w)} ${infix} ${operand(w)}`,
    () => `! ${operand(w)}`,
    () => `typeof ${operand(w)}`,
    () => `${operand(w)} ? ${expression(w)} : ${expression(w)}`,
    () => `void ${operand(w)}`,
    () => `- ${operand(w)}`,
    () => `${operand(w)} ?? ${operand(w)}`,
    () => `${operand(w)} ** ${operand(w)}`,
    () => `delete x [ ${expression(w)} ]`,
    () => `${operand(w)} || ( ${operand(w)} ?? ${operand(w)} )`,
    () => `~ ${operand(w)}`,
    () => `+ ${operand(w)}`,
  );
}

function assignments(w: Writer): string {
  return w.pick(
    () => `x = ${expression(w)}`,
    () => `x [ ${expression(w)} ] = ${expression(w)}`,
    () => `x ${w.choices.of(["||=", "&&=", "??=", "**=", ">>>="])} ${expression(w)}`,
    () => `( ${assignmentPattern(w)} = ${expression(w)} )`,
    () => `( ${expression(w)} ) . a += ${expression(w)}`,
    () => `++ ( ${expression(w)} ) . a`,
    () => `x [ ${expression(w)} ]·--`,
  );
}

/** What only some functions have. */
function suspended(w: Writer): string {
  if (w.place.yield) {
    return w.pick(
      () => `( yield·${expression(w)} )`,
      () => `( yield·* ${expression(w)} )`,
      () => "( yield )",
    );
  }
  return w.place.await ? `( await·${operand(w)} )` : leaf(w);
}

function typed(w: Writer): string {
  if (!w.language.typescript) return operand(w);
  return w.pick(
    () => `${operand(w)}·as·${typeText(w)}`,
    () => `${operand(w)}·!`,
    () => `${operand(w)}·satisfies·${typeText(w)}`,
    () => `${operand(w)} < ${typeText(w)} > ( ${args(w)} )`,
    () => (w.language.jsx ? operand(w) : `< ${typeText(w)} > ${operand(w)}`),
    () => `( x·as·any ) = ${expression(w)}`,
    () => `( x < ${typeText(w)} > )`,
  );
}

function wrongOr(w: Writer): string {
  return w.errs(2) ? wrongExpression(w) : use(w);
}
