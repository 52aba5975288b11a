import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import * as messages from "../messages.ts";
import type { EvaluationUse } from "../scan/module-graph.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import {
  createEntries,
  type Entries,
  type Order,
  ordersOfProgram,
  possibleOrders,
} from "./cycle-orders.ts";
import { cycleOf } from "./evaluation-order.ts";
import { pathOf } from "./identity.ts";
import type { Linkage, LinkedInterface } from "./linkage.ts";
import { LinkedModules, type ModuleReader, type Provider } from "./linked-modules.ts";

/**
 * Finds implementations that would run before what they need, such as the base class of theirs
 * (CI2012). Expansion makes no cycle by itself; but where evaluating the module from which an
 * implementation imports evaluates a calling module first, that call brings the implementation in
 * too early, and the program crashes with "Cannot access 'Base' before initialization".
 *
 * Each order in which the cycle can be entered is tried. An order that certainly happens and
 * certainly fails is an error, any other a warning: not every module of a cycle is ever loaded
 * first, and not every value that is used early is missing.
 *
 * @param modules reads modules when they are asked for: this is for `check`, and not for builds
 */
export function findCycles(
  graph: PackageGraph,
  linkage: Linkage,
  modules: ModuleReader,
): Diagnostic[] {
  const program = new LinkedModules(graph, linkage, modules);
  const entries = createEntries(graph, program, modules);
  const found = new Map<string, Diagnostic>();
  for (const linked of linkage.interfaces) {
    for (const cycle of cyclesOf(linked, program, entries)) {
      // A file may implement several interfaces, and fail once.
      const { file, start } = cycle.use.span;
      const key = JSON.stringify([file, start]);
      if (!found.has(key)) found.set(key, report(cycle, program));
    }
  }
  return sortDiagnostics([...found.values()]);
}

/** A use that comes too early when the program reaches a cycle through one module. */
interface Cycle {
  linked: LinkedInterface;
  use: EvaluationUse;
  /** Where the value comes from; the declaring module has not run. */
  provider: Provider;
  /** The module that calls the interface, and so brings in the implementation. */
  caller: string;
  order: Order;
  /** An order in which it would have run. */
  safe: Order | null;
  /** Whether the declaring module leads back itself, so that no order of imports helps. */
  inCycle: boolean;
  /** Whether the order certainly happens and certainly fails. */
  certain: boolean;
}

function cyclesOf(linked: LinkedInterface, program: LinkedModules, entries: Entries): Cycle[] {
  const file = linked.implementation?.file;
  if (file === undefined) return [];
  const uses = program.evaluationUses(file).flatMap((use) => {
    const provider = program.provider(file, use);
    return provider && provider.declaring !== file ? [{ use, provider }] : [];
  });
  if (uses.length === 0) return [];
  const members = cycleOf(file, (of) => program.imports(of));
  if (members.size === 1) return [];

  const possible = possibleOrders(file, members, program, entries);
  const suspects = uses.filter(({ provider }) => possible.some(isBefore(provider)));
  if (suspects.length === 0) return [];
  const orders = ordersOfProgram(file, possible, program, entries);
  return suspects.flatMap(({ use, provider }): Cycle[] => {
    // A cycle of plain imports is none that linking brought about.
    const early = orders.filter(isBefore(provider)).find((order) => callerIn(order, program));
    if (!early) return [];
    return [
      {
        linked,
        use,
        provider,
        caller: callerIn(early, program)!,
        order: early,
        safe: orders.find(({ evaluated }) => evaluated.has(provider.declaring)) ?? null,
        inCycle: members.has(provider.declaring),
        certain: use.heritage && early.entered,
      },
    ];
  });
}

/** Whether the implementation runs before what it needs. */
function isBefore({ declaring }: Provider): (order: Order) => boolean {
  return ({ evaluated }) => !evaluated.has(declaring);
}

/** The last module on the way that calls an interface. */
function callerIn({ path }: Order, program: LinkedModules): string | undefined {
  return path.findLast((from, index) => program.isLink(from, path[index + 1]));
}

function report(cycle: Cycle, program: LinkedModules): Diagnostic {
  const { linked, use, provider, order, safe, certain } = cycle;
  const label = (file: string): string => program.label(file);
  const implementation = label(linked.implementation!.file);
  const needed = label(provider.declaring);
  const help = helpFor(cycle, program);
  const entry = label(order.entry);
  const message = messages.evaluationCycle(use.name, needed, implementation, entry, help);
  return diagnose(message, use.span, {
    severity: certain ? "error" : "warning",
    notes: [
      messages.importCycle([...order.path, provider.imported].map(label)),
      messages.evaluationOrder(entry, implementation, needed),
      ...(safe ? [messages.evaluationOrder(label(safe.entry), needed, implementation)] : []),
    ],
  });
}

/** What takes the cycle apart, to be followed literally. */
function helpFor(cycle: Cycle, program: LinkedModules): string[] {
  const { linked, use, provider, caller, order, inCycle } = cycle;
  const label = (file: string): string => program.label(file);
  const { path } = order;
  const interfaceName = pathOf(linked.definition);
  const barrel = label(provider.imported);
  const help: string[] = [];
  if (inCycle) help.push(messages.moveOut(use.name, interfaceName));
  else {
    help.push(messages.importFromOwnFile(use.name, label(provider.declaring)));
    // Where both come through one module, what is needed has to be imported first there.
    const next = path[path.indexOf(provider.imported) + 1];
    if (path.includes(provider.imported)) {
      help.push(messages.moveBefore(label(provider.declaring), label(next), barrel));
    }
  }
  help.push(messages.splitCaller(label(caller), interfaceName, barrel));
  return help;
}
