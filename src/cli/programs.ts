import pc from "picocolors";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import { type Absent, absentDependencies } from "../link/absent.ts";
import { publishesChoice } from "../link/library.ts";
import { applications, chooses, needed } from "./applications.ts";
import { areLeftToUsers } from "./library.ts";
import { linkProgram, type Program, readProgram } from "./program.ts";
import { type Settings, UsageError } from "./settings.ts";

/** The programs that a command is about. */
export interface Programs {
  /** The directory of the package around the working directory. */
  dir: string;
  /** That package, or programs of the workspace whose root it is. */
  all: readonly [Program, ...Program[]];
  /** Whether they are programs of a workspace, be it only one. */
  ofWorkspace: boolean;
}

/**
 * Reads the package around the working directory, or, where that is the root of a workspace and no program
 * itself, the applications of the workspace that have interfaces, or may have, were they installed.
 *
 * @throws UsageError as {@link readProgram} does
 */
export function readPrograms(settings: Settings): Programs {
  const here = readProgram(settings, areLeftToUsers);
  if (isProgram(here)) return programs(here, []);
  const others = readOthers(here, settings);
  const built = others.filter(({ root }) => !publishesChoice(root));
  return programs(here, built.length > 0 ? built : others);
}

/**
 * Reads what {@link readPrograms} does, and in the root of a workspace all that nothing else leads to:
 * libraries that no application uses, and the root, where it is a program or its package.json is wrong.
 *
 * @throws UsageError as {@link readProgram} does
 */
export function readAllPrograms(settings: Settings): Programs {
  const here = readProgram(settings, areLeftToUsers);
  const others = readOthers(here, settings);
  const manifest = `${here.root.dir}/package.json`;
  const isWrong = here.linkage.diagnostics.some(({ labels }) => labels[0]?.span.file === manifest);
  const isSaid = isProgram(here) || isWrong;
  return programs(here, isSaid && others.length > 0 ? [here, ...others] : others);
}

function programs(here: Program, others: readonly Program[]): Programs {
  const { dir } = here.root;
  const [first, ...further] = others;
  return first
    ? { dir, all: [first, ...further], ofWorkspace: true }
    : { dir, all: [here], ofWorkspace: false };
}

/**
 * Whether a package is one itself: there are macros in its source, or in what it depends on for more than
 * development. What calls such packages need not know of macros.
 */
function isProgram({ root, graph }: Program): boolean {
  const reached = new Set([root]);
  for (const { files, dependencies } of reached) {
    if (files.length > 0) return true;
    for (const { kind, dir } of dependencies) {
      const dependency = kind !== "devDependencies" && dir !== null && graph.packages.get(dir);
      if (dependency) reached.add(dependency);
    }
  }
  return false;
}

/** Those of the workspace whose root a program is, without libraries that it contains itself. */
function readOthers(here: Program, settings: Settings): Program[] {
  const used = isProgram(here) ? needed(here.root) : [];
  return applications(here.root.dir)
    .map((dir) => linkProgram(dir, settings, areLeftToUsers))
    .filter(({ root, graph }) => !used.includes(root.dir) || chooses(root, graph.packages))
    .filter((program) => {
      const absent = absentDependencies(program.root, settings.production);
      return hasInterfaces(program) || isUninstalled(absent);
    });
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

/** What is printed of each program, in words: of programs of a workspace, below the name of each. */
export function textOfEach(
  texts: readonly string[],
  { all, ofWorkspace }: Programs,
  { color, cwd }: Settings,
): string {
  const { bold, dim } = pc.createColors(color);
  return texts
    .map((text, index) => {
      const { root } = all[index];
      const place = printable(displayPath(root.dir, cwd) || ".");
      const kind = publishesChoice(root) ? ", a library" : "";
      const heading = `${bold(printable(root.name))} ${dim(place + kind)}`;
      return ofWorkspace ? `${heading}\n\n${text}` : text;
    })
    .join("\n\n");
}

/** What is printed of each program for `--json`: of programs of a workspace, a list. */
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
