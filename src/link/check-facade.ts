import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Label, Span } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import { interfacePath } from "../naming.ts";
import type { Package } from "../scan/package-graph.ts";
import type { Implementation } from "../scan/symbol-table.ts";
import { chainsTo, manifestPath, packageLabel } from "./chains.ts";
import {
  implementedInstead,
  implementLeftOut,
  type LeftOut,
  leftOutOf,
  namesOfLeftOut,
  placesOfLeftOut,
} from "./facade-coverage.ts";
import {
  defaultDependency,
  type FacadeDefault,
  facadeDefault,
  isOfDefault,
} from "./facade-default.ts";
import type { FacadeProblem, Facades } from "./facade-problem.ts";
import { knownRange } from "./known-range.ts";
import type { Located } from "./linkage.ts";
import { nearMisses } from "./near.ts";
import { byPosition, sortInPlace } from "./order.ts";
import { SHOWN } from "./places.ts";

/** CI3001 and CI3002 for one facade. */
export function checkFacade(facade: Package, facades: Facades): FacadeProblem[] {
  const found = facadeDefault(facade);
  const problem = found && problemOf(facade, found, facades);
  // A default that is named wrongly would be an implementation outside of the default.
  const strays = problem?.isMissingFile ? [] : strayImplementations(facade, found);
  return [
    ...(strays.length > 0 ? [ownImplementations(strays, facade, found, facades)] : []),
    ...(problem ? [unusableDefault(problem, facade, found, facades)] : []),
  ];
}

function strayImplementations(
  facade: Package,
  found: FacadeDefault | null,
): Located<Implementation>[] {
  return implementationsIn(facade).filter((item) => !isOfDefault(item, found));
}

/** CI3001, one for all implementations of a facade outside of its default. */
function ownImplementations(
  strays: readonly Located<Implementation>[],
  facade: Package,
  found: FacadeDefault | null,
  facades: Facades,
): FacadeProblem {
  const paths = strays.map(({ item }) =>
    interfacePath(item.interface.namespace, item.interface.name),
  );
  const help = [messages.moveOutOfFacade(facade.name)];
  const whole = found ? null : wholeImplementation(strays, facade, facades);
  if (found?.file) help.push(messages.orMoveIntoDefault(found.selected));
  if (whole) help.push(messages.orMakeDefault(whole, manifestPath(facade.dir)));
  const message = messages.facadeImplements(facade.name, [...new Set(paths)], help);
  const [first, ...others] = strays.map(({ item }) => item.span);
  const diagnostic = diagnose(message, first, {
    labels: [
      ...others.map((span) => ({ span, text: messages.ALSO_IMPLEMENTED })),
      ...labelAt(facade.manifest.spans.facade, messages.FACADE),
    ],
    chains: chainsTo(facade.dir, facades.build),
  });
  // They count for nothing where they are, so what they implement is left out.
  const leftOut = facades
    .definitionsOf(facade.dir)
    .filter((definition) =>
      facades.implementationsOf(definition).some(({ package: dir }) => dir === facade.dir),
    )
    .map((definition): LeftOut => ({ definition, implementations: [], members: [] }));
  return problemIn(facade, diagnostic, leftOut);
}

/** The one file that implements all of a facade, if there is one: it could be its default. */
function wholeImplementation(
  strays: readonly Located<Implementation>[],
  facade: Package,
  { definitionsOf, implementationsOf }: Facades,
): string | null {
  const [path, ...others] = new Set(strays.map(({ item }) => pathIn(facade, item.span.file)));
  if (others.length > 0) return null;
  const leftOut = leftOutOf(definitionsOf(facade.dir), (definition) =>
    implementationsOf(definition).filter(({ package: dir }) => dir === facade.dir),
  );
  return leftOut.length === 0 ? path : null;
}

/** CI3002, for whatever keeps the default of a facade from being linked. */
function unusableDefault(
  { text, label, labels = [], notes = [], help, leftOut }: DefaultProblem,
  facade: Package,
  found: FacadeDefault,
  { build }: Facades,
): FacadeProblem {
  const message = messages.defaultNotUsable(facade.name, text, label, help);
  const span = facade.manifest.spans.defaultFacadeImpl ?? null;
  const diagnostic = diagnose(message, span, {
    labels,
    notes,
    chains: chainsTo(facade.dir, build),
  });
  const implementation = found.file === null ? found.dir : facade.dir;
  return { ...problemIn(facade, diagnostic, leftOut), implementation };
}

function problemIn(facade: Package, diagnostic: Diagnostic, leftOut: LeftOut[]): FacadeProblem {
  return {
    diagnostic,
    culprit: facade,
    facade: facade.dir,
    implementation: null,
    leftOut,
    // What else could be chosen is worth knowing where the mistake is somebody else's.
    follow: facade.source ? ["CI2001", "CI2003", "CI2008"] : ["CI2001", "CI2003"],
  };
}

interface DefaultProblem {
  /** Why it is not usable, as a clause. */
  text: string;
  label: string;
  labels?: Label[];
  notes?: string[];
  help: string[];
  leftOut: LeftOut[];
  /** Whether it is a file that nothing is in. */
  isMissingFile?: boolean;
}

function problemOf(facade: Package, found: FacadeDefault, facades: Facades): DefaultProblem | null {
  return (
    (found.file === null ? dependencyProblem(facade, found.selected, facades) : null) ??
    coverageProblem(facade, found, facades)
  );
}

/** A default that is a package must be among the dependencies, and be there. */
function dependencyProblem(facade: Package, name: string, facades: Facades): DefaultProblem | null {
  const manifest = manifestPath(facade.dir);
  const leftOut = leftOutOf(facades.definitionsOf(facade.dir), () => []);
  const dependency = defaultDependency(facade);
  if (dependency) {
    if (dependency.dir !== null) return null;
    return {
      text: messages.isNotInstalled(name),
      label: messages.DEFAULT,
      labels: labelAt(dependency.span, messages.LISTED),
      help: [messages.installDependencies(manifest)],
      leftOut,
    };
  }
  const development = facade.dependencies.find((other) => other.name === name);
  if (development) {
    return {
      text: messages.onlyForDevelopment(name),
      label: messages.DEFAULT,
      labels: labelAt(development.span, messages.LISTED),
      help: [messages.moveDependency(name, manifest)],
      leftOut,
    };
  }
  const range = knownRange(name, facades.build);
  const near = nearMisses(
    name,
    facade.dependencies.map((other) => other.name),
  );
  const help = [
    ...near.map((other) => messages.nameDefault(other, manifest)),
    range === ""
      ? messages.addDependency(name, manifest)
      : messages.addDependencyAs(name, range, manifest),
  ];
  if (LOOKS_LIKE_FILE.test(name)) {
    help.unshift(messages.nameDefault(`./${posix.normalize(name)}`, manifest));
  }
  return { text: messages.notAmongDependencies(name), label: messages.NOT_LISTED, help, leftOut };
}

const LOOKS_LIKE_FILE = /^(?!@).*\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

/** A default must implement all of the facade. */
function coverageProblem(
  facade: Package,
  found: FacadeDefault,
  facades: Facades,
): DefaultProblem | null {
  const { build, unread } = facades;
  const owner = found.file === null ? build.graph.packages.get(found.dir!) : facade;
  if (!owner || unread.has(owner.dir) || unread.has(facade.dir)) return null;
  // What it says itself that it implements, it is itself asked for (CI3004).
  if (owner.manifest.facadeImpl.some((name) => leadsTo(owner, name, facade.dir))) {
    if (owner.source || !facade.source) return null;
  }
  const leftOut = leftOutOf(facades.definitionsOf(facade.dir), (definition) =>
    facades.implementationsOf(definition).filter((item) => isOfDefault(item, found)),
  );
  if (leftOut.length === 0) return null;
  const file = found.file;
  if (file !== null && !implementationsIn(facade).some((item) => isOfDefault(item, found))) {
    return { ...missingFile(facade, found.selected), leftOut };
  }
  const label = packageLabel(build.graph, owner.dir);
  const shown = placesOfLeftOut(leftOut);
  const silent = !owner.source && !owner.manifest.present;
  return {
    text: messages.leavesOut(found.selected, namesOfLeftOut(leftOut)),
    label: messages.DEFAULT,
    labels: shown.labels,
    notes: [
      ...shown.notes,
      ...(silent ? [messages.takesNoPart(label)] : []),
      ...implementedInstead(leftOut, owner.dir, facades),
    ],
    help: silent
      ? [messages.publishSymbols(owner.name)]
      : implementLeftOut(leftOut, file === null ? owner.name : found.selected),
    leftOut,
  };
}

/** A default that is a file, in which nothing is implemented: mostly because it is another one. */
function missingFile(facade: Package, selected: string): Omit<DefaultProblem, "leftOut"> {
  const paths = [...new Set(implementationsIn(facade).map(({ file }) => pathIn(facade, file)))];
  const near = paths.filter((path) => path.startsWith(`${selected}.`));
  const manifest = manifestPath(facade.dir);
  return {
    text: messages.noSuchFile(selected),
    label: messages.NOT_FOUND,
    isMissingFile: true,
    notes: [messages.PATHS_OF_MANIFEST],
    help: (near.length > 0 ? near : paths)
      .slice(0, SHOWN)
      .map((path) => messages.nameDefault(path, manifest)),
  };
}

function leadsTo({ dependencies }: Package, name: string, dir: string): boolean {
  return dependencies.some((dependency) => dependency.name === name && dependency.dir === dir);
}

function implementationsIn({ dir, files }: Package): Located<Implementation>[] {
  const found = files.flatMap(({ file, implementations }) =>
    implementations.map((item) => ({ package: dir, file, item })),
  );
  return sortInPlace(found, byPosition);
}

/** A file as a manifest names it. */
function pathIn({ dir }: Package, file: string): string {
  return `./${posix.relative(dir, file)}`;
}

function labelAt(span: Span | undefined, text: string): Label[] {
  return span ? [{ span, text }] : [];
}
