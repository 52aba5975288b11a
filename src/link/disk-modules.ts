import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sharedLinkFile } from "../messages.ts";
import { interfacePath } from "../naming.ts";
import type { Linkage, LinkedInterface } from "./linkage.ts";
import { linkCode, objectCode } from "./module.ts";

/** A link module as a file. */
export interface DiskModule {
  /** Relative to the folder that all are written to: `link/Mall/HelloIf.js`. */
  path: string;
  /** How the code names a file, such as `../../src/index.ts`, is up to `locate`. */
  code: string;
}

/**
 * The link and object modules of every interface that is linked, for tools that resolve
 * `crate-interface/link/*` to a folder.
 *
 * @param locate how the module at `path` (relative to the folder) writes a file that it imports
 * @returns nothing but diagnostics when two interfaces would share a file, ignoring case
 */
export function diskModules(
  linkage: Linkage,
  locate: (path: string, file: string) => string,
): { modules: DiskModule[]; diagnostics: Diagnostic[] } {
  const linked = linkage.interfaces.filter(({ members }) => members.length > 0);
  const diagnostics = findShared(linked);
  if (diagnostics.length > 0) return { modules: [], diagnostics };
  const modules = linked.flatMap((found) => {
    const link = `link/${pathOf(found)}.js`;
    const object = `object/${pathOf(found)}.js`;
    return [
      { path: link, code: linkCode(found, (file) => locate(link, file)) },
      { path: object, code: objectCode(found, (file) => locate(object, file)) },
    ];
  });
  return { modules, diagnostics };
}

function findShared(linked: readonly LinkedInterface[]): Diagnostic[] {
  const byFile = new Map<string, LinkedInterface>();
  const diagnostics: Diagnostic[] = [];
  for (const found of linked) {
    const file = folded(pathOf(found));
    const first = byFile.get(file);
    if (!first) {
      byFile.set(file, found);
      continue;
    }
    const labels = [{ span: first.definition.item.span, text: "the other one" }];
    const message = sharedLinkFile(pathOf(found), pathOf(first));
    diagnostics.push(diagnose(message, found.definition.item.span, { labels }));
  }
  return diagnostics;
}

/** Equal for names that are one file somewhere: macOS ignores case, and how accents are composed. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase();
}

function pathOf({ definition }: LinkedInterface): string {
  return interfacePath(definition.item.namespace, definition.item.name);
}
