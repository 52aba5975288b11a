import type { UseSite } from "../expand/site.ts";
import { demangle, linkSpecifier, objectSpecifier, parseSpecifier } from "../naming.ts";
import type { LinkTarget } from "./module-graph.ts";

// Link modules are imported by what is published, and, once it is expanded, by what has a macro.

/** The specifier that the use of an interface becomes an import of. */
export function specifierOf({ members, namespace, interface: { name } }: UseSite): string {
  return members === null ? objectSpecifier(namespace, name) : linkSpecifier(namespace, name);
}

/** The interface whose link or object module a specifier means; `null` for any other module. */
export function linkOf(specifier: string): LinkTarget | null {
  const parts = parseSpecifier(specifier);
  return parts && { namespace: parts.namespace, name: parts.interfaceName };
}

/** What an import means: from a link module, symbols are imported, which stand for members. */
export function importedFrom(source: string, name: string): string {
  const parts = parseSpecifier(source);
  return (parts && !parts.object && demangle(name)?.member) || name;
}
