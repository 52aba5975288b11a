import { append } from "../../append.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { EvaluationUse, LateMember } from "../../scan/module-graph.ts";
import { pathOf } from "../identity.ts";
import type { LinkedInterface } from "../linkage.ts";
import type { LinkedModules } from "../linked-modules.ts";
import {
  type Entries,
  isAlways,
  type Order,
  ordersOfProgram,
  possibleOrders,
} from "./cycle-orders.ts";
import type { Evaluation } from "./evaluation-order.ts";

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

/** What the modules of a cycle call while they are loaded. */
interface LoadingCalls {
  members: Map<LinkedInterface, { use: EvaluationUse; member: string }[]>;
  /** Functions, by the file that has them: they may call an interface. */
  functions: Map<string, EvaluationUse[]>;
}

/**
 * Finds calls that modules make while they are loaded, of members that are not ready (CI2012): an
 * implementation that imports the calling module, however indirectly, may be waiting for it.
 */
export function createEarlyCalls(
  program: LinkedModules,
  entries: Entries,
): (linked: LinkedInterface, always: boolean) => Diagnostic[] {
  // All implementations may be in one cycle, so what its modules call is found out once.
  const known = new Map<ReadonlySet<string>, LoadingCalls>();
  const callsIn = (members: ReadonlySet<string>): LoadingCalls => {
    let calls = known.get(members);
    if (!calls) {
      calls = loadingCalls(members, program);
      known.set(members, calls);
    }
    return calls;
  };

  return (linked, always) => {
    const file = linked.implementation?.file;
    if (file === undefined) return [];
    const late = program.lateMembers(file).filter((member) => isOf(member, linked));
    if (late.length === 0) return [];
    const members = entries.cycleOf(file);
    const calls = callsOf(linked, late, callsIn(members)).filter(
      ({ use }) => use.span.file !== file,
    );
    if (calls.length === 0) return [];

    const orders = ordersOfProgram(file, possibleOrders(members, program, entries), entries);
    return calls.flatMap((call) => {
      const caller = call.use.span.file;
      const isEarly = (evaluation: Evaluation): boolean => evaluation.isBefore(caller, file);
      const order = orders.find(({ evaluation }) => isEarly(evaluation));
      if (order === undefined) return [];
      if (always && !(isCertain(call, order) && isAlways(isEarly, [caller, file], entries)))
        return [];
      const safe = orders.find(({ evaluation }) => !isEarly(evaluation)) ?? null;
      return [report({ ...call, order, safe }, linked, program)];
    });
  };
}

function loadingCalls(members: ReadonlySet<string>, program: LinkedModules): LoadingCalls {
  const found: LoadingCalls = { members: new Map(), functions: new Map() };
  for (const file of members) {
    for (const use of program.evaluationUses(file)) {
      const used = use.called ? program.memberOf(file, use) : null;
      if (used === null) continue;
      if ("linked" in used) append(found.members, used.linked, { use, member: used.member });
      else append(found.functions, used.caller, use);
    }
  }
  return found;
}

/** Those of the members of an interface that are not ready, first direct ones. */
function callsOf(
  linked: LinkedInterface,
  late: readonly LateMember[],
  { members, functions }: LoadingCalls,
): Call[] {
  const calls: Call[] = [];
  const push = (use: EvaluationUse, names: readonly (string | null)[], direct: boolean): void => {
    const found = late.find(({ member }) => names.includes(member));
    if (found) calls.push({ use, late: found, direct });
  };
  for (const { use, member } of members.get(linked) ?? []) push(use, [member], true);
  const called = new Map<string, (string | null)[]>();
  for (const { file, item } of linked.calls) append(called, file, item.member);
  for (const [caller, names] of called) {
    for (const use of functions.get(caller) ?? []) push(use, names, false);
  }
  return calls;
}

function isOf({ interface: target }: LateMember, { definition }: LinkedInterface): boolean {
  const { namespace, name } = definition.item;
  return target.namespace === namespace && target.name === name;
}

/** Whether the order certainly happens, and the call with it. */
function isCertain({ direct }: Call, { entered }: Order): boolean {
  return direct && entered;
}

function report(call: EarlyCall, linked: LinkedInterface, program: LinkedModules): Diagnostic {
  const { use, late, order, safe } = call;
  const label = (file: string): string => program.label(file);
  const implementation = label(linked.implementation!.file);
  const caller = label(use.span.file);
  const member = `${pathOf(linked.definition)}.${late.member}`;
  const help = helpFor(call, member, linked, program);
  const message = messages.calledTooEarly(member, caller, implementation, label(order.entry), help);
  return diagnose(message, use.span, {
    severity: isCertain(call, order) ? "error" : "warning",
    notes: [
      messages.needsBinding(member, late.binding),
      messages.evaluationOrder(label(order.entry), caller, implementation),
      ...(safe ? [messages.evaluationOrder(label(safe.entry), implementation, caller)] : []),
    ],
  });
}

/** What lets the implementation run first. Nobody edits what is installed. */
function helpFor(
  { use, order, safe }: EarlyCall,
  member: string,
  { implementation }: LinkedInterface,
  program: LinkedModules,
): string[] {
  const { file } = implementation!;
  const caller = program.label(use.span.file);
  const owner = program.installed(use.span.file);
  const help = [
    owner === null
      ? messages.callLater(member, caller)
      : messages.publishLater(member, caller, owner),
  ];
  if (program.installed(file) === null) {
    help.push(messages.notImportCaller(program.label(file), caller));
  }
  const isOwnEntry = order.entered && program.installed(order.entry) === null;
  if (owner !== null && isOwnEntry && safe && !safe.entered) {
    help.push(messages.loadFirst(program.label(safe.entry), program.label(order.entry)));
  }
  return help;
}
