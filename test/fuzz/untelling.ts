import MagicString from "magic-string";
import type { Node } from "oxc-parser";
import { parse, within, withoutComments } from "./tree.ts";

// Arrows without a block do not tell in which of its encodings SWC has a program. Where a file has no
// other functions, they cannot become any (docs/swc.md).

/** Whether a file has no functions but arrows without a block. */
export function isUntelling(code: string, file: string): boolean {
  return ![...within(parse(code, file).program)].some(tells);
}

function tells(node: Node): boolean {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "SwitchStatement":
    case "JSXText":
      return true;
    case "ArrowFunctionExpression":
      return !node.expression;
    default:
      return false;
  }
}

/** An output in which functions are arrows, of those names that are arrows in another output. */
export function withArrowsOf(other: string, commented: string, file: string): string {
  const output = withoutComments(commented, file);
  const edited = new MagicString(output);
  for (const node of within(parse(output, file).program)) {
    if (node.type !== "FunctionDeclaration" || !node.id || !node.body) continue;
    const [statement] = node.body.body;
    if (statement?.type !== "ReturnStatement" || !statement.argument) continue;
    if (!other.includes(`const ${node.id.name} = `)) continue;
    const parameters = output.slice(node.id.end, node.body.start).trim();
    const value = output.slice(statement.argument.start, statement.argument.end);
    const arrow = `${node.async ? "async " : ""}${parameters} => (${value})`;
    edited.overwrite(node.start, node.end, `const ${node.id.name} = ${arrow};`);
  }
  return edited.toString();
}
