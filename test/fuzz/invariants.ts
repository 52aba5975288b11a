import type { Comment, Program as Tree } from "oxc-parser";
import { expand } from "../../src/expand/expand.ts";
import { recognise } from "../../src/expand/recognise.ts";
import type { Sites } from "../../src/expand/site.ts";
import { MACRO_MODULE } from "../../src/naming.ts";
import type { Finding } from "./compare.ts";
import type { Program } from "./program.ts";
import { parse } from "./tree.ts";

/** What holds for every program, whatever it is: of the bundler backend, which keeps the text. */
export function findBroken({ code, file }: Program): Finding | null {
  const path = `/fixture/${file}`;
  const broken = (kind: string, details: string): Finding => ({ by: "invariant", kind, details });
  let expansion: ReturnType<typeof expand>;
  try {
    expansion = expand(code, path);
  } catch (error) {
    return broken("expand throws", (error as Error).stack ?? "");
  }
  if (!expansion) return null;
  const { diagnostics, code: output } = expansion;
  if (diagnostics.length > 0) {
    const outside = diagnostics
      .flatMap(({ labels }) => labels.map(({ span }) => span))
      .find(({ start, end }) => start < 0 || end < start || end > code.length);
    if (outside) return broken("a place outside of the file", JSON.stringify(outside));
    return output === code ? null : broken("errors and another code", output);
  }
  const parsed = parse(output, file);
  if (parsed.errors.length > 0) {
    return broken("the output cannot be parsed", `${parsed.errors[0].message}\n${output}`);
  }
  const left = macroImports(parsed.program);
  if (left.length > 0) return broken("an import of the macros is left", output);
  const again = expand(output, path);
  if (again && (again.diagnostics.length > 0 || again.code !== output)) {
    return broken("the output is expanded again", `${output}\n---\n${again.code}`);
  }
  const comment = lostComment(parse(code, file).comments, parsed.comments);
  if (comment) return broken("a comment is lost or doubled", `${comment} in\n${output}`);
  const changed = changedStatement(code, path, output);
  return changed === null ? null : broken("other code is changed", `${changed}\n---\n${output}`);
}

/** Imports of the macro module that are evaluated. */
function macroImports(tree: Tree): unknown[] {
  return tree.body.filter(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.source.value === MACRO_MODULE &&
      statement.importKind !== "type",
  );
}

/** The number of a comment that is not there exactly once; the layout numbers them. */
function lostComment(before: readonly Comment[], after: readonly Comment[]): string | null {
  const text = after.map(({ value }) => value).join("\n");
  for (const { value } of before) {
    const [number] = /\bc\d+\b/.exec(value) ?? [];
    if (number && text.match(new RegExp(`\\b${number}\\b`, "g"))?.length !== 1) return number;
  }
  return null;
}

/** A run of statements without macros that is not in the output as it was, in its order. */
function changedStatement(code: string, path: string, output: string): string | null {
  const sites = recognise(code, path);
  let from = 0;
  for (const statement of sites.module?.program.body ?? []) {
    if (statement.type === "ImportDeclaration" || isConcerned(sites, statement)) continue;
    const text = code.slice(statement.start, statement.end);
    const at = output.indexOf(text, from);
    if (at < 0) return text;
    from = at + text.length;
  }
  return null;
}

function isConcerned(sites: Sites, { start, end }: { start: number; end: number }): boolean {
  const classes = sites.implements.flatMap((site) => site.declaredClass ?? []);
  const places = [...sites.defines, ...sites.implements, ...sites.uses, ...classes];
  return places.some((place) => place.start >= start && place.end <= end);
}
