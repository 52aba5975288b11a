import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Package } from "../scan/package-graph.ts";

/** Whether a package publishes a symbol table: whoever uses it does the linking. */
export function isLibrary({ manifest }: Package): boolean {
  return manifest.symbols !== null;
}

/** Of what is wrong when a library is linked by itself, what its users cannot make right. */
export function libraryDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => !SELECTION.includes(code));
}

/** No implementation, several, or one that this root may not select. */
const SELECTION = ["CI2001", "CI2002", "CI2008"];
