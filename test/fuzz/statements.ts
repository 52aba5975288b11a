import { localCallers } from "./callers.ts";
import { classText } from "./classes.ts";
import { expression, operand } from "./expressions.ts";
import { body, form, signature } from "./functions.ts";
import { pattern, untyped } from "./patterns.ts";
import { typeDeclaration } from "./type-declarations.ts";
import { annotation, typeText } from "./types.ts";
import type { Writer } from "./writer.ts";

// Statements that may stand anywhere: those of functions, blocks and the module alike.

/** From `min` to `max` statements. */
export function statements(w: Writer, min: number, max: number): string {
  return w.choices.some(min, max, () => statement(w)).join("");
}

/** A statement, with what ends it. */
export function statement(w: Writer): string {
  return w.nested(";", () =>
    w.pick(
      () => expressionStatement(w),
      () => variables(w),
      () => expressionStatement(w),
      () => localCallers(w),
      () => branch(w),
      () => loop(w),
      () => declaration(w),
      () => jump(w),
      () => inBlock(w),
      () => typescript(w),
    ),
  );
}

/** An expression that stands alone. */
export function expressionStatement(w: Writer): string {
  const text = expression(w);
  return /^(?:\{|function|class|async·function|let|@|import\.meta)/.test(text)
    ? `( ${text} ) ¶`
    : `${text} ¶`;
}

/** `const a = 1, { b } = c`. */
export function variables(w: Writer): string {
  const kind = w.choices.of(["const", "let", "var"]);
  const declares = kind === "var" ? "var" : "lexical";
  const list = w.choices.some(1, 2, () =>
    w.pick(
      () => `${w.declare(declares)}${annotation(w)} = ${expression(w)}`,
      () => `${pattern(w, declares)}${annotation(w, 9)} = ${expression(w)}`,
      () => (kind === "const" ? `${w.declare(declares)} = 1` : w.declare(declares)),
    ),
  );
  return `${kind}·${list.join(" , ")} ¶`;
}

function declaration(w: Writer): string {
  return w.pick(
    () => functionDeclaration(w),
    () => `${classText(w, w.declare())}\n`,
    () => (w.place.using ? `using·${w.declare()} = ${expression(w)} ¶` : ";"),
    () =>
      w.place.using && w.place.await ? `await·using·${w.declare()} = ${expression(w)} ¶` : ";",
  );
}

/** `async function * f ( ) { }`. */
export function functionDeclaration(w: Writer, name: string = w.declare()): string {
  const how = form(w);
  const head = `${how.async ? "async·" : ""}function${how.generator ? " *" : ""}`;
  const overload = w.typed(9, () => `${head.replace(" *", "")} ${name} ( a : any ) : any ¶`);
  const text = `${head} ${name} ${signature(w, how, { self: false, super: false })}\n`;
  return how.generator || how.async ? text : overload + text;
}

function branch(w: Writer): string {
  return w.pick(
    () => `if ( ${expression(w)} ) ${inBlock(w)} else ${inBlock(w)}`,
    () => `if ( ${expression(w)} ) ${expressionStatement(w)}`,
    () => `try ${inBlock(w)} catch ( ${caught(w)}`,
    () => `try ${inBlock(w)} catch ${inBlock(w)} finally ${inBlock(w)}`,
    () => switched(w),
    () => `if ( ${expression(w)} ) ; else if ( ${expression(w)} ) ${expressionStatement(w)}`,
    () => `try ${inBlock(w)} finally ${inBlock(w)}`,
    () => `try { } catch ( ${caught(w)} finally ${inBlock(w)}`,
    () => `switch ( ${expression(w)} ) { case ${expression(w)} : }\n`,
  );
}

function caught(w: Writer): string {
  return w.in({}, "block", () => `${untyped(w, "lexical")} ) { ${body(w)} }\n`);
}

function switched(w: Writer): string {
  return `switch ( ${expression(w)} ) { ${w.in({ using: false }, "block", () => {
    const cases = w.choices.some(1, 2, () => `case ${expression(w)} : ${statement(w)}`);
    return `${cases.join("")} default : ${statement(w)}`;
  })} }\n`;
}

function loop(w: Writer): string {
  const kind = w.choices.of(["const", "let", "var"]);
  const declares = kind === "var" ? "var" : "lexical";
  return w.in({ loop: true }, "block", () =>
    w.pick(
      () => `while ( ${expression(w)} ) ${inBlock(w)}`,
      () => `for ( ${kind}·${untyped(w, declares)} of ${expression(w)} ) ${inBlock(w)}`,
      () =>
        `for ( let ${w.declare()} = ( ${expression(w)} ) ; ${expression(w)} ; ${expression(w)} ) ${inBlock(w)}`,
      () => `do ${inBlock(w)} while ( ${expression(w)} ) ¶`,
      () => `for ( ${kind}·${w.declare(declares)} in ${expression(w)} ) ${inBlock(w)}`,
      () => `for ( x . a of ${operand(w)} ) ${expressionStatement(w)}`,
      () =>
        w.place.await ? `for await ( const ${w.declare()} of ${expression(w)} ) ${inBlock(w)}` : "",
      () => `for ( ; ; ) ${inBlock(w)}`,
      () => labelled(w),
      () => `for ( x [ ${expression(w)} ] in ${expression(w)} ) ${inBlock(w)}`,
      () => `for ( x = ( ${expression(w)} ) ; ; x . a·++ ) ${inBlock(w)}`,
      () => `for ( ${kind}·${w.declare(declares)} = 1 , ${w.declare(declares)} = 2 ; ; ) ;`,
      () => `for ( { a : x } of ${expression(w)} ) ${inBlock(w)}`,
    ),
  );
}

function labelled(w: Writer): string {
  const odd = w.choices.chance(2);
  const label = odd ? w.choices.of([w.macros.call_interface, "HelloIf"]) : w.fresh("l");
  const within = (loop: boolean): string =>
    odd ? "" : w.in({ loop }, "block", () => statements(w, 0, 1));
  return w.pick(
    () =>
      `${label} : while ( x ) { ${within(true)} ${w.choices.of(["break", "continue"])}·${label} ¶ }\n`,
    () => `${label} : { ${within(false)} break·${label} ¶ }\n`,
    () => `${label} : for ( const ${w.fresh()} of x ) { for ( ; ; ) continue·${label} ¶ }\n`,
  );
}

function jump(w: Writer): string {
  const { place } = w;
  return w.pick(
    () => (place.return ? `return·${expression(w)} ¶` : ";"),
    () => `throw·${expression(w)} ¶`,
    () => (place.loop ? `if ( ${expression(w)} ) ${w.choices.of(["break", "continue"])} ¶` : ";"),
    () => "debugger ¶",
    () => (place.return ? "return ¶" : ";"),
  );
}

function inBlock(w: Writer): string {
  return `{ ${w.in({}, "block", () => body(w))} }\n`;
}

function typescript(w: Writer): string {
  if (!w.language.typescript) return expressionStatement(w);
  return w.pick(
    () => typeDeclaration(w),
    () => enumeration(w),
    () => typeDeclaration(w),
    () => `let·${w.declare()}!·: ${typeText(w)} ¶`,
    () => `try { } catch ( ${w.fresh()} : unknown ) { }\n`,
  );
}

/** An enum, whose members are names in its body. */
export function enumeration(w: Writer, name: string = w.declare()): string {
  const head = `${w.maybe(4, () => "const·")}enum ${name}`;
  return w.in({ await: false, yield: false, this: false, self: false }, "block", () => {
    const first = w.choices.of(["A", "HelloIf", w.macros.call_interface]);
    w.scope.declare(first, "lexical");
    return `${head} { ${first} = ${operand(w)} , B , "c-d" = ( ${expression(w)} ) }\n`;
  });
}
