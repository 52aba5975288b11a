import * as messages from "../messages.ts";
import type { Dependency, Package } from "../scan/package-graph.ts";
import type { Build } from "./build.ts";
import { packageLabel } from "./chains.ts";
import { isInRange } from "./version-range.ts";

/** How a package lists another one, where it gets a version that is not in the range. */
export function outOfRange(item: Package, dir: string, { graph }: Build): Dependency | undefined {
  const { name, version } = graph.packages.get(dir)!;
  return item.dependencies.find(
    (found) =>
      // pnpm may link nothing where a peer is of another version; what is called is of this one.
      (found.dir === dir || (found.dir === null && found.name === name)) &&
      !isInRange(version, found.range),
  );
}

/**
 * What to say of errors that may come of that: what users of another version miss in an interface, was or will be
 * there.
 *
 * @param users directories of packages that use what is defined in another one
 * @param dir the directory of that one
 */
export function otherVersions(
  users: readonly string[],
  dir: string,
  build: Build,
): { notes: string[]; help: string[] } {
  const { packages } = build.graph;
  const owner = packages.get(dir);
  const found = { notes: new Set<string>(), help: new Set<string>() };
  for (const user of users) {
    const item = packages.get(user);
    const listed = item && outOfRange(item, dir, build);
    if (!owner || !listed) continue;
    const label = packageLabel(build.graph, user);
    found.notes.add(messages.isForVersions(label, listed.name, listed.range, owner.version));
    found.help.add(messages.installInRange(listed.name, listed.range));
    if (!item.source)
      found.help.add(messages.orInstallUserOf(item.name, listed.name, owner.version));
  }
  return { notes: [...found.notes], help: [...found.help] };
}
