import fc from "fast-check";
import { exportedCallers, exportedName } from "./callers.ts";
import { Choices, choices } from "./choices.ts";
import { classText } from "./classes.ts";
import { definition } from "./definitions.ts";
import { expression } from "./expressions.ts";
import { signature } from "./functions.ts";
import { implementation } from "./implementations.ts";
import { imports, neededDeclarations } from "./imports.ts";
import { type Layout, layOut } from "./layout.ts";
import { enumeration, functionDeclaration, statement, variables } from "./statements.ts";
import { moduleTypeDeclaration } from "./type-declarations.ts";
import { type Language, Writer } from "./writer.ts";
import { wrongStatement } from "./wrong-statements.ts";

/** A file that uses the macros, rightly or wrongly. */
export interface Program {
  /** `input.ts`: the extension decides how it is parsed. */
  file: string;
  code: string;
}

/**
 * Whole modules, from the grammar of DESIGN 2 and of the languages around it.
 *
 * @param mistakes how many to make in each; besides, names may be hidden where that is one
 */
export function programs(mistakes: fc.Arbitrary<number> = MISTAKES): fc.Arbitrary<Program> {
  return fc
    .record({
      extension: fc.constantFrom("ts", "tsx", "js", "jsx", "ts", "tsx"),
      mistakes,
      head: choices(60),
      statements: fc.array(choices(160), { minLength: 1, maxLength: 8, size: "max" }),
      layout: layouts(),
    })
    .map(({ extension, mistakes, head, statements, layout }) => {
      const w = new Writer(language(extension), new Choices(head), mistakes);
      const { choices: ofHead } = w;
      const body = statements.map((bytes) => {
        w.choices = new Choices(bytes);
        w.depth = 0;
        return moduleStatement(w);
      });
      w.choices = ofHead;
      while (w.mistakes > 0) {
        w.mistakes--;
        body.splice(w.choices.below(body.length + 1), 0, wrongStatement(w));
      }
      const needed = neededDeclarations(w);
      const all = [...needed, ...body];
      const declarations = imports(w);
      const last = w.choices.chance(6) ? w.choices.below(all.length + 1) : 0;
      all.splice(last, 0, ...declarations.splice(w.choices.chance(2) ? 1 : 0));
      return {
        file: `input.${extension}`,
        code: layOut([...declarations, ...all].join(""), layout),
      };
    });
}

const MISTAKES = fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 4);

function language(extension: Language["extension"]): Language {
  return { extension, typescript: /^ts/.test(extension), jsx: extension !== "ts" };
}

function layouts(): fc.Arbitrary<Layout> {
  return fc.record({
    seed: fc.nat(),
    comments: fc.constantFrom(0, 0, 5, 20, 60),
    missingSemicolons: fc.constantFrom(0, 0, 0, 30, 90),
    dense: fc.boolean(),
    lineBreak: fc.constantFrom("\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\u2028"),
    start: fc.constantFrom(
      "",
      "",
      "",
      "\uFEFF",
      "#!/usr/bin/env node\n",
      '"use strict";\n',
      "// c-first\n",
      "\n\n",
    ),
  });
}

function moduleStatement(w: Writer): string {
  if (w.errs(4)) return wrongStatement(w);
  return w.pick(
    () => statement(w),
    () => implementation(w),
    () => definition(w),
    () => exportedCallers(w),
    () => exported(w),
    () => statement(w),
    () => implementation(w),
    () => typed(w),
  );
}

function exported(w: Writer): string {
  return w.pick(
    () => `export const·${exportedName(w)} = ${expression(w)} ¶`,
    () => `export ${functionDeclaration(w, exportedName(w))}`,
    () => `export ${classText(w, exportedName(w))}\n`,
    () => byDefault(w),
    () => `export * as ${w.fresh("n")} from "other" ¶`,
    () => `export { x as "${w.fresh("n")}-s" , } from "other" ¶`,
    () => `export * as "${w.fresh("n")}-s" from "other" ¶`,
    () => `export { default as·${w.fresh("n")} } from "other" ¶`,
    () => reexportOfInterface(w),
  );
}

const PLAIN = { async: false, generator: false };

function byDefault(w: Writer): string {
  if (w.exports.has("default")) return variables(w);
  w.exports.add("default");
  return w.pick(
    () => `export default·( ${expression(w)} ) ¶`,
    () => `export default·${functionDeclaration(w)}`,
    () => `export default·${classText(w, w.declare())}\n`,
    () => `export default·class extends ( ${expression(w)} ) { }\n`,
    () => `export default·function ${signature(w, PLAIN, { super: false })}\n`,
  );
}

/** An interface under its own name, and another, which only barrels do. */
function reexportOfInterface(w: Writer): string {
  const reached = w.reached();
  if (reached?.how !== "named") return variables(w);
  return `export { ${reached.local} as ${w.fresh("n")} } ¶`;
}

function typed(w: Writer): string {
  if (!w.language.typescript) return statement(w);
  const name = w.declare();
  const body = (): string =>
    w.in({ await: false, this: false }, "function", () => {
      const local = w.declare();
      return `export const·${local} = ${expression(w)} ¶${statement(w)}`;
    });
  return w.pick(
    () => moduleTypeDeclaration(w),
    () => `namespace·${name} { ${body()} }\n`,
    () => `import·${name} = x . y ¶`,
    () => `@ x . y ( ${expression(w)} ) class ${w.fresh("C")} { }\n`,
    () => `import·${name} = require ( "other" ) ¶`,
    () => `namespace·${name} . b . c { ${body()} }\n`,
    () => `export ${enumeration(w, exportedName(w))}`,
    () => `export namespace·${exportedName(w)} { ${body()} }\n`,
    () => `export import·${exportedName(w)} = x . y ¶`,
    () => `export @ x class ${exportedName(w)} { }\n`,
    () => inParts(w, name),
    () => moduleTypeDeclaration(w),
  );
}

/** A namespace in two parts: what the one exports is in scope in the other. */
function inParts(w: Writer, name: string): string {
  const [first, second] = w.choices.of([
    [name, name],
    [`${name} . b`, `${name} . b`],
    [`${name} . b`, name],
  ]) as [string, string];
  const place = { await: false, this: false };
  let exported = "";
  const part = w.in(place, "function", () => {
    exported = w.declare();
    return `namespace·${first} { export const·${exported} = ${expression(w)} ¶ }\n`;
  });
  const other = w.in(place, "function", () => {
    if (first === second) w.scope.declare(exported, "lexical");
    return `namespace·${second} { ${statement(w)} }\n`;
  });
  return w.choices.chance(2) ? part + other : other + part;
}
