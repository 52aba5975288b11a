import { displayPath } from "../diagnostics/display-path.ts";
import { applications } from "../scan/applications.ts";
import { areLeftToUsers } from "./library.ts";
import { linkProgram, type Program, readProgram } from "./program.ts";
import { type Settings, UsageError } from "./settings.ts";

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

/**
 * The one program that a command is about.
 *
 * @param command what was asked for, such as `graph`
 * @throws UsageError also where there are several, with the command for each
 */
export function readOnlyProgram(command: string, settings: Settings): Program {
  const [program, ...others] = readPrograms(settings);
  if (others.length > 0) throw chooseOne(command, [program, ...others]);
  return program;
}

/** What to say where a command is about one program and there are several. */
export function chooseOne(command: string, programs: readonly Program[]): UsageError {
  const commands = programs.map(
    ({ root }) => `crate-interface ${command} --cwd ${displayPath(root.dir, process.cwd())}`,
  );
  return new UsageError(`there are several applications; choose one:\n  ${commands.join("\n  ")}`);
}

/** Whether there is anything to say of a program. */
export function hasInterfaces({ graph, linkage }: Program): boolean {
  const takesPart = [...graph.packages.values()].some(({ files }) => files.length > 0);
  return takesPart || linkage.diagnostics.length > 0;
}
