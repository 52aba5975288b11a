import { partsOf } from "../expand/parts.ts";
import { recognise } from "../expand/recognise.ts";
import type { Node } from "../expand/syntax.ts";
import { evaluationUses } from "./evaluation-uses.ts";
import { lateMembers } from "./late-members.ts";
import { linkOf } from "./link-imports.ts";
import { exportsOf } from "./module-exports.ts";
import type {
  EvaluationUse,
  LateMember,
  LinkTarget,
  ModuleExport,
  PlainImport,
} from "./module-graph.ts";
import { importsOf } from "./module-imports.ts";
import { plainImports } from "./plain-imports.ts";
import { readText } from "./read-file.ts";
import { isSourceFile } from "./source-files.ts";

/** What one file says about its imports, before they are resolved. */
export interface ModuleText {
  imports: { specifier: string; link: LinkTarget | null }[];
  /** Specifiers given to `import()`. */
  dynamicImports: string[];
  exports: ModuleExport[];
  evaluationUses: EvaluationUse[];
  lateMembers: LateMember[];
  plainImports: PlainImport[];
}

/** Reads a module; one that is no code, or cannot be read or parsed, is empty. */
export function readModule(file: string): ModuleText {
  const text: ModuleText = {
    imports: [],
    dynamicImports: [],
    exports: [],
    evaluationUses: [],
    lateMembers: [],
    plainImports: [],
  };
  const code = isSourceFile(file) ? readText(file) : "";
  if (typeof code !== "string") return text;
  const specifiers = new Set<string>();
  for (const part of partsOf(code, file)) {
    const sites = recognise(part.code, part.file, part.component);
    const { module, problems, uses, implements: implementations } = sites;
    if (!module) continue;
    const consumed = new Set<Node>(
      [...uses, ...implementations].map((site) => site.interface.identifier),
    );
    for (const specifier of importsOf(module, sites, consumed, file)) specifiers.add(specifier);
    text.dynamicImports.push(...module.dynamicImports);
    text.exports.push(...exportsOf(module, uses, consumed));
    text.lateMembers.push(...lateMembers(module, implementations, consumed));
    // What is wrong in a file that has macros is reported of its table.
    if (problems.length === 0) text.plainImports.push(...plainImports(module, sites));
    // The instances of a component run later than its module.
    const { instances } = part.component;
    text.evaluationUses.push(...evaluationUses(module, sites, consumed, instances, file));
  }
  text.imports = [...specifiers].map((specifier) => ({ specifier, link: linkOf(specifier) }));
  return text;
}
