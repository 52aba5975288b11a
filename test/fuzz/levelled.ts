import type * as Babel from "@babel/core";
import { BABEL_7, parsing } from "../backends/babel.ts";
import type { Printer } from "./printer.ts";

// Where SWC strips types and lowers classes before the plugin runs, what it makes depends on whether
// macros are expanded before that, as in what it is compared with, or after.

const { types: t } = BABEL_7.core;

/**
 * Prints an output with imports in an order of their own, since unused ones are stripped and the first
 * of the others takes the place of the first; and with classes as they were before keys and decorators
 * were kept in variables, as these are declared where there is room, and numbered.
 */
export async function levelled(output: string, file: string, printed: Printer): Promise<string> {
  const text = await printed({ output: withoutVariables(output, file) });
  const imports = /^import .*;\n/gm;
  const body = text
    .replace(imports, "")
    .replace(/^ *var [\w$]+(?:, [\w$]+)*;\n/gm, "")
    .replace(/\b(?!__)([A-Za-z_$][\w$]*?)\d+\b/g, "$1");
  return [...(text.match(imports) ?? []).sort(), body].join("");
}

/** A code in which the variables that SWC makes for keys and decorators are what they are assigned. */
function withoutVariables(code: string, file: string): string {
  try {
    const options = parsing(file);
    const tree = BABEL_7.core.parseSync(code, options)!;
    inlined(tree.program, new Map());
    return BABEL_7.core.transformFromAstSync(tree, code, options)?.code ?? code;
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
  const fields = node as unknown as Record<string, Babel.Node | (Babel.Node | null)[] | null>;
  for (const key of t.VISITOR_KEYS[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) {
      fields[key] = value.flatMap((item) => (item ? (inlined(item, values) ?? []) : [item]));
    } else if (value) fields[key] = inlined(value, values) ?? null;
  }
  if (t.isExpressionStatement(node) && !node.expression) return undefined;
  if (!t.isSequenceExpression(node)) return node;
  return node.expressions.length > 1 ? node : node.expressions[0];
}
