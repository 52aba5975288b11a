import { publishesChoice } from "../link/library.ts";
import type { Package } from "../scan/package-graph.ts";
import { readFurtherPackages } from "../scan/package-reader.ts";
import { workspacePackages } from "../scan/workspace.ts";
import { workspaceGlobs } from "../scan/workspace-globs.ts";

/**
 * The packages of a workspace on which no other of its packages depends: what it is there to build.
 * Neither a devDependency makes an application a library, nor is a package to build that lists an
 * application for development: it tests it from outside. An application that another one contains is
 * still one. All packages where each is a dependency of another. None where a folder is not the root of
 * a workspace.
 *
 * @param dir the real path of the root
 * @returns their directories, sorted
 */
export function applications(dir: string): string[] {
  if (workspaceGlobs(dir) === null) return [];
  const members = workspacePackages(dir).filter((member) => member !== dir);
  const packages = readFurtherPackages(members, new Map());
  const ofOthers = new Set(members.flatMap((member) => needed(packages.get(member))));
  const built = new Set(
    members.filter((member) => !ofOthers.has(member) || chooses(packages.get(member), packages)),
  );
  const applications = [...built].filter(
    (member) => !listed(packages.get(member), true).some((to) => built.has(to)),
  );
  if (applications.length > 0) return applications;
  return built.size > 0 ? [...built] : members;
}

/** The packages that one depends on, itself aside; either for development or otherwise. */
function listed(item: Package | undefined, development: boolean): string[] {
  return (item?.dependencies ?? []).flatMap(({ kind, dir }) =>
    dir !== null && dir !== item?.dir && (kind === "devDependencies") === development ? [dir] : [],
  );
}

/** The packages that one depends on for more than development. */
export function needed(item: Package | undefined): string[] {
  return listed(item, false);
}

/** Whether a package lists implementations, as only programs may. */
export function chooses(
  item: Package | undefined,
  packages: ReadonlyMap<string, Package>,
): boolean {
  if (!item || publishesChoice(item)) return false;
  return needed(item).some((dir) => {
    const facades = packages.get(dir)?.manifest.facadeImpl ?? [];
    return facades.length > 0;
  });
}
