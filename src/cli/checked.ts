import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import type { Absent } from "../link/absent.ts";
import { packageLabel } from "../link/chains.ts";
import { pathOf } from "../link/identity.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { importedOnly, passedOver } from "../link/passed-over.ts";
import { hasErrors, jsonDiagnostics } from "./print.ts";
import type { Program } from "./program.ts";
import { isUninstalled } from "./programs.ts";
import type { Settings } from "./settings.ts";

/** A program with everything that is wrong with it. */
export interface Checked {
  program: Program;
  /** Whether its users choose what it is linked to. */
  library: boolean;
  /** What its root lists and is not installed. */
  absent: Absent;
  /** By directory of a facade, what implements it, and the root imports without listing it. */
  unlisted: ReadonlyMap<string, readonly string[]>;
  diagnostics: readonly Diagnostic[];
}

/** Whether a check of it fails. */
export function isWrong({ diagnostics, absent }: Checked): boolean {
  return hasErrors(diagnostics) || isUninstalled(absent);
}

/** What a member is linked to. */
export interface MemberReport {
  name: string;
  file: string;
  symbol: string;
  weak: boolean;
}

/** What is said of one interface. Paths are relative to the working directory. */
export interface InterfaceReport {
  interface: string;
  /** With package and version, such as `log@0.5.0#Log`, as `why` takes it. */
  id: string;
  definedIn: string;
  implementedIn: string | null;
  file: string | null;
  reason: string;
  /** What does not count although it could be meant: what the root lists, or what only a dependency brings. */
  notes: string[];
  members: MemberReport[];
}

/** What `check --json` prints of one program. */
export function describeChecked(checked: Checked, settings: Settings): unknown {
  const { program, absent, diagnostics } = checked;
  return {
    root: program.root.name,
    notInstalled: absent.names,
    interfaces: program.linkage.interfaces.map((linked) =>
      describeLinked(linked, checked, settings),
    ),
    diagnostics: jsonDiagnostics(diagnostics, settings),
  };
}

/** What an interface is linked to, for words and for `--json`. */
export function describeLinked(
  linked: LinkedInterface,
  { program: { graph }, unlisted }: Checked,
  { cwd, production }: Settings,
): InterfaceReport {
  const { definition, implementation, reason, members } = linked;
  const nameOf = (dir: string): string => graph.packages.get(dir)?.name ?? dir;
  return {
    interface: pathOf(definition),
    id: `${packageLabel(graph, definition.package)}#${pathOf(definition)}`,
    definedIn: nameOf(definition.package),
    implementedIn: implementation && nameOf(implementation.package),
    file: implementation && displayPath(implementation.file, cwd),
    reason,
    notes: [
      ...passedOver(linked, graph, production),
      ...importedOnly(linked, graph, unlisted.get(definition.package) ?? []),
    ],
    members: members.map(({ name, file, symbol, weak }) => ({
      name,
      file: displayPath(file, cwd),
      symbol,
      weak,
    })),
  };
}
