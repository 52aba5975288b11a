import * as messages from "../messages.ts";
import type { Package } from "../scan/package-graph.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import { type Build, isListedOnly } from "./build.ts";
import { type FacadeDefault, facadeDefault, isOfDefault } from "./facades/facade-default.ts";
import type { Located, Rejection } from "./linkage.ts";

/** Which rule drops an implementation, and why, one line for people. */
export type Objection = [Rejection, string];

/**
 * Rule 1 of DESIGN 4.1: where implementations of an interface may come from.
 *
 * @returns what there is to say against an implementation; `null` for a candidate
 */
export function objectionsToCandidates(
  definition: Located<Definition>,
  build: Build,
): (implementation: Located<Implementation>) => Objection | null {
  const owner = build.graph.packages.get(definition.package);
  if (owner?.manifest.facade) {
    const named = facadeDefault(owner);
    return (implementation) => objectionOfFacade(implementation, owner, named, build);
  }
  return ({ package: dir }) => (build.shipped.has(dir) ? null : notShipped(dir, build));
}

/** For a facade, they come from the root and from what the root lists, and not from the facade. */
function objectionOfFacade(
  implementation: Located<Implementation>,
  facade: Package,
  named: FacadeDefault | null,
  build: Build,
): Objection | null {
  const { package: dir } = implementation;
  const { shipped, listed, graph, rootName } = build;
  const isInside = dir === facade.dir;
  if (!isInside && (dir === graph.root || listed.has(dir))) return null;
  if (isOfDefault(implementation, named)) return ["default", messages.isFacadeDefault()];
  if (isInside) return ["facade", messages.insideFacade()];
  const kinds = build.ofRoot.to(dir).map(({ kind }) => kind);
  if (kinds.includes("devDependencies")) {
    return ["development", messages.listedForDevelopment(rootName, kinds)];
  }
  if (kinds.includes("peerDependencies")) return ["indirect", messages.listedAsPeer(rootName)];
  return shipped.has(dir) ? ["indirect", messages.notListed(rootName)] : notShipped(dir, build);
}

/** Why a package is not in the build. */
function notShipped(dir: string, build: Build): Objection {
  const { known, rootName } = build;
  if (known.has(dir)) return ["development", messages.developmentOnly(rootName)];
  const reason = isListedOnly(dir, build)
    ? messages.listedNotInstalled(rootName)
    : messages.outsideClosure(rootName);
  return ["unreachable", reason];
}
