import { type Node, type ParseResult, parseSync, visitorKeys } from "oxc-parser";

/** Parses a program as its extension says. */
export function parse(code: string, file: string): ParseResult {
  const lang = file.endsWith(".ts") ? "ts" : file.endsWith(".tsx") ? "tsx" : "jsx";
  return parseSync(file, code, { lang, sourceType: "module" });
}

/** The nodes right below a node. */
export function children(node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>;
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value = fields[key];
    const items = Array.isArray(value) ? value : [value];
    return items.filter((item): item is Node => typeof item === "object" && item !== null);
  });
}

/** A node and all below it, in the order of the text as far as keys are. */
export function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* within(child);
}

/** A program with a space in place of each comment. */
export function withoutComments(code: string, file: string): string {
  let text = code;
  for (const { start, end } of parse(code, file).comments.toReversed()) {
    if (code.startsWith("#!", start)) continue;
    text = `${text.slice(0, start)} ${text.slice(end)}`;
  }
  return text;
}
