import type * as Babel from "@babel/core";
import { BABEL_7, parsing } from "../backends/babel.ts";
import { numberingNames } from "./made-names.ts";
import type { Printer } from "./printer.ts";
import type { Program } from "./program.ts";

// Where SWC strips types and lowers classes before the plugin runs, what it makes depends on whether
// macros are expanded before that, as in what it is compared with, or after.

const { types: t } = BABEL_7.core;

/**
 * Prints an output with imports in an order of their own, since unused ones are stripped and the first
 * of the others takes the place of the first; with classes as they were before keys and decorators
 * were kept in variables, as these are declared where there is room; and with other names for what SWC
 * has named itself, as it numbers these.
 *
 * @param program what the output was made of
 */
export async function levelled(
  output: string,
  { code, file }: Program,
  printed: Printer,
): Promise<string> {
  const text = await printed({ output: withoutVariables(output, file, code) });
  const imports = /^import .*;\n/gm;
  const body = text.replace(imports, "").replace(/^ *var [\w$]+(?:, [\w$]+)*;\n/gm, "");
  return [...(text.match(imports) ?? []).sort(), body].join("");
}

/**
 * A code in which the variables that SWC makes for keys and decorators are what they are assigned, and
 * its other names are numbered by where they are first used.
 */
function withoutVariables(code: string, file: string, input: string): string {
  try {
    const options = parsing(file);
    const tree = BABEL_7.core.parseSync(code, options)!;
    inlined(tree.program, new Map());
    const plugins = [numberingNames(input)];
    return BABEL_7.core.transformFromAstSync(tree, code, { ...options, plugins })?.code ?? code;
  } catch {
    // Babel refuses what SWC does not. Then the text is compared as it is.
    return code;
  }
}

const MADE = /^_(?:computedKey|dec)\d*$/;

/** What stands in place of a node; `undefined` if that is nothing. */
function inlined(node: Babel.Node, values: Map<string, Babel.Node>): Babel.Node | undefined {
  if (t.isVariableDeclarator(node) && t.isIdentifier(node.id) && !node.init) return node;
  if (t.isIdentifier(node)) return t.cloneNode(values.get(node.name) ?? node);
  if (t.isAssignmentExpression(node) && t.isIdentifier(node.left) && MADE.test(node.left.name)) {
    values.set(node.left.name, inlined(node.right, values)!);
    return undefined;
  }
  // A function may have a variable of the same name.
  const inner = t.isFunction(node) || t.isStaticBlock(node) ? new Map(values) : values;
  const fields = node as unknown as Record<string, Babel.Node | (Babel.Node | null)[] | null>;
  for (const key of t.VISITOR_KEYS[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) {
      fields[key] = value.flatMap((item) => (item ? (inlined(item, inner) ?? []) : [item]));
    } else if (value) fields[key] = inlined(value, inner) ?? null;
  }
  if (t.isExpressionStatement(node) && !node.expression) return undefined;
  if (!t.isSequenceExpression(node)) return node;
  return node.expressions.length > 1 ? node : node.expressions[0];
}
