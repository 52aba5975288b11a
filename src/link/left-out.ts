import { posix } from "node:path";
import * as messages from "../messages.ts";
import { interfacePath } from "../naming.ts";
import type { FileTable } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { packageLabel } from "./chains.ts";
import { SHOWN, showNotes } from "./report/places.ts";

/** Notes and help for an error. */
interface NearMiss {
  notes: string[];
  help: string[];
}

/**
 * Implementations of an interface in files that are not scanned.
 *
 * @param isAsked by directory, the packages to look at: what else one has that implements it is a copy or a test
 */
export function leftOutImplementations(
  path: string,
  isAsked: (dir: string) => boolean,
  build: Build,
): NearMiss {
  const files = filesWith(build, isAsked, ({ implementations }) =>
    implementations.some(
      ({ interface: { namespace, name } }) => interfacePath(namespace, name) === path,
    ),
  );
  return nearMiss(files, messages.implementsUnread);
}

/** Definitions of an interface in files that are not scanned. */
export function leftOutDefinitions(path: string, build: Build): NearMiss {
  const files = filesWith(
    build,
    () => true,
    ({ definitions }) =>
      definitions.some(({ namespace, name }) => interfacePath(namespace, name) === path),
  );
  return nearMiss(files, (label, file) => messages.definesUnread(label, path, file));
}

/** Package labels and relative paths. */
function filesWith(
  build: Build,
  isAsked: (dir: string) => boolean,
  has: (table: FileTable) => boolean,
): [label: string, file: string][] {
  return [...build.leftOut].flatMap(([dir, tables]) =>
    isAsked(dir)
      ? tables
          .filter(has)
          .map(({ file }): [string, string] => [
            packageLabel(build.graph, dir),
            posix.relative(dir, file),
          ])
      : [],
  );
}

function nearMiss(
  files: readonly [label: string, file: string][],
  note: (label: string, file: string) => string,
): NearMiss {
  const paths = [...new Set(files.map(([, file]) => file))].slice(0, SHOWN);
  return {
    notes: showNotes(files.map(([label, file]) => note(label, file))),
    help: paths.length > 0 ? [messages.includeFiles(paths)] : [],
  };
}
