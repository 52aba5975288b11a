import type { Label } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Package } from "../../scan/package-graph.ts";
import { manifestPath, packageLabel } from "../chains.ts";
import { pathOf } from "../identity.ts";
import { fileMeant } from "../report/file-meant.ts";
import { SHOWN } from "../report/places.ts";
import {
  implementedInstead,
  implementLeftOut,
  type LeftOut,
  leftOutOf,
  namesOfLeftOut,
  placesOfLeftOut,
} from "./facade-coverage.ts";
import { defaultDependency, type FacadeDefault, isOfDefault } from "./facade-default.ts";
import { type Facades, implementationsIn, labelAt, pathIn } from "./facade-problem.ts";
import { knownRange } from "./known-range.ts";
import { namesMeant } from "./names-meant.ts";

/** What keeps the default of a facade from being linked. */
export interface DefaultProblem {
  /** Why it is not usable, as a clause. */
  text: string;
  label: string;
  labels?: Label[];
  notes?: string[];
  help: string[];
  leftOut: LeftOut[];
  /** Whether it is linked all the same where its conditions are active. */
  isConditional?: boolean;
  /** Whether it means a file in which nothing is, so that what is in another one may be it. */
  isMissingFile?: boolean;
}

/** Looks for what keeps a default from being linked; `null` for nothing. */
export function defaultProblem(
  facade: Package,
  found: FacadeDefault,
  facades: Facades,
): DefaultProblem | null {
  return (
    (found.file === null ? dependencyProblem(facade, found.selected, facades) : null) ??
    coverageProblem(facade, found, facades) ??
    conditionsProblem(facade, found, facades)
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
  const near = namesMeant(name, facade, facades.build);
  const file = fileMeant(name);
  const help = [...(file === null ? [] : [file]), ...near].map((other) =>
    messages.nameDefault(other, manifest),
  );
  if (range !== "") help.push(messages.addDependencyAs(name, range, manifest));
  else if (file === null) help.push(messages.addDependency(name, manifest));
  const text = messages.notAmongDependencies(name);
  return { text, label: messages.NOT_LISTED, help, leftOut, isMissingFile: file !== null };
}

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

/** A default must be there whatever is active: each interface needs an implementation without conditions. */
function conditionsProblem(
  facade: Package,
  found: FacadeDefault,
  { definitionsOf, implementationsOf, unread }: Facades,
): DefaultProblem | null {
  if (unread.has(facade.dir) || (found.dir !== null && unread.has(found.dir))) return null;
  const definitions = definitionsOf(facade.dir);
  // What defaults of members fill needs none.
  const leftOut = leftOutOf(definitions, (definition) =>
    implementationsOf(definition).filter(
      (item) => isOfDefault(item, found) && item.item.conditions.length === 0,
    ),
  ).flatMap((left): LeftOut[] => {
    const conditional = implementationsOf(left.definition).filter((item) =>
      isOfDefault(item, found),
    );
    const isOnly = left.implementations.length === 0 && conditional.length > 0;
    return isOnly ? [{ ...left, implementations: conditional }] : [];
  });
  if (leftOut.length === 0) return null;
  const places = leftOut.flatMap(({ implementations }) => implementations);
  const paths = leftOut.map(({ definition }) => pathOf(definition));
  const conditions = [...new Set(places.flatMap(({ item }) => item.conditions))].sort();
  return {
    text: messages.onlyUnderConditions(found.selected, paths, conditions),
    label: messages.DEFAULT,
    isConditional: true,
    labels: places
      .slice(0, 2 * SHOWN)
      .map(({ item }) => ({ span: item.span, text: messages.IMPLEMENTED })),
    help: leftOut
      .slice(0, SHOWN)
      .map(({ definition, implementations }) =>
        implementations.length === 1
          ? messages.removeConditions(pathOf(definition), found.selected)
          : messages.removeOneOfConditions(pathOf(definition), found.selected),
      ),
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
