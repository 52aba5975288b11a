import type { Node } from "oxc-parser";
import type { Program } from "./program.ts";
import { children, parse, withoutComments } from "./tree.ts";

/**
 * The smallest program that still fails: pieces of the tree are removed, or replaced by a piece of
 * themselves, as long as it does. What does not parse is reduced by lines.
 *
 * @param fails whether a smaller program fails in the same way
 */
export async function reduce(
  program: Program,
  fails: (smaller: Program) => Promise<boolean>,
): Promise<Program> {
  let { code } = program;
  const tried = new Set<string>([code]);
  const attempt = async (smaller: string): Promise<boolean> => {
    if (tried.has(smaller) || smaller.length >= code.length) return false;
    tried.add(smaller);
    if (!(await fails({ ...program, code: smaller }))) return false;
    code = smaller;
    return true;
  };
  await attempt(code.replace(/^\uFEFF|\r/g, ""));
  await attempt(withoutComments(code, program.file));
  for (let progress = true; progress; ) {
    progress = false;
    for (const { start, end, text } of edits(code, program.file)) {
      progress = await attempt(code.slice(0, start) + text + code.slice(end));
      if (progress) break;
    }
  }
  for (const { index } of code.matchAll(/(?<![;}])\n(?=.)/g)) {
    const joined = `${code.slice(0, index)} ${code.slice(index + 1)}`;
    if (await fails({ ...program, code: joined })) code = joined;
  }
  return { ...program, code: code.replace(/\s*$/, "\n") };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What may be left out, the largest first. */
function edits(code: string, file: string): Edit[] {
  const found = lines(code);
  const { program } = parse(code, file);
  const visit = (node: Node): void => {
    found.push(...shortenings(code, node));
    for (const child of children(node)) visit(child);
  };
  visit(program);
  found.push(...[...code.matchAll(/\s{2,}/g)].map(blank));
  return found.sort((a, b) => b.end - b.start - b.text.length - (a.end - a.start - a.text.length));
}

/** A node left out, with the comma that follows it, or replaced by each of its children. */
function shortenings(code: string, node: Node): Edit[] {
  const { start, end } = node;
  if (node.type === "Program") return [];
  const behind = /^\s*,/.exec(code.slice(end))?.[0].length ?? 0;
  const before = /,\s*$/.exec(code.slice(0, start))?.[0].length ?? 0;
  const texts = [
    "1",
    "x",
    "{}",
    "any",
    ...children(node).map((child) => code.slice(child.start, child.end)),
  ];
  const replaced = texts.map((text) => ({ start, end, text }));
  return [
    { start, end: end + behind, text: "" },
    { start: start - before, end, text: "" },
    ...replaced,
    ...children(node).flatMap((child) => [
      { start, end: child.start, text: "" },
      { start: child.end, end, text: "" },
    ]),
  ].filter((edit) => edit.text.length < edit.end - edit.start);
}

function lines(code: string): Edit[] {
  const found = [...code.matchAll(/.*\n/g)];
  return found.map(({ index, 0: line }) => ({ start: index, end: index + line.length, text: "" }));
}

function blank({ index, 0: text }: RegExpExecArray): Edit {
  return { start: index, end: index + text.length, text: text.includes("\n") ? "\n" : " " };
}
