import pc from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import { findCycles } from "../link/cycles.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { interfacePath } from "../naming.ts";
import { ModuleGraph } from "../scan/module-graph.ts";
import {
  hasErrors,
  jsonDiagnostics,
  type Program,
  printDiagnostics,
  readProgram,
} from "./program.ts";
import type { Result, Settings } from "./settings.ts";

/**
 * `crate-interface check`: what is linked to what, and everything that is wrong. Finds more than a
 * build does: interfaces that nobody calls yet, and import cycles that would crash the program.
 */
export function check(settings: Settings): Result {
  const program = readProgram(settings);
  const { graph, linkage } = program;
  const cycles = findCycles(graph, linkage, new ModuleGraph(settings.conditions));
  const diagnostics = [...linkage.diagnostics, ...cycles];
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  if (settings.json) {
    const report = {
      root: program.root.name,
      interfaces: program.linkage.interfaces.map((linked) =>
        describeLinked(linked, program, settings),
      ),
      diagnostics: jsonDiagnostics(diagnostics, settings),
    };
    return { stdout: JSON.stringify(report, null, 2), exitCode };
  }
  return { stdout: renderReport(program, diagnostics, settings), exitCode };
}

interface MemberReport {
  name: string;
  file: string;
  symbol: string;
  weak: boolean;
}

interface InterfaceReport {
  interface: string;
  definedIn: string;
  implementedIn: string | null;
  file: string | null;
  reason: string;
  members: MemberReport[];
}

function describeLinked(
  linked: LinkedInterface,
  { graph }: Program,
  { cwd }: Settings,
): InterfaceReport {
  const { definition, implementation, reason, members } = linked;
  const nameOf = (dir: string): string => graph.packages.get(dir)?.name ?? dir;
  return {
    interface: interfacePath(definition.item.namespace, definition.item.name),
    definedIn: nameOf(definition.package),
    implementedIn: implementation && nameOf(implementation.package),
    file: implementation && displayPath(implementation.file, cwd),
    reason,
    members: members.map(({ name, file, symbol, weak }) => ({
      name,
      file: displayPath(file, cwd),
      symbol,
      weak,
    })),
  };
}

function renderReport(
  program: Program,
  diagnostics: readonly Diagnostic[],
  settings: Settings,
): string {
  const colors = pc.createColors(settings.color);
  const { interfaces } = program.linkage;
  const lines = interfaces.flatMap((linked) => {
    const report = describeLinked(linked, program, settings);
    const failed = linked.errors.length > 0 || linked.rule === "none";
    const mark = failed ? colors.red("✗") : colors.green("✓");
    const target = failed
      ? "not linked"
      : report.implementedIn === null
        ? `the defaults of ${report.definedIn}`
        : `${report.implementedIn} ${colors.dim(report.file ?? "")}`;
    const defaults = report.members.filter(({ weak }) => weak && report.implementedIn !== null);
    return [
      `${mark} ${colors.bold(report.interface)} ${colors.dim("→")} ${target}`,
      ...defaults.map(
        ({ name, file }) => `    ${name} ${colors.dim("→")} its default ${colors.dim(file)}`,
      ),
    ];
  });
  const count = interfaces.length;
  const summary = `${program.root.name}: ${count} interface${count === 1 ? "" : "s"}`;
  if (count === 0) lines.push(`${summary}; nothing that it reaches imports crate-interface/macro`);
  else lines.push("", summary);
  const problems = printDiagnostics(diagnostics, settings);
  return problems === "" ? lines.join("\n") : `${lines.join("\n")}\n\n${problems}`;
}
