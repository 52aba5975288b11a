import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Message } from "../../messages.ts";
import * as messages from "../../messages.ts";
import type { Dependency, Package } from "../../scan/package-graph.ts";
import type { Build } from "../build.ts";
import { closure, manifestPath, packageLabel } from "../chains.ts";
import { pathOf } from "../identity.ts";
import { importedDependency, isImportOf } from "../imports.ts";
import { leftOutDefinitions } from "../left-out.ts";
import { otherVersions } from "../other-version.ts";
import { nearMisses } from "./near.ts";
import { SHOWN, showNotes, showPlaces } from "./places.ts";
import type { Stray } from "./strays.ts";

/** CI2006 for references to a name that nobody defines, which all mean the same. */
export function reportUnknown(
  { path, places }: Stray,
  importer: Package,
  build: Build,
): Diagnostic {
  const reference = places[0].item.interface;
  const message = unknown(path, reference.source, importer.dir, build);
  const dependency = importedDependency(reference.source, importer);
  if (dependency) addUnread(message, dependency, importer.dir, build);
  const users = places.map((place) => place.package);
  const versions = otherVersions(users, dependency?.dir ?? importer.dir, build);
  message.notes.push(...versions.notes);
  message.help.unshift(...versions.help);
  if (message.help.length === 0) {
    const renamed = renamedFrom(dependency?.dir ?? importer.dir, build);
    if (renamed.length > 0) {
      message.notes.push(messages.RENAMED);
      message.help.push(messages.exportUnrenamed(path, renamed));
    }
    // What comes from another package is defined there, if anywhere.
    if (renamed.length === 0 || !dependency) message.help.push(messages.defineIt(reference.name));
  }
  const shown = showPlaces(places, message.label, message.label);
  return diagnose(message, null, shown);
}

/**
 * CI2006 for a name that nobody defines, with the names it is like, and the packages that define it
 * but that the root does not reach.
 *
 * @param source what the name is imported from, where that is known
 * @param importer directory of the package that uses it
 */
export function unknown(
  path: string,
  source: string | null,
  importer: string,
  build: Build,
): Message {
  const near = nearMisses(path, build.definitions.all.map(pathOf));
  const similar = build.definitions.all
    .filter((found) => near.includes(pathOf(found)))
    .map((found) => messages.similarInterface(pathOf(found), labelOf(found.package, build)));
  const message = messages.unknownInterface(path, similar);
  addOutside(message, path, source, importer, build);
  const unread = leftOutDefinitions(path, build);
  message.notes.push(...unread.notes);
  message.help.push(...unread.help);
  return message;
}

/**
 * Packages that define the interface, but that the root does not reach; of several the one that the
 * file imports from.
 */
function addOutside(
  message: Message,
  path: string,
  source: string | null,
  importer: string,
  build: Build,
): void {
  const { packages } = build.graph;
  const nameOf = (dir: string): string => packages.get(dir)?.name || labelOf(dir, build);
  const dirs = build.everywhere.all
    .filter((found) => pathOf(found) === path)
    .map((found) => found.package);
  const imported = dirs.filter((dir) => isImportOf(source, nameOf(dir)));
  const near = imported.length > 0 ? imported : dirs;
  if (near.length === 0) return;
  const listed = packages.get(importer)?.dependencies.map(({ name }) => name) ?? [];
  const isListed = (dir: string): boolean => listed.includes(nameOf(dir));
  const user = userOf(importer, build);
  const notes = near.map((dir) =>
    isListed(dir)
      ? messages.definedNotInstalled(path, labelOf(dir, build), user)
      : messages.definedOutside(path, labelOf(dir, build), user),
  );
  const names = near.map(nameOf).slice(0, SHOWN);
  const manifest = manifestPath(importer);
  message.notes.push(...showNotes(notes));
  message.help.push(
    near.some(isListed)
      ? messages.installDependencies(manifest)
      : messages.addOneDependency(names, manifest),
  );
}

/** Why the package that a file imports from may define nothing that can be seen. */
function addUnread(
  message: Message,
  { name, dir }: Dependency,
  importer: string,
  build: Build,
): void {
  if (dir === null) {
    if (message.help.length > 0) return;
    message.notes.push(messages.notInstalled(name, userOf(importer, build)));
    message.help.push(messages.installDependencies(manifestPath(importer)));
    return;
  }
  const found = build.graph.packages.get(dir);
  if (!found || found.source || found.manifest.present) return;
  message.notes.push(messages.takesNoPart(labelOf(dir, build)));
  if (message.help.length === 0) message.help.push(messages.publishSymbols(found.name));
}

/** The interfaces that a package may export under other names: its own and those it reaches. */
function renamedFrom(dir: string, build: Build): string[] {
  const reached = closure({ ...build.graph, root: dir }, true);
  return build.definitions.all
    .filter((found) => reached.has(found.package))
    .slice(0, SHOWN)
    .map((found) => messages.interfaceOf(pathOf(found), labelOf(found.package, build)));
}

/** How the package that uses an interface is written for people. */
function userOf(importer: string, build: Build): string {
  return importer === build.graph.root ? build.rootName : labelOf(importer, build);
}

function labelOf(dir: string, { graph }: Build): string {
  return packageLabel(graph, dir);
}
