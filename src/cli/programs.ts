import { applications } from "../scan/applications.ts";
import { areLeftToUsers } from "./library.ts";
import { linkProgram, type Program, readProgram } from "./program.ts";
import type { Settings } from "./settings.ts";

/**
 * The programs that a command is about: the package around the working directory, or, where that is
 * the root of a workspace and has no interfaces itself, the applications of the workspace that have.
 *
 * @throws UsageError as {@link readProgram} does
 */
export function readPrograms(settings: Settings): Program[] {
  const here = readProgram(settings, areLeftToUsers);
  if (hasInterfaces(here)) return [here];
  const others = applications(here.root.dir)
    .map((dir) => linkProgram(dir, settings, areLeftToUsers))
    .filter(hasInterfaces);
  return others.length > 0 ? others : [here];
}

/** Whether there is anything to say of a program. */
export function hasInterfaces({ graph, linkage }: Program): boolean {
  const takesPart = [...graph.packages.values()].some(({ files }) => files.length > 0);
  return takesPart || linkage.diagnostics.length > 0;
}
