import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { DependencyKind, Package } from "../../scan/package-graph.ts";
import { manifestPath, packageLabel } from "../chains.ts";
import { isCopy } from "../copies.ts";
import { publishesChoice } from "../library.ts";
import { facadeDefault } from "./facade-default.ts";
import type { Facades } from "./facade-problem.ts";

/** By directory of a package, the directories of the facades that it implements, sorted. */
export type ImplementedFacades = ReadonlyMap<string, ReadonlySet<string>>;

/** What packages implement of facades, whether they say so or not. */
export function facadesByImplementation({
  build,
  definitionsOf,
  implementationsOf,
}: Facades): ImplementedFacades {
  const found = new Map<string, Set<string>>();
  const add = (dir: string, facade: string): void => {
    if (dir === facade) return;
    const known = found.get(dir);
    if (known) known.add(facade);
    else found.set(dir, new Set([facade]));
  };
  for (const { dir, manifest, dependencies } of build.known.packages) {
    if (manifest.facade) {
      for (const definition of definitionsOf(dir)) {
        for (const implementation of implementationsOf(definition)) {
          add(implementation.package, dir);
        }
      }
    }
    for (const dependency of manifest.facadeImpl.length > 0 ? dependencies : []) {
      const facade = dependency.dir === null ? null : build.graph.packages.get(dependency.dir);
      if (facade?.manifest.facade && manifest.facadeImpl.includes(dependency.name)) {
        add(dir, facade.dir);
      }
    }
  }
  return found;
}

/**
 * CI3005, one for each implementation of a facade that a library brings along. A facade may bring its
 * default, and an implementation may be built on another one of the same facade.
 *
 * Of the root, whose package.json does not say that it is a library, nobody knows: it may be a program
 * that another one contains. So it is a warning there, which leaves that open.
 */
export function checkLibrary(
  library: Package,
  implemented: ImplementedFacades,
  { build }: Facades,
): Diagnostic[] {
  const { packages } = build.graph;
  const own = implemented.get(library.dir);
  const bringsDefault = facadeDefault(library)?.dir ?? null;
  const isInferred = library.dir === build.graph.root && !publishesChoice(library);
  return library.dependencies.flatMap(({ name, kind, dir, span }) => {
    if (dir === null || !BROUGHT.includes(kind)) return [];
    const facades = [...(implemented.get(dir) ?? [])]
      .filter((facade) => !own?.has(facade))
      .map((facade) => packages.get(facade)!)
      .filter((facade) => dir !== bringsDefault || !isCopy(facade.dir, library.dir, build.graph));
    if (facades.length === 0) return [];
    const manifest = manifestPath(library.dir);
    const help = [
      library.source
        ? messages.moveToDevelopment(name, kind, manifest)
        : messages.moveToDevelopmentIn(library.name, name, kind),
    ];
    const isOwn = facades.some((facade) => isCopy(facade.dir, library.dir, build.graph));
    if (isOwn && bringsDefault === null) help.push(messages.orNameDefault(name, manifest));
    const names = [...new Set(facades.map((facade) => facade.name))];
    const chains = [[...build.known.chain(library.dir), packageLabel(build.graph, dir)]];
    if (isInferred) {
      const message = messages.maybeLibraryDepends(library.name, name, names, kind, manifest);
      return [{ ...diagnose(message, span ?? null, { chains }), severity: "warning" }];
    }
    const message = messages.libraryDependsOnImplementation(library.name, name, names, kind, help);
    return [diagnose(message, span ?? null, { chains })];
  });
}

/** The fields by which a package is installed with who depends on it. */
const BROUGHT: readonly DependencyKind[] = ["dependencies", "optionalDependencies"];
