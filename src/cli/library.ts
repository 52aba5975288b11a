import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { libraryDiagnostics, publishesChoice } from "../link/library.ts";
import { hasDependents } from "../scan/dependents.ts";
import { readPackageJson } from "../scan/package-json.ts";
import type { Program } from "./program.ts";

type Linked = Pick<Program, "root" | "linkage">;

/**
 * Whether a program is a library, so that its users choose what it is linked to: its package.json
 * says so, or another package of its workspace depends on it. The workspace is asked only where that
 * makes a difference. A private package that does what only programs may is one, be it that another
 * one contains it.
 */
export function isLibraryProgram({ root, linkage }: Linked): boolean {
  if (publishesChoice(root)) return true;
  const { interfaces, ofLibrary } = linkage;
  if (ofLibrary.length > 0 && readPackageJson(root.dir, []).private) return false;
  const matters = ofLibrary.length > 0 || interfaces.some(({ rule }) => rule === "none");
  return matters && hasDependents(root.dir, root.name);
}

/** Whether all problems are such that {@link programDiagnostics} leaves them to the users of a library. */
export function areLeftToUsers(problems: readonly Diagnostic[], program: Linked): boolean {
  return libraryDiagnostics(problems).length === 0 && isLibraryProgram(program);
}

/** What is wrong with a program, without what the users of a library decide. */
export function programDiagnostics({ root, linkage }: Program, library: boolean): Diagnostic[] {
  const { diagnostics, ofLibrary } = linkage;
  if (!library) return [...diagnostics];
  return libraryDiagnostics(publishesChoice(root) ? diagnostics : [...diagnostics, ...ofLibrary]);
}
