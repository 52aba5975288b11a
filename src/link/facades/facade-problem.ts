import { posix } from "node:path";
import { append } from "../../append.ts";
import type { Diagnostic, Label, Span } from "../../diagnostics/diagnostic.ts";
import type { Package } from "../../scan/package-graph.ts";
import type { Definition, Implementation } from "../../scan/symbol-table.ts";
import type { Build } from "../build.ts";
import type { Located } from "../linkage.ts";
import { byPosition, sortInPlace } from "../order.ts";
import type { References } from "../references.ts";
import type { LeftOut } from "./facade-coverage.ts";

/** What checks of facades read. */
export interface Facades {
  build: Build;
  /** The interfaces of a package, in order. */
  definitionsOf(dir: string): readonly Located<Definition>[];
  /** All of an interface, on whatever platform. */
  implementationsOf(definition: Located<Definition>): Located<Implementation>[];
  /** Of what a package implements, the errors of that which leads to no interface. */
  strayImplementations: References["strayImplementations"];
  /** Packages of which something could not be read, so that what they lack says nothing. */
  unread: ReadonlySet<string>;
  /**
   * By directory, the errors of package.json (CI3006). What such a package says it is, as a facade, may
   * not be what it is meant to say.
   */
  ofManifest: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Something that is wrong with a package as a facade or as an implementation of one. */
export interface FacadeProblem {
  /** Always as an error here. */
  diagnostic: Diagnostic;
  /** The package whose mistake it is. */
  culprit: Package;
  /** Directory of the facade. */
  facade: string;
  /** Directory of the package that implements it, where that is what is wrong. */
  implementation: string | null;
  /** What is left without an implementation by it, as far as it goes. */
  leftOut: readonly LeftOut[];
  /**
   * What it may merely follow from, which stands in its place: errors of the facade's package.json, or of
   * implementations that lead to no interface.
   */
  causes: readonly Diagnostic[];
  /** Codes of errors that follow from it: of interfaces that are left out, or of all of the facade. */
  follow: readonly ("CI2001" | "CI2002" | "CI2003" | "CI2008")[];
}

/** Collects what the checks read. */
export function prepareFacades(build: Build, references: References): Facades {
  const definitions = new Map<string, Located<Definition>[]>();
  for (const found of build.definitions.all) {
    append(definitions, found.package, found);
  }
  return {
    build,
    definitionsOf: (dir) => definitions.get(dir) ?? [],
    implementationsOf(definition) {
      const { implementations, elsewhere } = references.of(definition);
      return [...implementations, ...elsewhere.map(({ implementation }) => implementation)];
    },
    strayImplementations: references.strayImplementations,
    unread: unreadPackages(build),
    ofManifest: manifestErrors(build),
  };
}

function manifestErrors({ graph }: Build): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const error of graph.diagnostics) {
    if (error.code !== "CI3006" || error.severity !== "error" || error.labels.length === 0)
      continue;
    const dir = posix.dirname(error.labels[0].span.file);
    append(found, dir, error);
  }
  return found;
}

function unreadPackages({ graph, known }: Build): Set<string> {
  const unread = new Set<string>();
  for (const { dir, files } of known.packages) {
    if (files.some(({ incomplete }) => incomplete)) unread.add(dir);
  }
  for (const { severity, labels } of graph.diagnostics) {
    if (severity !== "error" || labels.length === 0) continue;
    // A package.json, or a symbol table somewhere below it.
    let dir = labels[0].span.file;
    while (dir !== "" && !graph.packages.has(dir)) dir = dir.slice(0, dir.lastIndexOf("/"));
    unread.add(dir);
  }
  return unread;
}

/** Whether a package says that it is a facade and implements one, which is reported already (CI3006). */
export function isUndecided({ manifest }: Package): boolean {
  return manifest.facade && manifest.facadeImpl.length > 0;
}

/** What a package implements, by file and position. */
export function implementationsIn({ dir, files }: Package): Located<Implementation>[] {
  const found = files.flatMap(({ file, implementations }) =>
    implementations.map((item) => ({ package: dir, file, item })),
  );
  return sortInPlace(found, byPosition);
}

/** A file as a manifest names it. */
export function pathIn({ dir }: Package, file: string): string {
  return `./${posix.relative(dir, file)}`;
}

/** A label at a place that may not be known. */
export function labelAt(span: Span | undefined, text: string): Label[] {
  return span ? [{ span, text }] : [];
}
