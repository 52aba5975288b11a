import pc from "picocolors";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { absentDependencies } from "../link/absent.ts";
import { findCycles } from "../link/cycles/cycles.ts";
import { applications } from "../scan/applications.ts";
import { findBareUses } from "../scan/bare-uses.ts";
import { ModuleGraph } from "../scan/module-graph.ts";
import { type ModuleTexts, openModuleTexts } from "../scan/module-texts.ts";
import { staleSymbols } from "../scan/symbols/stale.ts";
import { areLeftToUsers, isLibraryProgram, programDiagnostics } from "./library.ts";
import { findOutputTwins } from "./output-twins.ts";
import { hasErrors, linkProgram, type Program, readProgram } from "./program.ts";
import { hasInterfaces } from "./programs.ts";
import { findUnkeptPromises } from "./promised-symbols.ts";
import { type Checked, isUninstalled, jsonReport, renderReport } from "./report.ts";
import type { Result, Settings } from "./settings.ts";

/**
 * `crate-interface check`: what is linked to what, and everything that is wrong. Finds more than a
 * build does: interfaces that nobody calls yet, import cycles that would crash the program, modules
 * that it would have twice, members reached without a macro in files that have none, and symbol tables
 * that are not what they say.
 *
 * In the root of a workspace that has no interfaces itself, each application of the workspace is
 * checked.
 *
 * Where nothing is installed of what a package lists, there is nothing to check, which is no success.
 */
export function check(settings: Settings): Result {
  const program = readProgram(settings, areLeftToUsers);
  const texts = openModuleTexts(program.root.dir);
  const here = checkProgram(program, texts, settings);
  const others = isEmpty(here) ? checkApplications(here, texts, settings) : [];
  texts.save();
  const all = others.length > 0 ? others : [here];
  const fails = all.some((each) => hasErrors(each.diagnostics) || isUninstalled(each));
  const exitCode = fails ? 1 : 0;
  if (settings.json) {
    const reports = all.map((each) => jsonReport(each, settings));
    const report = others.length > 0 ? reports : reports[0];
    return { stdout: JSON.stringify(report, null, 2), exitCode };
  }
  const colors = pc.createColors(settings.color);
  const sections = all.map((each) => {
    if (others.length === 0) return renderReport(each, settings);
    const { name, dir } = each.program.root;
    const heading = `${colors.bold(printable(name))} ${colors.dim(printable(displayPath(dir, settings.cwd)))}`;
    return `${heading}\n\n${renderReport(each, settings)}`;
  });
  return { stdout: sections.join("\n\n"), exitCode };
}

function checkProgram(program: Program, texts: ModuleTexts, settings: Settings): Checked {
  const { graph, linkage, root, files } = program;
  const library = isLibraryProgram(program);
  const modules = new ModuleGraph(settings.conditions, { ...settings, files, texts });
  const diagnostics = [
    ...programDiagnostics(program, library),
    ...findCycles(graph, linkage, modules),
    ...findOutputTwins(graph, linkage, modules, settings),
    ...findBareUses(graph, modules),
    ...findUnkeptPromises(graph, linkage),
    ...staleSymbols(root, settings),
  ];
  const absent = absentDependencies(root, settings.production);
  return { program, library, absent, diagnostics: sortDiagnostics(diagnostics) };
}

/** Those applications of a workspace that have interfaces, or may have, were they installed. */
function checkApplications(
  { program }: Checked,
  texts: ModuleTexts,
  settings: Settings,
): Checked[] {
  return applications(program.root.dir)
    .map((dir) => checkProgram(linkProgram(dir, settings, areLeftToUsers), texts, settings))
    .filter((each) => !isEmpty(each) || isUninstalled(each));
}

/** Whether there is nothing to say of a package. */
function isEmpty({ program, diagnostics }: Checked): boolean {
  return !hasInterfaces(program) && diagnostics.length === 0;
}
