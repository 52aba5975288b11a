import { byText } from "../by-text.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { type Evaluation, evaluateUntil } from "./evaluation-order.ts";
import type { LinkedModules, ModuleReader } from "./linked-modules.ts";

/** How a program runs that loads one module before the others. */
export interface Order extends Evaluation {
  entry: string;
  /** Whether something is known to load that module first. */
  entered: boolean;
}

/** From where a cycle may be reached. Found out only once there may be something wrong. */
export interface Entries {
  /** By module, which files that take part in linking import it. */
  importers(): ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * The files of the package being built that no other file of it imports: what the program starts
   * with is among them.
   */
  program(): readonly string[];
}

/** So many modules of one cycle are tried as entries that nothing is known to load first. */
const MAX_UNCERTAIN = 100;

/**
 * The orders in which the modules of a cycle can run until `file` does, whatever the program. Those
 * that begin where somebody is known to load the cycle come first.
 */
export function possibleOrders(
  file: string,
  members: ReadonlySet<string>,
  program: LinkedModules,
  entries: Entries,
): Order[] {
  const importers = entries.importers();
  const all = [...members].sort(byText).map((entry) => ({
    entry,
    entered:
      program.isPackageEntry(entry) ||
      [...(importers.get(entry) ?? [])].some((importer) => !members.has(importer)),
  }));
  const entered = all.filter((entry) => entry.entered);
  const others = all.filter((entry) => !entry.entered).slice(0, MAX_UNCERTAIN);
  return [...entered, ...others].map((entry) => ({
    ...entry,
    ...evaluateUntil(file, entry.entry, (of) => program.imports(of))!,
  }));
}

/**
 * The orders in which the program really runs, and after them the `possible` ones; of these none
 * certainly happens, unless nothing is known of the program.
 */
export function ordersOfProgram(
  file: string,
  possible: readonly Order[],
  program: LinkedModules,
  entries: Entries,
): Order[] {
  const real = entries.program().flatMap((entry): Order[] => {
    const evaluation = evaluateUntil(file, entry, (of) => program.imports(of));
    return evaluation ? [{ entry, entered: true, ...evaluation }] : [];
  });
  if (real.length === 0) return [...possible];
  return [...real, ...possible.map((order) => ({ ...order, entered: false }))];
}

/** Answers each question once. */
export function createEntries(
  graph: PackageGraph,
  program: LinkedModules,
  modules: ModuleReader,
): Entries {
  let importers: Map<string, Set<string>> | null = null;
  let starts: string[] | null = null;
  return {
    importers: () => (importers ??= importersOf(graph, program)),
    program: () => (starts ??= unimported(modules.files(graph.root), program)),
  };
}

function importersOf(graph: PackageGraph, program: LinkedModules): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>();
  for (const { files } of graph.packages.values()) {
    for (const { file } of files) {
      for (const imported of program.imports(file)) {
        const known = importers.get(imported);
        if (known) known.add(file);
        else importers.set(imported, new Set([file]));
      }
    }
  }
  return importers;
}

function unimported(files: readonly string[], program: LinkedModules): string[] {
  const imported = new Set(files.flatMap((file) => program.imports(file)));
  return files.filter((file) => !imported.has(file));
}
