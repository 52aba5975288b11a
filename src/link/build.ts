import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { manifestSelections, PLUGIN_OPTIONS } from "../messages.ts";
import { type Manifest, NO_MANIFEST, type Selection } from "../scan/manifest/manifest.ts";
import type { DependencyKind, Package, PackageGraph } from "../scan/package-graph.ts";
import type { Definition, FileTable } from "../scan/symbol-table.ts";
import { type Closure, closure, manifestPath, reachability, rootName } from "./chains.ts";
import { collectDefinitions, type Definitions } from "./identity.ts";
import type { LinkOptions, Located, RejectedImplementation } from "./linkage.ts";
import { forPlatforms, type Platforms } from "./platforms.ts";
import { type RootDependencies, rootDependencies } from "./root-dependencies.ts";
import { tellApart } from "./tell-apart.ts";

/** Explicit selections of one place. */
export interface Selections {
  selections: Record<string, Selection>;
  /** For people. */
  place: string;
  /** Where each stands, see {@link Manifest.selectionSpans}; empty for the plugin's options. */
  spans: Record<string, Span>;
}

/** What every rule of the linker reads. */
export interface Build {
  /** Without the files of other platforms. */
  graph: PackageGraph;
  platforms: Platforms | null;
  /** Implementations in the files of other platforms. For near misses. */
  elsewhere: readonly RejectedImplementation[];
  /** How the root is called in messages. */
  rootName: string;
  /** Where selections and dependencies of the root are written: `app/package.json`. */
  rootManifest: string;
  /** Explicit selections with the place where they are written, in order of precedence. */
  selections: Selections[];
  /** Packages other than the root that select implementations, for when they are built themselves. */
  selectors: readonly Package[];
  conditions: ReadonlySet<string>;
  /**
   * Every package of the root, for development or not. Definitions are looked for here: they vanish
   * from the output, so a devDependency is enough for them.
   */
  known: Closure;
  /** The packages whose code is in this build: candidates and calls are looked for here. */
  shipped: Closure;
  /** What the root itself lists, in whatever field. */
  ofRoot: RootDependencies;
  /** The fields in which the root lists what may implement a facade (rule 1). */
  counting: readonly DependencyKind[];
  /** The directories that it lists there. */
  listed: ReadonlySet<string>;
  definitions: Definitions;
  /** See {@link tellApart}. */
  ownerToName(definition: Located<Definition>): string | null;
  /** Whether a package leads to that of a definition, or to a copy of it, however far. */
  reaches(dir: string, definition: Located<Definition>): boolean;
  /** Those and the definitions of packages that the root does not reach, for near misses. */
  everywhere: Definitions;
  /**
   * By package, the installed packages that depend on it but take no part for want of a
   * `"crate-interface"` key. Also for near misses.
   */
  silent: ReadonlyMap<string, string[]>;
  /** By package, what is in files that are not scanned. Also for near misses. */
  leftOut: ReadonlyMap<string, FileTable[]>;
}

/** Collects what the rules read. */
export function prepare(everything: PackageGraph, options: LinkOptions): Build {
  const { platforms = null } = options;
  const { graph, elsewhere } = platforms
    ? forPlatforms(everything, platforms)
    : { graph: everything, elsewhere: [] };
  const root = graph.packages.get(graph.root);
  const known = closure(graph, true);
  const isReached = reachability(graph);
  const distance = (dir: string): number => known.chain(dir).length;
  const definitions = collectDefinitions(known.packages, distance);
  const counting = options.production ? SHIPPED : [...SHIPPED, "devDependencies" as const];
  return {
    graph,
    platforms,
    elsewhere,
    rootName: rootName(graph),
    rootManifest: manifestPath(graph.root),
    selections: [
      {
        selections: options.implementations ?? {},
        place: PLUGIN_OPTIONS,
        spans: NO_MANIFEST.selectionSpans,
      },
      {
        selections: root?.manifest.implementations ?? {},
        place: manifestSelections(manifestPath(graph.root)),
        spans: root?.manifest.selectionSpans ?? NO_MANIFEST.selectionSpans,
      },
    ].filter(({ selections }) => Object.keys(selections).length > 0),
    selectors: known.packages.filter(
      ({ dir, manifest }) => dir !== graph.root && selects(manifest),
    ),
    conditions: new Set([...options.conditions, ...(platforms?.active ?? [])]),
    known,
    shipped: options.production && hasDevelopment(root) ? closure(graph, false) : known,
    ofRoot: rootDependencies(root),
    counting,
    listed: listedIn(root, counting),
    definitions,
    ownerToName: tellApart(definitions.all, graph),
    reaches: (dir, definition) =>
      definitions.copies(definition).some((copy) => isReached(dir, copy.package)),
    everywhere:
      known.packages.length === graph.packages.size
        ? definitions
        : collectDefinitions([...graph.packages.values()].sort(byDirectory), distance),
    silent: silentDependents(known.packages),
    leftOut: options.leftOut ?? new Map(),
  };
}

function selects({ implementations }: Manifest): boolean {
  return implementations !== NO_MANIFEST.implementations && Object.keys(implementations).length > 0;
}

/** Whether the root lists a package that it would reach, had it been installed for it. */
export function isListedOnly(dir: string, { graph, ofRoot }: Build): boolean {
  const name = graph.packages.get(dir)?.name;
  return name !== undefined && ofRoot.named(name).some((dependency) => dependency.dir === null);
}

function silentDependents(packages: readonly Package[]): Map<string, string[]> {
  const silent = new Map<string, string[]>();
  for (const { dir, source, manifest, dependencies } of packages) {
    if (source || manifest.present) continue;
    for (const dependency of dependencies) {
      if (dependency.dir === null) continue;
      append(silent, dependency.dir, dir);
    }
  }
  return silent;
}

function byDirectory(a: Package, b: Package): number {
  return byText(a.dir, b.dir);
}

function hasDevelopment(root: Package | undefined): boolean {
  return root?.dependencies.some(({ kind }) => kind === "devDependencies") ?? false;
}

const SHIPPED: readonly DependencyKind[] = ["dependencies", "optionalDependencies"];

function listedIn(root: Package | undefined, kinds: readonly DependencyKind[]): Set<string> {
  const listed = new Set<string>();
  for (const { dir, kind } of root?.dependencies ?? []) {
    if (dir !== null && kinds.includes(kind)) listed.add(dir);
  }
  return listed;
}
