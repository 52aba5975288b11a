import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { Manifest } from "./manifest/manifest.ts";
import type { FileTable } from "./symbol-table.ts";

/** The four dependency fields of package.json. */
export type DependencyKind =
  | "dependencies"
  | "devDependencies"
  | "optionalDependencies"
  | "peerDependencies";

/** An edge of the package graph. */
export interface Dependency {
  /** The name in package.json: with an npm alias, not the name of the package it leads to. */
  name: string;
  kind: DependencyKind;
  /** The range in package.json. */
  range: string;
  /**
   * Directory of the installed package (its identity); `null` when it is not installed. Where only
   * devDependencies of packages other than the root lead, it is in no graph.
   */
  dir: string | null;
  /** Where it stands in package.json. Only for those that a check of facades may show. */
  span?: Span;
}

/** One package instance. Its directory is its identity: two versions are two packages. */
export interface Package {
  /** Real path of its directory, absolute, with forward slashes. */
  dir: string;
  /** That of its package.json; the name of its directory when there is none. */
  name: string;
  /** Empty when its package.json has none. */
  version: string;
  /** Whether its source is scanned: the root, and packages outside `node_modules`. */
  source: boolean;
  /** The `"crate-interface"` key of its package.json, validated. */
  manifest: Manifest;
  /** Sorted by name, then kind. An installed package has no devDependencies: nobody installs them. */
  dependencies: Dependency[];
  /** Files that take part, sorted by path. */
  files: FileTable[];
}

/** Everything the linker reads. */
export interface PackageGraph {
  /** Directory of the package being built. */
  root: string;
  /** By directory; iteration is in order of directory. */
  packages: Map<string, Package>;
  /** CI3xxx of manifests and symbol tables, in the order they were read. CI1xxx are in the file tables. */
  diagnostics: Diagnostic[];
}
