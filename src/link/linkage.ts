import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Selection } from "../scan/manifest/manifest.ts";
import type { Call, Definition, FileTable, Implementation } from "../scan/symbol-table.ts";
import type { Platforms } from "./platforms.ts";

/** What the linker needs to know besides the packages. */
export interface LinkOptions {
  /** Active conditions, such as `browser` or `development`. */
  conditions: readonly string[];
  /** Whether the root's devDependencies are left out. */
  production: boolean;
  /** Explicit selections that come before those of the root's package.json. */
  implementations?: Record<string, Selection>;
  /**
   * For bundlers to which names of files speak of platforms, as in `hello.ios.ts`. Elsewhere such a
   * file is like any other.
   */
  platforms?: Platforms;
  /**
   * By package, what is in files that are not scanned, for near misses.
   *
   * @internal
   */
  leftOut?: ReadonlyMap<string, FileTable[]>;
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

/**
 * Which rule of DESIGN 4.1 dropped an implementation.
 *
 * - `unreachable`: its package is not in the dependency closure of the root (1)
 * - `development`: it is there only through devDependencies, and the build is for production (1)
 * - `indirect`: the interface is a facade's, and the root does not list the package (1)
 * - `platform`: no import leads to its file on the platform of the build (1)
 * - `default`: it is the default of its facade, and not listed by the root (1)
 * - `facade`: it is in the facade itself, and not its default (1)
 * - `conditions`: not all of its conditions are active (2)
 * - `unconditional`: one with conditions beats it (2)
 * - `unselected`: the root selects another explicitly (3)
 * - `copy`: the root lists another copy of the same version of its package (4)
 * - `several`: it is one of several that are left (4)
 */
export type Rejection =
  | "unreachable"
  | "development"
  | "indirect"
  | "platform"
  | "default"
  | "facade"
  | "conditions"
  | "unconditional"
  | "unselected"
  | "copy"
  | "several";

/** Why an implementation was not selected. */
export interface RejectedImplementation {
  implementation: Located<Implementation>;
  cause: Rejection;
  /** One line, for people. */
  reason: string;
}

/**
 * The rule of DESIGN 4.1 that ended the selection: `explicit` (3), `only` (4), `default` (5),
 * `weak` (6), or `none` when it failed.
 */
export type Rule = "explicit" | "only" | "default" | "weak" | "none";

/** One interface and what it was linked to. */
export interface LinkedInterface {
  /** Unique and stable: package directory, namespace and name. */
  key: string;
  definition: Located<Definition>;
  /** `null` when the definition's defaults are all there is, or nothing. */
  implementation: Located<Implementation> | null;
  rule: Rule;
  /** Why this one, one line for people. */
  reason: string;
  rejected: RejectedImplementation[];
  /** By name, sorted. */
  members: LinkedMember[];
  /** Every call in the build, sorted by file and position. */
  calls: Located<Call>[];
  /**
   * Whether anybody but its own defaults and implementations calls it. If nobody does, `errors`
   * are only warnings of the build.
   */
  called: boolean;
  /**
   * What the interface's specifier fails with when somebody imports it; empty when linked. Where
   * something could not be read, that is among them instead of what may merely follow from it.
   */
  errors: Diagnostic[];
}

/** The result of linking. */
export interface Linkage {
  /** Sorted by package directory, then by `Namespace/Name`. */
  interfaces: LinkedInterface[];
  /**
   * All of the build, sorted by file and position; errors of uncalled interfaces are warnings. What
   * may merely follow from other errors is left out.
   */
  diagnostics: Diagnostic[];
  /**
   * What is wrong with the root besides, if it is a library (CI3005). Among the diagnostics already where
   * its package.json says that it is one.
   */
  ofLibrary: Diagnostic[];
  /**
   * The interface a specifier stands for in a file of a package (DESIGN 4, "Identity"), or why it
   * stands for none: the first thing that could not be read, if there is any.
   *
   * @param importerPackage directory of the package that contains the importing file
   */
  resolve(
    namespace: string | null,
    interfaceName: string,
    importerPackage: string,
  ): LinkedInterface | Diagnostic;
  /**
   * The shortest dependency chain from the root to a package, such as
   * `["app", "foo@1.2.0", "log@1.0.0"]`; the package alone when the root does not depend on it.
   */
  chain(packageDir: string): string[];
}
