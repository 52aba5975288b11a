import pc from "picocolors";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import { type Absent, absentDependencies } from "../link/absent.ts";
import { applications } from "../scan/applications.ts";
import { areLeftToUsers } from "./library.ts";
import { linkProgram, type Program, readProgram } from "./program.ts";
import { type Settings, UsageError } from "./settings.ts";

/** The programs that a command is about. */
export interface Programs {
  /** The directory of the package around the working directory. */
  dir: string;
  /** That package; or, where it is the root of a workspace, the applications of the workspace. */
  all: readonly [Program, ...Program[]];
  /** Whether they are applications of a workspace, be it only one. */
  ofWorkspace: boolean;
}

/**
 * Reads the package around the working directory, or, where that is the root of a workspace and has no
 * interfaces itself, the applications of the workspace that have, or may have, were they installed.
 *
 * @throws UsageError as {@link readProgram} does
 */
export function readPrograms(settings: Settings): Programs {
  const here = readProgram(settings, areLeftToUsers);
  const { dir } = here.root;
  if (hasInterfaces(here)) return { dir, all: [here], ofWorkspace: false };
  const [first, ...others] = applications(dir)
    .map((application) => linkProgram(application, settings, areLeftToUsers))
    .filter((program) => {
      const absent = absentDependencies(program.root, settings.production);
      return hasInterfaces(program) || isUninstalled(absent);
    });
  return first
    ? { dir, all: [first, ...others], ofWorkspace: true }
    : { dir, all: [here], ofWorkspace: false };
}

/**
 * The one program that a command is about.
 *
 * @param command what was asked for, such as `graph`
 * @throws UsageError also where there are several, with the command for each
 */
export function readOnlyProgram(command: string, settings: Settings): Program {
  const { all } = readPrograms(settings);
  if (all.length > 1) throw chooseOne(command, all);
  return all[0];
}

/** What to say where a command is about one program and there are several. */
export function chooseOne(command: string, programs: readonly Program[]): UsageError {
  const commands = programs.map(
    ({ root }) => `crate-interface ${command} --cwd ${displayPath(root.dir, process.cwd())}`,
  );
  return new UsageError(`there are several applications; choose one:\n  ${commands.join("\n  ")}`);
}

/** What is printed of each program, in words: of applications of a workspace, below the name of each. */
export function textOfEach(
  texts: readonly string[],
  { all, ofWorkspace }: Programs,
  { color, cwd }: Settings,
): string {
  const { bold, dim } = pc.createColors(color);
  return texts
    .map((text, index) => {
      const { name, dir } = all[index].root;
      const heading = `${bold(printable(name))} ${dim(printable(displayPath(dir, cwd)))}`;
      return ofWorkspace ? `${heading}\n\n${text}` : text;
    })
    .join("\n\n");
}

/** What is printed of each program for `--json`: of applications of a workspace, a list. */
export function jsonOfEach(reports: readonly unknown[], { ofWorkspace }: Programs): string {
  return JSON.stringify(ofWorkspace ? reports : reports[0], null, 2);
}

/** Whether there is anything to say of a program. */
export function hasInterfaces({ graph, linkage }: Program): boolean {
  const takesPart = [...graph.packages.values()].some(({ files }) => files.length > 0);
  return takesPart || linkage.diagnostics.length > 0;
}

/** Whether nothing is installed of what a package lists, so that nothing can be said of it. */
export function isUninstalled({ listed, names }: Absent): boolean {
  return listed > 0 && names.length === listed;
}
