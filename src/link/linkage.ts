import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Selection } from "../scan/manifest.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";

/** What the linker needs to know besides the packages. */
export interface LinkOptions {
  /** Active conditions, such as `browser` or `development`. */
  conditions: readonly string[];
  /** Whether the root's devDependencies are left out. */
  production: boolean;
  /** Explicit selections that come before those of the root's package.json. */
  implementations?: Record<string, Selection>;
}

/** A definition, implementation or call with where it stands. */
export interface Located<T> {
  /** Directory of the package. */
  package: string;
  /** Absolute path of the file. */
  file: string;
  item: T;
}

/** A member and the export that it is linked to. */
export interface LinkedMember {
  /** The name in the interface. */
  name: string;
  /** The file that exports it. */
  file: string;
  /** The name under which that file exports it. */
  symbol: string;
  /** Whether it is the definition's default. */
  weak: boolean;
}

/** Why an implementation was not selected, for `why`. */
export interface RejectedImplementation {
  implementation: Located<Implementation>;
  /** One line, for people. */
  reason: string;
}

/** One interface and what it was linked to. */
export interface LinkedInterface {
  /** Unique and stable: package directory, namespace and name. */
  key: string;
  definition: Located<Definition>;
  /** `null` when the definition's defaults are all there is, or nothing. */
  implementation: Located<Implementation> | null;
  /** Why this one, one line for people. */
  reason: string;
  rejected: RejectedImplementation[];
  /** By name, sorted. */
  members: LinkedMember[];
  /** What the interface's specifier fails with when somebody imports it; empty when linked. */
  errors: Diagnostic[];
}

/** The result of linking. */
export interface Linkage {
  /** Sorted by key. */
  interfaces: LinkedInterface[];
  /** All of the build, sorted by file and position; errors of uncalled interfaces are warnings. */
  diagnostics: Diagnostic[];
  /**
   * The interface a specifier stands for in a file of a package (DESIGN 4, "Identity"), or why it
   * stands for none.
   */
  resolve(
    namespace: string | null,
    interfaceName: string,
    importerPackage: string,
  ): LinkedInterface | Diagnostic;
}

/** Signature of the linker, `src/link/link.ts`. */
export type Link = (graph: PackageGraph, options: LinkOptions) => Linkage;
