import { byText } from "../../by-text.ts";
import type { PackageGraph } from "../../scan/package-graph.ts";
import type { LinkedModules, ModuleReader } from "../linked-modules.ts";
import { createCycles, type Evaluation, evaluate } from "./evaluation-order.ts";

/** How a program runs that loads one module before the others. */
export interface Order {
  entry: string;
  /** Whether something is known to load that module first. */
  entered: boolean;
  evaluation: Evaluation;
}

/** From where a cycle may be reached, and what happens then. Each is found out once it is asked. */
export interface Entries {
  /** The modules of the cycle that a module is in; itself alone where it is in none. */
  cycleOf(file: string): ReadonlySet<string>;
  /** How a program runs from a module. */
  evaluate(entry: string): Evaluation;
  /** By module, which files that take part in linking import it. */
  importers(): ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * The files of the package being built that no other file of it imports: what the program starts
   * with is among them.
   */
  program(): readonly string[];
  /**
   * Every file of the package being built, and what is loaded with `import()`: what a build starts
   * with is among them, and all that begins an order of its own.
   */
  all(): ReadonlySet<string>;
}

/** So many modules of one cycle are tried as entries: of those that are known to be ones, and of others. */
const MAX_ENTRIES = 100;

/** So many evaluations are remembered, each of which may be of all modules there are. */
const MAX_REMEMBERED = 500;

/**
 * The orders in which the modules of a cycle can run, whatever the program. Those that begin where
 * somebody is known to load the cycle come first.
 */
export function possibleOrders(
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
  const entered = all.filter((entry) => entry.entered).slice(0, MAX_ENTRIES);
  const others = all.filter((entry) => !entry.entered).slice(0, MAX_ENTRIES);
  return [...entered, ...others].map((each) => ({
    ...each,
    evaluation: entries.evaluate(each.entry),
  }));
}

/**
 * The orders in which the program really runs a module, and after them the `possible` ones; of these
 * none certainly happens, unless nothing is known of the program.
 */
export function ordersOfProgram(
  file: string,
  possible: readonly Order[],
  entries: Entries,
): Order[] {
  const real = entries.program().flatMap((entry): Order[] => {
    const evaluation = entries.evaluate(entry);
    return evaluation.runs(file) ? [{ entry, entered: true, evaluation }] : [];
  });
  if (real.length === 0) return [...possible];
  return [...real, ...possible.map((order) => ({ ...order, entered: false }))];
}

/**
 * Whether something is too early whichever of {@link Entries.all} comes first: who does not know with what
 * a program starts can be certain only then.
 *
 * @param files what has an order; one that a program runs alone, another may run later
 */
export function isAlways(
  isEarly: (evaluation: Evaluation) => boolean,
  files: readonly string[],
  entries: Entries,
): boolean {
  let found = false;
  for (const entry of entries.all()) {
    const evaluation = entries.evaluate(entry);
    if (!files.some((file) => evaluation.runs(file))) continue;
    if (!isEarly(evaluation)) return false;
    found = true;
  }
  return found;
}

/** Answers each question once. */
export function createEntries(
  graph: PackageGraph,
  program: LinkedModules,
  modules: ModuleReader,
): Entries {
  const importsOf = (file: string): string[] => program.imports(file);
  const evaluations = new Map<string, Evaluation>();
  let importers: Map<string, Set<string>> | null = null;
  let starts: string[] | null = null;
  let all: Set<string> | null = null;
  return {
    cycleOf: createCycles(importsOf),
    evaluate(entry) {
      const known = evaluations.get(entry);
      if (known) return known;
      const evaluation = evaluate(entry, importsOf);
      if (evaluations.size < MAX_REMEMBERED) evaluations.set(entry, evaluation);
      return evaluation;
    },
    importers: () => (importers ??= importersOf(graph, program)),
    program: () => (starts ??= unimported(modules.files(graph.root), program)),
    all: () => (all ??= startable(modules.files(graph.root), program)),
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

function startable(files: readonly string[], program: LinkedModules): Set<string> {
  const found = new Set(files);
  // A Set iterates over what is added during the iteration.
  const reached = new Set(files);
  for (const file of reached) {
    for (const imported of program.imports(file)) reached.add(imported);
    for (const loaded of program.dynamicImports(file)) {
      found.add(loaded);
      reached.add(loaded);
    }
  }
  return found;
}

function unimported(files: readonly string[], program: LinkedModules): string[] {
  const imported = new Set(files.flatMap((file) => program.imports(file)));
  return files.filter((file) => !imported.has(file));
}
