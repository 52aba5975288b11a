import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { memberNotLinked } from "../messages.ts";
import { mangle } from "../naming.ts";
import type { LinkedInterface, LinkedMember } from "./linkage.ts";
import { exportName, stringLiteral } from "./source-text.ts";

/** What a link or object specifier becomes (DESIGN 4.3). */
export type LinkedModule =
  /** The specifier means this file, which exports every member under its symbol. */
  | { kind: "redirect"; file: string }
  /** The specifier means a generated module with this source text. */
  | { kind: "virtual"; code: string };

/** How a generated module writes the file that it re-exports from: as it is, or relative to itself. */
export type Locate = (file: string) => string;

const absolute: Locate = (file) => file;

/**
 * What `crate-interface/link/<Interface>` becomes. Where one file provides everything it is that
 * file itself, which leaves every bundler's output as if the file had been imported by hand.
 *
 * @param linked an interface whose {@link importErrors} for the importer are empty
 */
export function linkModule(linked: LinkedInterface): LinkedModule {
  const { members } = linked;
  const unlinked = unlinkedMembers(linked);
  const file = members[0]?.file;
  const alone = members.every((member) => member.file === file && !member.weak);
  if (file !== undefined && alone && unlinked.length === 0) return { kind: "redirect", file };
  return { kind: "virtual", code: linkCode(linked, absolute) };
}

/** The same as a module in any case: what stands in its place where nothing can be redirected. */
export function linkCode(linked: LinkedInterface, locate: Locate): string {
  const name = ({ name }: LinkedMember): string => symbolOf(linked, name);
  const exports = reexports(linked.members, name, locate);
  return exports + stubs(linked, unlinkedMembers(linked)) || NOTHING;
}

/** The files that a link or object module imports, in the order in which they are evaluated. */
export function moduleFiles({ members }: LinkedInterface): string[] {
  return [...new Set(members.map(({ file }) => file))];
}

/**
 * What `crate-interface/object/<Interface>` becomes: a module of the linked members under their own
 * names. Any well-formed text may name an export (ECMAScript, ModuleExportName); `default`, `then`
 * and `__proto__` are exports like all others. A name with a lone surrogate could not be one, and is
 * CI1005 where it is written.
 *
 * @param linked an interface whose {@link importErrors} for the importer are empty
 */
export function objectModule(linked: LinkedInterface): LinkedModule {
  return { kind: "virtual", code: objectCode(linked, absolute) };
}

/** The code of {@link objectModule}. */
export function objectCode(linked: LinkedInterface, locate: Locate): string {
  return reexports(linked.members, ({ name }) => exportName(name), locate) || NOTHING;
}

const NOTHING = "export {};\n";

/**
 * What importing the specifier from a file fails with. A default or an implementation that says
 * `this.member` makes its own file import the specifier, called or not; as long as nobody calls the
 * interface, that demands nothing, and {@link linkModule} gives stubs for what is not linked.
 */
export function importErrors(linked: LinkedInterface, importerFile: string): Diagnostic[] {
  const uncalled = !linked.called && isOwnFile(linked, importerFile);
  return uncalled ? [] : linked.errors;
}

/** Whether a file defines or implements the interface. */
function isOwnFile(
  { definition, implementation, rejected }: LinkedInterface,
  file: string,
): boolean {
  return (
    file === definition.file ||
    file === implementation?.file ||
    rejected.some((other) => other.implementation.file === file)
  );
}

/** Members that only defaults or implementations use which are not linked themselves. */
export function unlinkedMembers({ members, calls }: LinkedInterface): string[] {
  const linked = new Set(members.map(({ name }) => name));
  const used = calls.flatMap(({ item }) => (item.within && item.member ? [item.member] : []));
  return [...new Set(used)].filter((name) => !linked.has(name)).sort(byText);
}

/** One `export ... from` per file, in order of the first member that it provides. */
function reexports(
  members: readonly LinkedMember[],
  nameOf: (member: LinkedMember) => string,
  locate: Locate,
): string {
  const clauses = new Map<string, string[]>();
  for (const member of members) {
    const name = nameOf(member);
    const clause = name === member.symbol ? name : `${member.symbol} as ${name}`;
    append(clauses, member.file, clause);
  }
  return [...clauses]
    .map(([file, names]) => `export { ${names.join(", ")} } from ${stringLiteral(locate(file))};\n`)
    .join("");
}

function stubs(linked: LinkedInterface, names: readonly string[]): string {
  const { namespace, name: interfaceName } = linked.definition.item;
  return names
    .map((name) => {
      const text = stringLiteral(memberNotLinked(namespace, interfaceName, name));
      return `export function ${symbolOf(linked, name)}() { throw new Error(${text}); }\n`;
    })
    .join("");
}

/** The name under which callers import a member. */
export function symbolOf({ definition }: LinkedInterface, member: string): string {
  return mangle(definition.item.namespace, definition.item.name, member);
}
