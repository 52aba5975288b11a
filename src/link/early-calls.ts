import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { EvaluationUse, LateMember } from "../scan/module-graph.ts";
import { type Entries, type Order, ordersOfProgram, possibleOrders } from "./cycle-orders.ts";
import { pathOf } from "./identity.ts";
import type { LinkedInterface } from "./linkage.ts";
import type { LinkedModules } from "./linked-modules.ts";

/** A call that a module makes while it is loaded. */
interface Call {
  use: EvaluationUse;
  /** The member that it calls. */
  late: LateMember;
  /** Whether it is the member that is called, rather than a function which may call it. */
  direct: boolean;
}

/** One that comes before the implementation has run. */
interface EarlyCall extends Call {
  order: Order;
  /** An order in which it has. */
  safe: Order | null;
}

/**
 * Finds calls that modules make while they are loaded, of members that are not ready (CI2012): an
 * implementation that imports the calling module, however indirectly, may be waiting for it.
 */
export function earlyCalls(
  linked: LinkedInterface,
  program: LinkedModules,
  entries: Entries,
): Diagnostic[] {
  const file = linked.implementation?.file;
  if (file === undefined) return [];
  const late = program.lateMembers(file).filter((member) => isOf(member, linked));
  if (late.length === 0) return [];
  const members = entries.cycleOf(file);
  const calls = [...members].filter((of) => of !== file).flatMap(callsIn);
  if (calls.length === 0) return [];

  const orders = ordersOfProgram(file, possibleOrders(members, program, entries), entries);
  return calls.flatMap((call) => {
    const isEarly = ({ evaluation }: Order): boolean =>
      evaluation.isBefore(call.use.span.file, file);
    const order = orders.find(isEarly);
    if (order === undefined) return [];
    const safe = orders.find((each) => !isEarly(each)) ?? null;
    return [report({ ...call, order, safe }, linked, program)];
  });

  function callsIn(of: string): Call[] {
    return program.evaluationUses(of).flatMap((use): Call[] => {
      const used = use.called ? program.memberOf(of, use) : null;
      if (used === null) return [];
      const direct = "linked" in used;
      if (direct && used.linked !== linked) return [];
      const names = direct ? [used.member] : calledIn(used.caller);
      const found = late.find(({ member }) => names.includes(member));
      return found ? [{ use, late: found, direct }] : [];
    });
  }

  function calledIn(caller: string): (string | null)[] {
    return linked.calls.filter((call) => call.file === caller).map(({ item }) => item.member);
  }
}

function isOf({ interface: target }: LateMember, { definition }: LinkedInterface): boolean {
  const { namespace, name } = definition.item;
  return target.namespace === namespace && target.name === name;
}

function report(
  { use, late, direct, order, safe }: EarlyCall,
  linked: LinkedInterface,
  program: LinkedModules,
): Diagnostic {
  const label = (file: string): string => program.label(file);
  const implementation = label(linked.implementation!.file);
  const caller = label(use.span.file);
  const member = `${pathOf(linked.definition)}.${late.member}`;
  const message = messages.calledTooEarly(member, caller, implementation, label(order.entry), [
    messages.callLater(member, caller),
    messages.notImportCaller(implementation, caller),
  ]);
  return diagnose(message, use.span, {
    severity: direct && order.entered ? "error" : "warning",
    notes: [
      messages.needsBinding(member, late.binding),
      messages.evaluationOrder(label(order.entry), caller, implementation),
      ...(safe ? [messages.evaluationOrder(label(safe.entry), implementation, caller)] : []),
    ],
  });
}
