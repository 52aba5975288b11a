import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Label, Span } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Dependency, Package } from "../../scan/package-graph.ts";
import { chainsTo, manifestPath } from "../chains.ts";
import { pathOf } from "../identity.ts";
import { leftOutImplementations } from "../left-out.ts";
import { isInRange, widened } from "../version-range.ts";
import {
  implementedInstead,
  implementLeftOut,
  leftOutOf,
  namesOfLeftOut,
  placesOfLeftOut,
} from "./facade-coverage.ts";
import { type FacadeProblem, type Facades, isUndecided, labelAt } from "./facade-problem.ts";
import { knownRange } from "./known-range.ts";
import { namesMeant } from "./names-meant.ts";

/** CI3003 and CI3004 for one package that says it implements facades. */
export function checkImplementation(item: Package, facades: Facades): FacadeProblem[] {
  return item.manifest.facadeImpl.flatMap((name) => {
    const listed = item.dependencies.filter((dependency) => dependency.name === name);
    const counting = listed.filter(
      ({ kind }) => kind === "dependencies" || kind === "peerDependencies",
    );
    if (counting.length === 0) return [notDepended(item, name, listed, facades)];
    const dir = counting[0].dir;
    const facade = dir === null ? undefined : facades.build.graph.packages.get(dir);
    // What is not installed, such as an optional peer, nothing is linked to.
    if (!facade || isUndecided(facade)) return [];
    if (!facade.manifest.facade) return [notFacade(item, name, facade, facades)];
    const found = incomplete(item, name, facade, facades);
    const causes = mismatches(item, facade, counting, facades);
    // Of another version it leaves out what that one does not have.
    return causes.length === 0
      ? found
      : causes.map((cause) => ({ ...cause, ...followingFrom(found) }));
  });
}

/** What follows from problems, for another one that they follow from. */
function followingFrom(found: readonly FacadeProblem[]): Pick<FacadeProblem, "leftOut" | "follow"> {
  return {
    leftOut: found.flatMap(({ leftOut }) => leftOut),
    follow: [...new Set(found.flatMap(({ follow }) => follow))],
  };
}

/** CI3003: the facade is no dependency, or only one for development or optional. */
function notDepended(
  item: Package,
  name: string,
  listed: readonly Dependency[],
  facades: Facades,
): FacadeProblem {
  const { build } = facades;
  const manifest = manifestPath(item.dir);
  const range = listed[0]?.range ?? knownRange(name, build);
  const implemented = implementedFacades(item, facades);
  const near = implemented.length > 0 ? implemented : namesMeant(name, item, build);
  const help = near.map((other) => messages.nameFacade(other, name, manifest));
  // What nobody knows is misspelt rather than missing, where it is like something that is listed.
  if (near.length === 0 || (range !== "" && !isNoFacade(name, facades))) {
    help.push(messages.addPeerDependency(name, range, manifest));
  }
  const message = messages.facadeNotDependency(item.name, name, help);
  const labels = listed.flatMap(({ span, kind }) => labelAt(span, messages.onlyIn(kind)));
  return {
    ...problem(item, at(item, name), message, labels, facades),
    facade: listed[0]?.dir ?? "",
    leftOut: [],
    follow: [],
  };
}

/** Whether there is a package of that name, and it is no facade. */
function isNoFacade(name: string, { build }: Facades): boolean {
  const found = [...build.graph.packages.values()].filter((item) => item.name === name);
  return found.length > 0 && found.every(({ manifest }) => !manifest.facade);
}

/** The names by which a package depends on facades that it implements and does not name. */
function implementedFacades(item: Package, { build, ...facades }: Facades): string[] {
  const names = item.dependencies.flatMap(({ name, kind, dir }) => {
    const facade = dir === null ? undefined : build.graph.packages.get(dir);
    const isNamed = item.manifest.facadeImpl.includes(name);
    if (!facade?.manifest.facade || isNamed || kind === "devDependencies") return [];
    const isImplemented = facades
      .definitionsOf(facade.dir)
      .some((definition) =>
        facades.implementationsOf(definition).some((found) => found.package === item.dir),
      );
    return isImplemented ? [name] : [];
  });
  return [...new Set(names)];
}

/** CI3003: what it implements does not say that it is a facade. */
function notFacade(item: Package, name: string, facade: Package, facades: Facades): FacadeProblem {
  const manifest = manifestPath(item.dir);
  const message = messages.notAFacade(item.name, name, [
    ...implementedFacades(item, facades).map((other) => messages.nameFacade(other, name, manifest)),
    messages.declareFacade(facade.name, manifestPath(facade.dir)),
    messages.orRemoveFacadeImpl(name, manifest),
  ]);
  return {
    ...problem(item, at(item, name), message, [], facades),
    facade: facade.dir,
    leftOut: [],
    causes: facades.ofManifest.get(facade.dir) ?? [],
    // Implementations of a facade would not compete before the root has chosen them.
    follow: ["CI2002"],
  };
}

/** CI3003: the version that is installed is not one that it implements. */
function mismatches(
  item: Package,
  facade: Package,
  listed: readonly Dependency[],
  facades: Facades,
): FacadeProblem[] {
  const { version } = facade;
  const manifest = manifestPath(item.dir);
  return listed
    .filter(({ range }) => !isInRange(version, range))
    .map(({ name, kind, range, span }) => {
      const message = messages.facadeVersionMismatch(item.name, name, range, version, [
        messages.installInRange(name, range),
        messages.orWidenRange(name, widened(range, version), kind, manifest),
      ]);
      const labels = labelAt(at(item, name), messages.FACADE_IMPL);
      return {
        ...problem(item, span, message, labels, facades),
        facade: facade.dir,
        leftOut: [],
        follow: [],
      };
    });
}

/** CI3004: some of the facade is not implemented. */
function incomplete(
  item: Package,
  name: string,
  facade: Package,
  facades: Facades,
): FacadeProblem[] {
  if (facades.unread.has(item.dir) || facades.unread.has(facade.dir)) return [];
  const leftOut = leftOutOf(facades.definitionsOf(facade.dir), (definition) =>
    facades.implementationsOf(definition).filter(({ package: dir }) => dir === item.dir),
  );
  if (leftOut.length === 0) return [];
  // Without all of an interface, what is left may be all that was promised.
  const isPartOnly = leftOut.some(({ implementations }) => implementations.length === 0);
  const unread = leftOut
    .filter(({ implementations }) => implementations.length === 0)
    .map(({ definition }) =>
      leftOutImplementations(pathOf(definition), (dir) => dir === item.dir, facades.build),
    );
  const message = messages.facadeNotImplemented(item.name, name, namesOfLeftOut(leftOut), [
    ...new Set(unread.flatMap(({ help }) => help)),
    ...implementLeftOut(leftOut, item.name),
    ...(isPartOnly ? [messages.orRemoveFacadeImpl(name, manifestPath(item.dir))] : []),
  ]);
  const { labels, notes } = placesOfLeftOut(leftOut);
  message.notes.push(
    ...notes,
    ...new Set(unread.flatMap((found) => found.notes)),
    ...implementedInstead(leftOut, item.dir, facades),
  );
  const found = problem(item, at(item, name), message, labels, facades);
  // What is implemented under a misspelt name may be all that is left out.
  const causes = isPartOnly ? facades.strayImplementations(item.dir) : [];
  return [{ ...found, facade: facade.dir, leftOut, causes, follow: ["CI2001", "CI2003"] }];
}

function problem(
  item: Package,
  span: Span | undefined,
  message: messages.Message,
  labels: Label[],
  { build }: Facades,
): Omit<FacadeProblem, "facade" | "leftOut" | "follow"> {
  const chains = chainsTo(item.dir, build);
  const diagnostic = diagnose(message, span ?? null, { labels, chains });
  return { diagnostic, culprit: item, implementation: item.dir, causes: [] };
}

/** Where a package says which facade it implements. */
function at({ manifest }: Package, name: string): Span | undefined {
  return manifest.spans.facadeImpl[name];
}
