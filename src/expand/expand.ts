import MagicString, { type SourceMap } from "magic-string";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { MACRO_MODULE } from "../naming.ts";
import { declareNames } from "./declared-names.ts";
import { Edits } from "./edits.ts";
import { LinkImports, LocalNames } from "./link-imports.ts";
import type { Module } from "./module.ts";
import { partsOf } from "./parts.ts";
import { toDiagnostic } from "./problem.ts";
import { recognise } from "./recognise.ts";
import type { Problem, Sites } from "./site.ts";
import { writeImports } from "./write-imports.ts";
import { StatementWriter } from "./write-statements.ts";
import { UseWriter } from "./write-uses.ts";

/** The result of expanding one file. */
export interface Expansion {
  /** The file with its macros expanded; as it was when there are errors. */
  code: string;
  /** From `code` to the file, at the precision of words; `null` when nothing changed. */
  map: SourceMap | null;
  /** CI1xxx, in the order of the file. */
  diagnostics: Diagnostic[];
}

/**
 * Expands the macros of one file (DESIGN 3). Touches nothing but the macros and their imports.
 *
 * @param code TypeScript or JavaScript, or a Vue or Svelte component
 * @param file its path; the extension decides how it is parsed
 * @returns `null` when the file does not mention the macros at all
 *
 * @example
 * expand(
 *   `import { call_interface } from "crate-interface/macro";
 *    import { HelloIf } from "hello-if";
 *    call_interface(HelloIf.hello("world"));`,
 *   "/app/src/main.ts",
 * )?.code
 * // import { __HelloIf_hello } from "crate-interface/link/HelloIf";
 * // __HelloIf_hello("world");
 */
export function expand(code: string, file: string): Expansion | null {
  if (!code.includes(MACRO_MODULE)) return null;
  const text = new MagicString(code);
  const problems: Problem[] = [];
  for (const part of partsOf(code, file)) {
    const sites = recognise(part.code, part.file, part.component);
    if (sites.module && sites.problems.length === 0) write(code, sites, sites.module, text);
    else for (const problem of sites.problems) problems.push(problem);
  }
  if (problems.length > 0) {
    return { code, map: null, diagnostics: problems.map((problem) => toDiagnostic(problem, file)) };
  }
  if (!text.hasChanged()) return { code, map: null, diagnostics: [] };
  const map = text.generateMap({ source: file, includeContent: true, hires: "boundary" });
  return { code: text.toString(), map, diagnostics: [] };
}

function write(code: string, sites: Sites, module: Module, text: MagicString): void {
  const edits = new Edits(code, sites.comments, text);
  const names = new LocalNames(module.names);
  const declared = declareNames(sites, names);
  const statements = new StatementWriter(code, edits, module, declared);
  statements.define(sites.defines);
  for (const site of sites.implements) statements.implement(site);
  for (const { symbol, node } of sites.own) {
    edits.condense(node, node, declared.bySymbol.get(symbol) ?? symbol);
  }
  const imports = new LinkImports(names);
  new UseWriter(edits, module, imports).write(sites.uses);
  writeImports(edits, module, sites, imports.declarations());
  edits.separate(module.program.body);
}
