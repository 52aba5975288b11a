import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { libraryDiagnostics, publishesChoice } from "../link/library.ts";
import { hasDependents } from "../scan/dependents.ts";
import { readPackageJson } from "../scan/package-json.ts";
import type { Program } from "./program.ts";

type Linked = Pick<Program, "root" | "linkage">;

/**
 * Whether a program is a library, so that its users choose what it is linked to: its package.json
 * says so, or another package of its workspace depends on it. The workspace is asked only where that
 * makes a difference.
 */
export function isLibraryProgram({ root, linkage }: Linked): boolean {
  if (publishesChoice(root)) return true;
  const { interfaces, ofLibrary } = linkage;
  const matters = ofLibrary.length > 0 || interfaces.some(({ rule }) => rule === "none");
  return matters && hasDependents(root.dir, root.name);
}

/** Whether all problems are such that {@link programDiagnostics} leaves them to the users of a library. */
export function areLeftToUsers(problems: readonly Diagnostic[], program: Linked): boolean {
  return libraryDiagnostics(problems).length === 0 && isLibraryProgram(program);
}

/**
 * What is wrong with a program, without what the users of a library decide. What only a library must not
 * do is left out of a private package that does not say that it is one: mostly it is a program that
 * another one contains, and if not, the check of who uses it says the same.
 */
export function programDiagnostics(program: Program, library: boolean): Diagnostic[] {
  const { root, linkage } = program;
  const { diagnostics, ofLibrary } = linkage;
  if (!library) return [...diagnostics];
  const isNone = ofLibrary.length === 0 || publishesChoice(root) || isPrivate(root.dir);
  return libraryDiagnostics(isNone ? diagnostics : [...diagnostics, ...ofLibrary]);
}

function isPrivate(dir: string): boolean {
  return readPackageJson(dir, []).private;
}
