import { posix } from "node:path";
import { byText } from "../../by-text.ts";
import * as messages from "../../messages.ts";
import type { Definition, Implementation } from "../../scan/symbol-table.ts";
import { type Build, isListedOnly } from "../build.ts";
import { packageLabel } from "../chains.ts";
import { writtenRange } from "../facades/known-range.ts";
import type { Located, RejectedImplementation, Rejection } from "../linkage.ts";
import { checkPlatforms } from "../may-be-for-metro.ts";
import { fileForPlatform } from "../platforms.ts";
import type { Election } from "../select.ts";
import { SHOWN } from "./places.ts";

/** What makes implementations selectable that were not: each line is enough by itself. */
export function remedies(
  rejected: RejectedImplementation[],
  { build, definition }: Election,
): string[] {
  const { packages } = build.graph;
  const { platforms } = build;
  const manifest = build.rootManifest;
  const help = checkPlatforms([], rejected, build);
  const addable = new Set<string>();
  for (const { implementation, cause } of rejected) {
    const dir = implementation.package;
    const listed = build.ofRoot.to(dir);
    const peer = listed.find(({ kind }) => kind === "peerDependencies");
    const development = listed.find(({ kind }) => kind === "devDependencies");
    if (cause === "conditions") {
      if (otherPlatform(implementation, build) === null) {
        help.push(messages.activateConditions(implementation.item.conditions));
      }
    } else if (cause === "development" && development) {
      help.push(messages.moveDependency(development.name, manifest));
    } else if (cause === "indirect" && peer) {
      help.push(messages.movePeer(peer.name, manifest));
    } else if ((cause === "unreachable" || cause === "indirect") && isListedOnly(dir, build)) {
      help.push(messages.installDependencies(manifest));
    } else if (cause === "platform" && platforms) {
      const file = posix.relative(dir, fileForPlatform(implementation.file, platforms));
      help.push(messages.implementForPlatform(file, packageLabel(build.graph, dir)));
    } else if (ADDABLE.includes(cause) && dir !== definition.package) {
      addable.add(packages.get(dir)?.name ?? dir);
    }
  }
  const names = [...addable].sort(byText).slice(0, SHOWN);
  const range = names.length === 1 ? writtenRange(names[0], build) : "";
  if (range !== "") help.push(messages.addDependencyAs(names[0], range, manifest));
  else if (names.length > 0) help.push(messages.addOneDependency(names, manifest));
  return [...new Set(help)];
}

/**
 * How the root can implement an interface itself: what it imports for that must be the version that
 * is called.
 *
 * @param statement the implementation to begin with
 */
export function howToImplement(
  definition: Located<Definition>,
  statement: string,
  build: Build,
): string {
  const { definitions, ofRoot, rootManifest, rootName } = build;
  const { packages, root } = build.graph;
  const dirs = definitions.copies(definition).map((copy) => copy.package);
  const owner = packages.get(definition.package);
  const reaches = dirs.some((dir) => ofRoot.to(dir).length > 0);
  const isTaken = owner !== undefined && ofRoot.named(owner.name).length > 0;
  if (!owner || owner.dir === root || reaches || (owner.source && isTaken)) {
    return messages.implementIn(rootName, statement);
  }
  const { name, source, version } = owner;
  const range = source || version === "" ? writtenRange(name, build) || "*" : version;
  return isTaken
    ? messages.dependAndImplementIn(
        `${name}-${version}`,
        `npm:${name}@${range}`,
        rootManifest,
        rootName,
        statement,
      )
    : messages.dependAndImplementIn(name, range, rootManifest, rootName, statement);
}

/** The platform that keeps an implementation out of a build for another one. */
export function otherPlatform(
  { item }: Located<Implementation>,
  { conditions, platforms }: Build,
): string | null {
  const inactive = item.conditions.filter((name) => !conditions.has(name));
  return inactive.find((name) => platforms?.all.includes(name)) ?? null;
}

/** Causes that a dependency of the root takes away: a default, too, may be listed. */
const ADDABLE: readonly Rejection[] = ["development", "unreachable", "indirect", "default"];
