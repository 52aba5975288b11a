import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import { interfacePath } from "../naming.ts";
import type { LinkedInterface } from "./linkage.ts";
import { linkMembers } from "./members.ts";
import { type Locate, symbolOf, unlinkedMembers } from "./module.ts";
import { type ModuleFormat, type Reexport, writersFor } from "./overridable-source.ts";
import { usedMembers } from "./used.ts";

/** How {@link overridableModules} writes. */
export interface OverridableOptions {
  format: ModuleFormat;
  /** How the modules write a file that they import. */
  locate: Locate;
  /** How the link and the object module write the part of this index. */
  part: (index: number) => string;
  /** How the parts write `testing/overridable.js` of this package, in the same format. */
  runtime: string;
  /** How the package being tested is called. */
  root: string;
  /**
   * The files that define the interface, one for each copy of its package, where the build has other
   * interfaces of this name and namespace; `null` where it has none.
   */
  definitions: readonly string[] | null;
  /**
   * The file that imports the link or object module. The constants and classes that it supplies
   * itself are its own then: it may use them while it is being evaluated.
   */
  importer?: string;
}

/** What an interface is linked to while tests run. */
export interface OverridableModules {
  /** In place of the link module. */
  link: string;
  /** In place of the object module. */
  object: string;
  /**
   * The modules that both re-export from: one for each file that supplies members, and one for members
   * that nothing supplies.
   */
  parts: string[];
}

/** A member as a part exports it. */
export interface OverridableMember {
  name: string;
  symbol: string;
  /** The file that supplies it, and its name there; `null` for a member that nothing supplies. */
  source: { file: string; symbol: string } | null;
  /** Whether it is a function whose module need not have been evaluated for it to be called. */
  isHoisted: boolean;
}

/** Whether an interface can be linked for tests although it has errors: nothing implements it. */
export function isOverridable({ errors }: LinkedInterface): boolean {
  return errors.every(({ code }) => code === "CI2001");
}

/**
 * The modules that an interface is linked to while tests run: what callers import looks up at each use
 * whether a test overrides it.
 *
 * Each file that supplies members has a part of its own, which is evaluated right after it. So
 * everything is evaluated in the same order as without tests, and what works in a cycle there works
 * here.
 *
 * @param linked an interface that {@link isOverridable}
 */
export function overridableModules(
  linked: LinkedInterface,
  options: OverridableOptions,
): OverridableModules {
  const { name, namespace, members: declared } = linked.definition.item;
  const { locate, root, runtime } = options;
  const writers = writersFor(options.format);
  const members = overridableMembers(linked);
  const names = declared && new Set([...declared, ...members].map((member) => member.name));
  const parts = [...byFile(members)];
  const reexports = (as: (member: OverridableMember) => string): string =>
    writers.reexports(
      parts.flatMap(([file, supplied], index) => reexportsOf(file, supplied, index, as, options)),
    );
  return {
    link: reexports(({ symbol }) => symbol),
    object: reexports((member) => member.name),
    parts: parts.map(([file, supplied]) =>
      writers.part({
        path: interfacePath(namespace, name),
        root,
        names: names && [...names].sort(byText),
        definitions: options.definitions?.map(locate) ?? null,
        name,
        file: file === null ? null : locate(file),
        members: supplied,
        runtime,
      }),
    ),
  };
}

/** What the link or object module has of one file: from its part, or what the importer has itself. */
function reexportsOf(
  file: string | null,
  supplied: readonly OverridableMember[],
  index: number,
  as: (member: OverridableMember) => string,
  { format, part, locate, importer }: OverridableOptions,
): Reexport[] {
  // What CommonJS exports is read when it is used.
  const isOwn = ({ isHoisted }: OverridableMember): boolean =>
    format === "module" && !isHoisted && file !== null && file === importer;
  const others = supplied.filter((member) => !isOwn(member));
  const own = supplied.filter(isOwn);
  return [
    { from: part(index), names: others.map((member) => ({ name: member.symbol, as: as(member) })) },
    ...own.map((member) => ({
      from: locate(file!),
      names: [{ name: member.source!.symbol, as: as(member) }],
    })),
  ];
}

/** By file, in the order in which the link module would import them. */
function byFile(members: readonly OverridableMember[]): Map<string | null, OverridableMember[]> {
  const files = new Map<string | null, OverridableMember[]>();
  for (const member of members) {
    const file = member.source?.file ?? null;
    append(files, file, member);
  }
  return files;
}

/** The linked members, and those that would have to be linked. */
function overridableMembers(linked: LinkedInterface): OverridableMember[] {
  const { definition, implementation, rule, calls } = linked;
  const nothing = rule === "none";
  const supplied = nothing ? linkMembers(definition, null) : linked.members;
  const wanted = [
    ...unlinkedMembers(linked),
    ...(nothing ? (definition.item.members ?? []).map(({ name }) => name) : []),
    ...(nothing ? usedMembers(definition, null, calls).keys() : []),
  ];
  const known = new Set(supplied.map(({ name }) => name));
  const missing = [...new Set(wanted)].filter((name) => !known.has(name)).sort(byText);
  return [
    ...supplied.map(({ name, file, symbol, weak }) => {
      const items = weak ? definition.item.defaults : (implementation?.item.members ?? []);
      const isHoisted = items.some((item) => item.name === name && item.kind === "function");
      return { name, symbol: symbolOf(linked, name), source: { file, symbol }, isHoisted };
    }),
    ...missing.map((name) => ({
      name,
      symbol: symbolOf(linked, name),
      source: null,
      isHoisted: false,
    })),
  ];
}
