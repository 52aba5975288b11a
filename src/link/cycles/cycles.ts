import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/sort.ts";
import * as messages from "../../messages.ts";
import type { EvaluationUse } from "../../scan/module-graph.ts";
import type { PackageGraph } from "../../scan/package-graph.ts";
import type { Linkage, LinkedInterface } from "../linkage.ts";
import { LinkedModules, type ModuleReader, type Provider } from "../linked-modules.ts";
import { cycleHelp } from "./cycle-help.ts";
import {
  createEntries,
  type Entries,
  isAlways,
  type Order,
  ordersOfProgram,
  possibleOrders,
} from "./cycle-orders.ts";
import { createEarlyCalls } from "./early-calls.ts";
import type { Evaluation } from "./evaluation-order.ts";

/**
 * Finds implementations that would run before what they need, such as the base class of theirs, or
 * that would be called before they run (CI2012). Expansion makes no cycle by itself; but where
 * evaluating the module from which an implementation imports evaluates a calling module first, that
 * call brings the implementation in too early, and the program crashes with "Cannot access 'Base'
 * before initialization".
 *
 * Each order in which the cycle can be entered is tried. An order that certainly happens and
 * certainly fails is an error, any other a warning: not every module of a cycle is ever loaded
 * first, and not every value that is used early is missing.
 *
 * @param modules reads modules when they are asked for: those that are in a cycle with an implementation
 */
export function findCycles(
  graph: PackageGraph,
  linkage: Linkage,
  modules: ModuleReader,
  { always = false }: CycleOptions = {},
): Diagnostic[] {
  const program = new LinkedModules(graph, linkage, modules);
  const entries = createEntries(graph, program, modules);
  const earlyCalls = createEarlyCalls(program, entries);
  const found = new Map<string, Diagnostic>();
  for (const linked of linkage.interfaces) {
    const cycles = cyclesOf(linked, program, entries)
      .filter((cycle) => !always || (cycle.certain && cycle.always()))
      .map((cycle) => report(cycle, program));
    for (const diagnostic of [...cycles, ...earlyCalls(linked, always)]) {
      // A file may implement several interfaces, and fail once.
      const { file, start } = diagnostic.labels[0].span;
      const key = JSON.stringify([file, start]);
      if (!found.has(key)) found.set(key, diagnostic);
    }
  }
  return sortDiagnostics([...found.values()]);
}

/** A use that comes too early when the program reaches a cycle through one module. */
export interface Cycle {
  linked: LinkedInterface;
  use: EvaluationUse;
  /** Where the value comes from; the declaring module has not run. */
  provider: Provider;
  /** The module that calls the interface, and so brings in the implementation. */
  caller: string;
  order: Order;
  /** From the entry of that order to the implementation: each module imports the next. */
  path: readonly string[];
  /** An order in which it would have run. */
  safe: Order | null;
  /** Whether the declaring module leads back itself, so that no order of imports helps. */
  inCycle: boolean;
  /** Whether the order certainly happens and certainly fails. */
  certain: boolean;
  /** See {@link isAlways}. */
  always: () => boolean;
}

/** What a {@link findCycles} reports. */
export interface CycleOptions {
  /**
   * Only what is an error whichever file of the package being built the program starts with. Default:
   * `false`, all that may fail.
   */
  always?: boolean;
}

function cyclesOf(linked: LinkedInterface, program: LinkedModules, entries: Entries): Cycle[] {
  const file = linked.implementation?.file;
  if (file === undefined) return [];
  const uses = program.evaluationUses(file).flatMap((use) => {
    const provider = program.provider(file, use);
    return provider && provider.declaring !== file ? [{ use, provider }] : [];
  });
  if (uses.length === 0) return [];
  const members = entries.cycleOf(file);
  // What is imported from outside of the cycle has run when the module does.
  const within = uses.filter(({ provider }) => members.has(provider.imported));
  if (within.length === 0) return [];

  const possible = possibleOrders(members, program, entries);
  const isLate = ({ declaring }: Provider, { evaluation }: Pick<Order, "evaluation">): boolean =>
    !evaluation.isBefore(declaring, file);
  const suspects = within.filter(({ provider }) => possible.some((each) => isLate(provider, each)));
  if (suspects.length === 0) return [];
  const orders = ordersOfProgram(file, possible, entries);
  return suspects.flatMap(({ use, provider }): Cycle[] => {
    // A cycle of plain imports is none that linking brought about.
    const late = orders.filter((each) => isLate(provider, each));
    for (const order of late) {
      const path = order.evaluation.path(file);
      const caller = callerIn(path, program);
      if (caller === undefined) continue;
      const safe = orders.find((each) => !isLate(provider, each)) ?? null;
      const inCycle = members.has(provider.declaring);
      const certain = use.heritage && order.entered;
      const isEarly = (evaluation: Evaluation): boolean => isLate(provider, { evaluation });
      const always = (): boolean => isAlways(isEarly, [file, provider.declaring], entries);
      return [{ linked, use, provider, caller, order, path, safe, inCycle, certain, always }];
    }
    return [];
  });
}

/** The last module on the way that calls an interface. */
function callerIn(path: readonly string[], program: LinkedModules): string | undefined {
  return path.findLast((from, index) => program.isLink(from, path[index + 1]));
}

function report(cycle: Cycle, program: LinkedModules): Diagnostic {
  const { linked, use, provider, order, path, safe, certain } = cycle;
  const label = (file: string): string => program.label(file);
  const implementation = label(linked.implementation!.file);
  const needed = label(provider.declaring);
  const help = cycleHelp(cycle, program);
  const entry = label(order.entry);
  const message = messages.evaluationCycle(use.name, needed, implementation, entry, help);
  return diagnose(message, use.span, {
    severity: certain ? "error" : "warning",
    notes: [
      messages.importCycle([...path, provider.imported].map(label)),
      messages.evaluationOrder(entry, implementation, needed),
      ...(safe ? [messages.evaluationOrder(label(safe.entry), needed, implementation)] : []),
    ],
  });
}
