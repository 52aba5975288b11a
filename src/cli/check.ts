import { sortDiagnostics } from "../diagnostics/sort.ts";
import { absentDependencies } from "../link/absent.ts";
import { findCycles } from "../link/cycles/cycles.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { isDefault } from "../link/passed-over.ts";
import { findBareUses } from "../scan/bare-uses.ts";
import { ModuleGraph } from "../scan/module-graph.ts";
import { type ModuleTexts, openModuleTexts } from "../scan/module-texts.ts";
import { staleSymbols } from "../scan/symbols/stale.ts";
import { unlistedImplementations } from "../scan/unlisted-imports.ts";
import { renderChecked, renderTotal } from "./check-text.ts";
import { type Checked, describeChecked, isWrong } from "./checked.ts";
import { isLibraryProgram, programDiagnostics } from "./library.ts";
import { findMisspeltConditions } from "./misspelt-conditions.ts";
import { findOutputTwins } from "./output-twins.ts";
import type { Program } from "./program.ts";
import { jsonOfEach, readAllPrograms, textOfEach } from "./programs.ts";
import { findInlinedMacros, findUnkeptPromises } from "./promised-symbols.ts";
import type { Result, Settings } from "./settings.ts";

/**
 * `crate-interface check`: what is linked to what, and everything that is wrong. Finds more than a
 * build does: interfaces that nobody calls yet, import cycles that would crash the program, modules
 * that it would have twice, members reached without a macro in files that have none, and symbol tables
 * that are not what they say.
 *
 * In the root of a workspace, its applications are checked, and libraries that none of them uses.
 *
 * Where nothing is installed of what a package lists, there is nothing to check, which is no success.
 */
export function check(settings: Settings): Result {
  const programs = readAllPrograms(settings);
  const texts = openModuleTexts(programs.dir);
  const all = programs.all.map((program) => checkProgram(program, texts, settings));
  texts.save();
  const exitCode = all.some(isWrong) ? 1 : 0;
  if (settings.json) {
    const reports = all.map((each) => describeChecked(each, settings));
    return { stdout: jsonOfEach(reports, programs), exitCode };
  }
  const reports = all.map((each) => renderChecked(each, settings));
  const text = textOfEach(reports, programs, settings);
  return { stdout: all.length > 1 ? `${text}\n\n${renderTotal(all, settings)}` : text, exitCode };
}

function checkProgram(program: Program, texts: ModuleTexts, settings: Settings): Checked {
  const { graph, linkage, root, files } = program;
  const library = isLibraryProgram(program);
  const modules = new ModuleGraph(settings.conditions, { ...settings, files, texts });
  const diagnostics = [
    ...programDiagnostics(program, library),
    ...findCycles(graph, linkage, modules),
    ...findOutputTwins(program, modules),
    ...findBareUses(graph, modules),
    ...findUnkeptPromises(graph, linkage),
    ...findInlinedMacros(graph),
    ...staleSymbols(root, settings),
    ...findMisspeltConditions(graph, settings.conditions),
  ];
  const absent = absentDependencies(root, settings.production);
  const isOfFacade = ({ definition }: LinkedInterface): boolean =>
    graph.packages.get(definition.package)?.manifest.facade ?? false;
  // Nothing else makes it read all files.
  const isAsked = linkage.interfaces.some((linked) => isDefault(linked) && isOfFacade(linked));
  const unlisted = isAsked ? unlistedImplementations(root, modules) : new Map();
  return { program, library, absent, unlisted, diagnostics: sortDiagnostics(diagnostics) };
}
