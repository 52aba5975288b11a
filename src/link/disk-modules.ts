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
  const written = new Map<string, DiskInterface>();
  const diagnostics: Diagnostic[] = [];
  for (const linked of linkage.interfaces.filter(({ members }) => members.length > 0)) {
    const found = diskInterface(linked, locate);
    const first = written.get(folded(found.path));
    if (!first) written.set(folded(found.path), found);
    // Copies of one package are linked alike.
    else if (!isSame(first, found)) diagnostics.push(shared(found, first, linkage));
  }
  if (diagnostics.length > 0) return { modules: [], diagnostics };
  return { modules: [...written.values()].flatMap(({ modules }) => modules), diagnostics };
}

/** An interface with its modules. */
interface DiskInterface {
  /** `Mall/HelloIf` */
  path: string;
  linked: LinkedInterface;
  modules: DiskModule[];
}

function diskInterface(
  linked: LinkedInterface,
  locate: (path: string, file: string) => string,
): DiskInterface {
  const { namespace, name } = linked.definition.item;
  const path = interfacePath(namespace, name);
  const link = `link/${path}.js`;
  const object = `object/${path}.js`;
  const modules = [
    { path: link, code: linkCode(linked, (file) => locate(link, file)) },
    { path: object, code: objectCode(linked, (file) => locate(object, file)) },
  ];
  return { path, linked, modules };
}

function isSame(one: DiskInterface, other: DiskInterface): boolean {
  return one.modules.every(
    ({ path, code }, i) => path === other.modules[i].path && code === other.modules[i].code,
  );
}

function shared(found: DiskInterface, first: DiskInterface, linkage: Linkage): Diagnostic {
  const [one, other] = [found.linked.definition, first.linked.definition];
  const [owner, otherOwner] = [one, other].map((each) => linkage.chain(each.package).at(-1)!);
  const [name, otherName] = [owner!, otherOwner!].map((label) => label.replace(/(?!^)@.*$/, ""));
  const versioned = owner !== otherOwner && name === otherName ? name! : "";
  const message = sharedLinkFile(found.path, first.path, owner!, otherOwner!, versioned);
  const labels = [{ span: other.item.span, text: "the other one" }];
  return diagnose(message, one.item.span, { labels });
}

/** Equal for names that are one file somewhere: macOS ignores case, and how accents are composed. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
