import * as messages from "../messages.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { absentDependencies } from "./absent.ts";
import { packageLabel, rootName } from "./chains.ts";
import type { LinkedInterface, Rejection } from "./linkage.ts";
import { SHOWN } from "./report/places.ts";

/**
 * What the root lists, or has itself, and could implement an interface that is linked to a default instead, or
 * to what only a dependency brings along: who lists a logger expects it to log. One line each, with the
 * reason; nothing where the root has chosen.
 */
export function passedOver(
  linked: LinkedInterface,
  graph: PackageGraph,
  production: boolean,
): string[] {
  const { rule, implementation: chosen, rejected } = linked;
  if (rule === "none" || rule === "explicit") return [];
  const ofRoot = choicesOf(graph);
  if (rule === "only" && chosen && ofRoot.has(chosen.package)) return [];
  const found = rejected.flatMap(({ implementation: { package: dir }, cause, reason }) =>
    ofRoot.has(dir) && dir !== chosen?.package && !BY_DESIGN.includes(cause)
      ? [messages.foundButNot(packageLabel(graph, dir), reason)]
      : [],
  );
  return [...new Set(found), ...mayImplement(linked, graph, production)];
}

/**
 * The same of what the root imports and does not list: who imports a logger takes it for the one that logs.
 *
 * @param names packages that say they implement the facade
 */
export function importedOnly(
  linked: LinkedInterface,
  graph: PackageGraph,
  names: readonly string[],
): string[] {
  if (!isDefault(linked)) return [];
  const linkedTo = graph.packages.get(linked.implementation?.package ?? "")?.name;
  return names
    .filter((name) => name !== linkedTo)
    .map((name) => messages.importedNotListed(name, rootName(graph)));
}

/** Whether an interface is linked to a default that nobody has selected. */
export function isDefault({ rule }: LinkedInterface): boolean {
  return rule === "default" || rule === "weak";
}

/** The root and what it lists, by directory. */
function choicesOf(graph: PackageGraph): ReadonlySet<string> {
  let found = choices.get(graph);
  if (!found) {
    const { dependencies = [] } = graph.packages.get(graph.root) ?? {};
    found = new Set([graph.root, ...dependencies.flatMap(({ dir }) => dir ?? [])]);
    choices.set(graph, found);
  }
  return found;
}

/** Each of a thousand interfaces asks. */
const choices = new WeakMap<PackageGraph, ReadonlySet<string>>();

/** A default that is listed for other reasons is the default all the same. The rest is reported already, or chosen. */
const BY_DESIGN: readonly Rejection[] = ["default", "facade", "unreachable", "unselected"];

/** One line about what the root lists, and is not there to be asked whether it implements an interface. */
export function mayImplement(
  linked: LinkedInterface,
  graph: PackageGraph,
  production: boolean,
): string[] {
  const root = graph.packages.get(graph.root);
  if (!root || !isDefault(linked)) return [];
  const names = absentDependencies(root, production).names.filter(
    // Those have nothing that is linked.
    (name) => name !== "crate-interface" && !name.startsWith("@types/"),
  );
  if (names.length === 0) return [];
  const left = names.length - SHOWN;
  return [
    messages.absentMayImplement(root.name, names.slice(0, SHOWN), left > 0 ? String(left) : ""),
  ];
}
