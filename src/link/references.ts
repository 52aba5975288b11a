import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { interfacePath } from "../naming.ts";
import type { Package } from "../scan/package-graph.ts";
import type { Call, Definition, Implementation, InterfaceReference } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { type Definitions, pathOf } from "./identity.ts";
import { importedDependency } from "./imports.ts";
import type { Located, RejectedImplementation } from "./linkage.ts";
import { byPosition, sortInPlace } from "./order.ts";
import { reportStray, type Stray } from "./report/strays.ts";

/** Who refers to one interface. */
export interface Uses {
  /** Of all packages that are known, whether they can be candidates or not. */
  implementations: Located<Implementation>[];
  /** In the files of other platforms. */
  elsewhere: RejectedImplementation[];
  /** Of the packages in the build. */
  calls: Located<Call>[];
}

/** Who refers to which interface, and the references that lead to none. */
export interface References {
  of(definition: Located<Definition>): Uses;
  diagnostics: Diagnostic[];
  /** CI2006 for a name that nobody defines, if anybody refers to it. */
  unknown(path: string): Diagnostic | undefined;
  /** Of what a package implements, that which leads to no interface: CI2005 to CI2007, sorted. */
  strayImplementations(dir: string): readonly Diagnostic[];
}

/** Finds the interface of every implementation and every call. */
export function resolveReferences(build: Build): References {
  const uses = new Map<Located<Definition>, Uses>();
  for (const definition of build.definitions.all) {
    uses.set(definition, { implementations: [], elsewhere: [], calls: [] });
  }
  /** Of whatever what stands in a package means: of all copies of it, unless it is in one of them. */
  const usesBy = (dir: string, meant: Located<Definition> | undefined): Uses[] => {
    if (!meant) return [];
    const shared = meant.package === dir ? [meant] : build.definitions.copies(meant);
    return shared.map((definition) => uses.get(definition)!);
  };
  const strays = new Map<string, Stray>();
  for (const importer of build.graph.packages.values()) {
    const known = build.known.has(importer.dir);
    const shipped = build.shipped.has(importer.dir);
    for (const table of importer.files) {
      for (const item of table.implementations) {
        const found = { package: importer.dir, file: table.file, item };
        if (!known) {
          const meant = meantOutside(item.interface, importer, build);
          for (const { implementations } of usesBy(importer.dir, meant)) {
            implementations.push(found);
          }
          continue;
        }
        const target = targetOf(item.interface, importer, "implementation", build);
        for (const { implementations } of usesBy(importer.dir, target.definition)) {
          implementations.push(found);
        }
        addStray(strays, target, found);
      }
      if (!shipped) continue;
      for (const item of table.calls) {
        const found = { package: importer.dir, file: table.file, item };
        const target = targetOf(item.interface, importer, "call", build);
        for (const { calls } of usesBy(importer.dir, target.definition)) calls.push(found);
        addStray(strays, target, found);
      }
    }
  }
  for (const rejected of build.elsewhere) {
    const { package: dir, item } = rejected.implementation;
    const importer = build.graph.packages.get(dir)!;
    // What is wrong with it is for the builds of its own platform to say.
    const { definition } = targetOf(item.interface, importer, "implementation", build);
    for (const { elsewhere } of usesBy(dir, definition)) elsewhere.push(rejected);
  }
  for (const { implementations, calls } of uses.values()) {
    sortInPlace(implementations, byPosition);
    sortInPlace(calls, byPosition);
  }
  const unknown = new Map<string, Diagnostic>();
  const ofImplementations = new Map<string, Diagnostic[]>();
  const diagnostics = [...strays.values()].map((stray) => {
    const diagnostic = reportStray(stray, build);
    if (stray.problem.kind === "unknown") unknown.set(stray.path, diagnostic);
    const dirs = stray.places.flatMap(({ item, package: dir }) => ("members" in item ? [dir] : []));
    for (const dir of new Set(dirs)) append(ofImplementations, dir, diagnostic);
    return diagnostic;
  });
  return {
    of: (definition) => uses.get(definition)!,
    diagnostics,
    unknown: (path) => unknown.get(path),
    strayImplementations: (dir) => sortDiagnostics(ofImplementations.get(dir) ?? []),
  };
}

/** What a reference leads to: a definition, a problem, or, where it is linked all the same, both. */
interface Target {
  definition?: Located<Definition>;
  problem?: Stray["problem"];
}

/**
 * A link specifier holds no more than the interface's name, so a call means whatever that name
 * means in its package. An implementation needs no specifier: it means what it imports, also where it
 * imports that from a package that re-exports it. Where a call imports another interface than its
 * specifier leads to, that is an error and not a wrong link.
 */
function targetOf(
  reference: InterfaceReference,
  importer: Package,
  use: "implementation" | "call",
  build: Build,
  definitions: Definitions = build.definitions,
): Target {
  const path = interfacePath(reference.namespace, reference.name);
  const source = importedDependency(reference.source, importer)?.dir ?? null;
  const imported = source === null ? undefined : definitions.of(source, path);
  if (imported && use === "implementation") return { definition: imported };
  if (source !== null && !imported) {
    const elsewhere = definitions.named(reference.name).filter((found) => found.package === source);
    if (elsewhere.length > 0) return { problem: { kind: "namespace", definitions: elsewhere } };
  }
  const resolution = definitions.resolve(path, importer);
  switch (resolution.kind) {
    case "found": {
      const meant = resolution.definition;
      if (imported) {
        if (definitions.copies(meant).includes(imported)) return { definition: meant };
        return { problem: { kind: "shadowed", definitions: [imported, meant] } };
      }
      if (source === null || build.reaches(source, meant)) return { definition: meant };
      const other = reexported(source, path, build, definitions);
      if (other === null) return { problem: { kind: "unrelated", definitions: [meant] } };
      if (use === "implementation") return { definition: other };
      return { problem: { kind: "shadowed", definitions: [other, meant] } };
    }
    case "ambiguous": {
      const { definitions: possible } = resolution;
      const meant =
        source === null || use === "call" ? null : reexported(source, path, build, definitions);
      return meant
        ? { definition: meant }
        : { problem: { kind: "ambiguous", definitions: possible } };
    }
    case "unknown": {
      const elsewhere = definitions.named(reference.name);
      const kind = elsewhere.length > 0 ? "namespace" : "unknown";
      return { problem: { kind, definitions: elsewhere } };
    }
  }
}

/**
 * What a package re-exports under a name, if that is certain: what the name means in it, or the only
 * thing that it leads to. Its own definitions aside.
 */
function reexported(
  dir: string,
  path: string,
  build: Build,
  definitions: Definitions,
): Located<Definition> | null {
  const exporter = build.graph.packages.get(dir);
  const resolution = exporter && definitions.resolve(path, exporter);
  if (!resolution || resolution.kind === "unknown") return null;
  const possible = resolution.kind === "found" ? [resolution.definition] : resolution.definitions;
  const [only, ...others] = possible.filter((found) => build.reaches(dir, found));
  return only && others.length === 0 ? only : null;
}

/**
 * What an implementation means in a package that the root does not reach: an interface of the build,
 * or `undefined`. There it may as well mean another interface of that name, which is not in the build.
 */
function meantOutside(
  reference: InterfaceReference,
  importer: Package,
  build: Build,
): Located<Definition> | undefined {
  const target = targetOf(reference, importer, "implementation", build, build.everywhere);
  return (
    target.definition && build.definitions.of(target.definition.package, pathOf(target.definition))
  );
}

function addStray(
  strays: Map<string, Stray>,
  { problem }: Target,
  place: Stray["places"][number],
): void {
  if (!problem) return;
  const reference = place.item.interface;
  const path = interfacePath(reference.namespace, reference.name);
  // What depends on the importer is reported once per importer, the rest once for all.
  const inPackage = problem.kind === "unknown" ? "" : place.package;
  const others = problem.definitions.map((definition) => definition.package).sort(byText);
  const key = JSON.stringify([problem.kind, path, inPackage, others]);
  const stray = strays.get(key);
  if (stray) stray.places.push(place);
  else strays.set(key, { problem, path, places: [place] });
}
