import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { manifestPath, rootName } from "../link/chains.ts";
import * as messages from "../messages.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { type PackageJson, readPackageJson } from "../scan/package-json.ts";
import { slash } from "../scan/paths.ts";
import { workspacePackages } from "../scan/workspace.ts";
import { workspaceGlobs } from "../scan/workspace-globs.ts";
import { macroSpan } from "./macro-span.ts";

/**
 * CI3009: what is wrong with an import of a file whose package is not in the graph.
 *
 * @param dir the directory of that package
 * @param isForTests whether Vitest runs; what Jest says instead is its own
 */
export function importerNotInBuild(
  file: string,
  dir: string,
  graph: PackageGraph,
  isForTests: boolean,
): Diagnostic {
  const name = readPackageJson(dir, []).name || posix.basename(dir);
  const root = rootName(graph);
  const programs = programsWith(name, dir);
  const help = isForTests ? helpForTests(name, dir) : helpForBuild(name, dir, programs);
  // The root of a workspace would link its own choice, and what it builds are programs in it.
  if (isForTests || programs.length === 0 || workspaceGlobs(graph.root) === null) {
    help.push(messages.dependOn(name, root, manifestPath(graph.root)));
  }
  const message = messages.importerNotInBuild(name, root, help);
  // The import itself was written by the expansion; the macros are what the user wrote.
  return diagnose(message, macroSpan(file));
}

/** What is imported is seldom what is tested. */
function helpForTests(name: string, dir: string): string[] {
  const folder = posix.dirname(relativePath(dir));
  return [messages.projectsOfVitest(name, posix.join(folder, "*"))];
}

/** To build a library for itself is seldom what was meant, and links it to whatever it lists. */
function helpForBuild(name: string, dir: string, programs: readonly Program[]): string[] {
  if (programs.length === 0) return [messages.buildPackage(name, relativePath(dir))];
  return programs
    .slice(0, MOST_PROGRAMS)
    .map((each) => messages.buildProgramWith(each.name, relativePath(each.dir)));
}

interface Program {
  name: string;
  dir: string;
}

const MOST_PROGRAMS = 3;

/** The packages of a workspace that use one of it, and that no other uses. */
function programsWith(name: string, dir: string): Program[] {
  const members = workspacePackages(dir).map((member) => {
    const json = readPackageJson(member, []);
    return { name: json.name, dir: member, uses: listed(json) };
  });
  const using = new Set([name]);
  // A Set iterates over what is added during the iteration.
  for (const used of using) {
    for (const member of members) if (member.uses.includes(used)) using.add(member.name);
  }
  return members.filter(
    (member) =>
      member.name !== name &&
      using.has(member.name) &&
      members.every(({ uses }) => !uses.includes(member.name)),
  );
}

function listed({ dependencies: { devDependencies: _, ...others } }: PackageJson): string[] {
  return Object.values(others).flatMap((field) => field.map(([name]) => name));
}

/** The option `root` starts at the working directory. */
function relativePath(dir: string): string {
  return posix.relative(slash(process.cwd()), dir) || ".";
}
