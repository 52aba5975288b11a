import { mangle, mangleWeak } from "../../naming.ts";
import type { FileTable } from "../symbol-table.ts";

/** The symbols that a source file exports once it is expanded: what other packages are linked to. */
export function exportedSymbols({ definitions, implementations }: FileTable): string[] {
  return [
    ...definitions.flatMap(({ namespace, name, defaults }) =>
      defaults.map((member) => mangleWeak(namespace, name, member.name)),
    ),
    ...implementations.flatMap(({ interface: { namespace, name }, members }) =>
      members.map((member) => mangle(namespace, name, member.name)),
    ),
  ];
}
