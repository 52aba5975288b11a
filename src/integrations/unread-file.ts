import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { definedUnread, implementedUnread, includeFiles } from "../messages.ts";
import { interfacePath } from "../naming.ts";
import type { FileTable } from "../scan/symbol-table.ts";

/** What a file has in its text that defines or implements. */
export const SUPPLIES: RegExp = /\b(?:def|impl)_interface\b/;

/** A test by its own name: whoever imports it runs its tests. */
const TEST_FILE = /\.(?:test|spec)\.\w+$|(?:^|\/)__tests__\//;

/**
 * CI2020: what a file defines and implements in vain, since the scan leaves it out.
 *
 * @param dir of its package
 * @param isRoot whether that is the package being tested, which selects implementations
 */
export function unreadFile(
  { file, definitions, implementations }: FileTable,
  dir: string,
  isRoot: boolean,
): Diagnostic[] {
  const path = posix.relative(dir, file);
  const include = includeFiles([path]);
  return [
    ...definitions.map(({ namespace, name, span }) =>
      diagnose(definedUnread(interfacePath(namespace, name), include), span),
    ),
    ...implementations.map(({ interface: { namespace, name }, span }) => {
      const selected = TEST_FILE.test(path) ? `test/${name}.ts` : path;
      const message = implementedUnread(
        interfacePath(namespace, name),
        name,
        isRoot ? `./${selected}` : null,
        include,
      );
      return diagnose(message, span);
    }),
  ];
}
