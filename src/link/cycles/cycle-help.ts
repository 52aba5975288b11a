import * as messages from "../../messages.ts";
import { pathOf } from "../identity.ts";
import type { LinkedModules } from "../linked-modules.ts";
import type { Cycle } from "./cycles.ts";

/** What takes a cycle apart, each to be followed literally; what touches the least code comes first. */
export function cycleHelp(cycle: Cycle, program: LinkedModules): string[] {
  const { linked, use, provider, caller, path, inCycle } = cycle;
  const { declaring, imported } = provider;
  const label = (file: string): string => program.label(file);
  const interfaceName = pathOf(linked.definition);
  const owner = program.installed(declaring);
  // Nobody edits what is installed.
  if (owner !== null) return [messages.publishApart(use.name, owner, interfaceName)];

  const help: string[] = [];
  if (inCycle) help.push(messages.moveOut(use.name, interfaceName));
  else {
    // Where both come through one module, what is needed has to be imported first there.
    if (path.includes(imported)) {
      const next = path[path.indexOf(imported) + 1];
      help.push(messages.moveBefore(label(declaring), label(next), label(imported)));
    }
    const own = program.specifier(linked.implementation!.file, declaring);
    if (own !== null) help.push(messages.importFromOwnFile(use.name, own));
  }
  // What a default or an implementation says of itself, `this.member`, stays where it is.
  const calls = linked.calls.filter(({ file }) => file === caller);
  if (calls.some(({ item }) => !item.within)) {
    help.push(messages.splitCaller(label(caller), interfaceName, label(imported)));
  }
  if (help.length === 0) help.push(messages.moveOut(use.name, interfaceName));
  return help.map((each, index) => (index === 0 ? each : messages.alternative(each)));
}
