import { readFurtherPackages } from "./package-reader.ts";
import { workspacePackages } from "./workspace.ts";
import { workspaceGlobs } from "./workspace-globs.ts";

/**
 * The packages of a workspace on which no other of its packages depends: what it is there to build.
 * All of them where each is a dependency of another. None where a folder is not the root of a
 * workspace.
 *
 * @param dir the real path of the root
 * @returns their directories, sorted
 */
export function applications(dir: string): string[] {
  if (workspaceGlobs(dir) === null) return [];
  const members = workspacePackages(dir).filter((member) => member !== dir);
  const packages = readFurtherPackages(members, new Map());
  const needed = new Set(
    members.flatMap((member) =>
      (packages.get(member)?.dependencies ?? [])
        .map((edge) => edge.dir)
        .filter((to) => to !== member),
    ),
  );
  const applications = members.filter((member) => !needed.has(member));
  return applications.length > 0 ? applications : members;
}
