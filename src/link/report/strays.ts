import { type Context, diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Message } from "../../messages.ts";
import * as messages from "../../messages.ts";
import type { Package } from "../../scan/package-graph.ts";
import type { Call, Definition, Implementation } from "../../scan/symbol-table.ts";
import type { Build } from "../build.ts";
import { manifestPath, packageLabel } from "../chains.ts";
import { excludeOutput } from "../exclude-output.ts";
import { type Definitions, type Importer, pathOf } from "../identity.ts";
import { importedDependency } from "../imports.ts";
import type { Located } from "../linkage.ts";
import { byPosition } from "../order.ts";
import { byPackage } from "../package-order.ts";
import { showPlaces } from "./places.ts";
import { reportUnknown } from "./unknown.ts";

/** References to one name that lead to no interface, or to another than they import. */
export interface Stray {
  problem: {
    /**
     * - `unknown`: nobody defines it
     * - `namespace`: `definitions` have the name, in other namespaces
     * - `ambiguous`: it could be any of `definitions`
     * - `shadowed`: it imports the first of `definitions`, but the name means the second
     * - `unrelated`: it imports from a package that does not lead to the only one that defines it
     */
    kind: "unknown" | "namespace" | "ambiguous" | "shadowed" | "unrelated";
    definitions: Located<Definition>[];
  };
  /** The interface as written for people. */
  path: string;
  places: Located<Implementation | Call>[];
}

/** CI2005, CI2006 or CI2007 with every place that is concerned. */
export function reportStray(stray: Stray, build: Build): Diagnostic {
  stray.places.sort(byPosition);
  const importer = build.graph.packages.get(stray.places[0].package)!;
  switch (stray.problem.kind) {
    case "unknown":
      return reportUnknown(stray, importer, build);
    case "namespace":
      return reportNamespace(stray);
    case "ambiguous":
      return reportAmbiguous(stray, importer, build);
    case "shadowed":
      return reportShadowed(stray, importer, build);
    case "unrelated":
      return reportUnrelated(stray, importer, build);
  }
}

/** CI2005: one identity defined more than once. */
export function reportDuplicate(
  { first, further }: Definitions["duplicates"][number],
  build: Build,
): Diagnostic {
  const owner = packageLabel(build.graph, first.package);
  const message = messages.duplicateDefinition(pathOf(first), owner);
  message.help.push(...excludeOutput([first, ...further]));
  return diagnose(message, first.item.span, {
    labels: further.map(({ item }) => ({ span: item.span, text: messages.ALSO_DEFINED })),
    chains: [build.known.chain(first.package)],
  });
}

/**
 * CI2005 for a name that the importer's package does not decide.
 *
 * @param source directory of the package that the name is imported from, where that is known: what this
 *   does not lead to is not meant, and nobody should be told to depend on it
 */
export function ambiguous(
  path: string,
  importer: Importer,
  definitions: readonly Located<Definition>[],
  build: Build,
  source: string | null = null,
): Message {
  const listed = new Set(importer.dependencies.map(({ dir }) => dir));
  const isMeant = (found: Located<Definition>): boolean =>
    source === null || build.reaches(source, found);
  const addable = definitions.filter((found) => !listed.has(found.package) && isMeant(found));
  const help = addable.map((found) =>
    messages.addDependency(nameOf(found.package, build), manifestPath(importer.dir)),
  );
  const label = packageLabel(build.graph, importer.dir);
  const isSource = ({ package: dir }: Located<Definition>): boolean =>
    build.graph.packages.get(dir)?.source ?? false;
  // What others have published has the name that it has.
  const renaming = definitions.every(isSource);
  // Where the importer lists several of them, only another name or another importer can tell them apart.
  if (definitions.some(({ package: dir }) => listed.has(dir))) {
    const labels = definitions.map((found) => packageLabel(build.graph, found.package));
    return messages.ambiguousInterface(path, label, [
      renaming ? messages.separateFirst(path) : messages.separateCalls(labels, label),
    ]);
  }
  if (help.length === 0) help.push(messages.separateFirst(path));
  return messages.ambiguousInterface(path, label, [
    ...new Set(help),
    ...(renaming && addable.length > 0 ? [messages.separate(path)] : []),
  ]);
}

function reportNamespace({ places, problem }: Stray): Diagnostic {
  const reference = places[0].item.interface;
  const definitions = [...problem.definitions].sort(byPosition);
  const { namespace } = definitions[0].item;
  const message = messages.namespaceMismatch(reference.name, reference.namespace, namespace);
  return atPlaces(message, places, {
    labels: definitions.map(({ item }) => ({
      span: item.span,
      text: messages.definedInNamespace(item.namespace),
    })),
  });
}

function reportAmbiguous(
  { path, places, problem }: Stray,
  importer: Package,
  build: Build,
): Diagnostic {
  const { source } = places[0].item.interface;
  const dir = importedDependency(source, importer)?.dir ?? null;
  const definitions = [...problem.definitions].sort(byPackage(build.graph));
  return atPlaces(
    ambiguous(path, importer, definitions, build, dir),
    places,
    whereDefined(definitions, build),
  );
}

function reportShadowed(
  { path, places, problem }: Stray,
  importer: Package,
  build: Build,
): Diagnostic {
  const [imported, meant] = problem.definitions.map((found) =>
    packageLabel(build.graph, found.package),
  );
  const message = messages.shadowedInterface(
    path,
    packageLabel(build.graph, importer.dir),
    imported,
    meant,
  );
  return atPlaces(message, places, whereDefined(problem.definitions, build));
}

function reportUnrelated(
  { path, places, problem }: Stray,
  importer: Package,
  build: Build,
): Diagnostic {
  const { source } = places[0].item.interface;
  const imported = build.graph.packages.get(importedDependency(source, importer)!.dir!)!;
  const [definition] = problem.definitions;
  const label = packageLabel(build.graph, imported.dir);
  const message = messages.unrelatedInterface(
    path,
    label,
    packageLabel(build.graph, definition.package),
    nameOf(definition.package, build),
  );
  if (!imported.source && !imported.manifest.present) {
    message.notes.push(messages.takesNoPart(label));
    message.help.unshift(messages.publishSymbols(imported.name));
  }
  return atPlaces(message, places, whereDefined(problem.definitions, build));
}

/** The definitions of one name as labels, and the chains to their packages. */
export function whereDefined(
  definitions: readonly Located<Definition>[],
  { known }: Build,
): Pick<Required<Context>, "labels" | "chains"> {
  return {
    labels: definitions.map(({ item }, index) => ({
      span: item.span,
      text: index === 0 ? messages.DEFINED : messages.ALSO_DEFINED,
    })),
    chains: definitions.map((found) => known.chain(found.package)),
  };
}

function atPlaces(message: Message, places: Stray["places"], context: Context): Diagnostic {
  const shown = showPlaces(places, message.label, message.label);
  return diagnose(message, null, {
    ...context,
    labels: [...shown.labels, ...(context.labels ?? [])],
    notes: [...shown.notes, ...(context.notes ?? [])],
  });
}

function nameOf(dir: string, { graph }: Build): string {
  return graph.packages.get(dir)?.name || packageLabel(graph, dir);
}
