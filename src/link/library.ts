import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Package } from "../scan/package-graph.ts";

/** Whether a package publishes a symbol table: whoever uses it does the linking. */
export function isLibrary({ manifest }: Package): boolean {
  return manifest.symbols !== null;
}

/** Whether its package.json says that others choose what a package is linked to. */
export function publishesChoice(item: Package): boolean {
  const { facade, facadeImpl } = item.manifest;
  return isLibrary(item) || facade || facadeImpl.length > 0;
}

/**
 * Of what is wrong when a library is checked by itself, what its users cannot make right: as
 * `cargo check` does, it leaves open what they choose. Installed packages that are linked to no more than
 * for its own tests are none of its mistakes.
 */
export function libraryDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .filter((found) => !SELECTION.includes(found.code) || isWithinRoot(found))
    .map((found) => {
      // Whether or not anybody calls it here.
      if (isWithinRoot(found)) return { ...found, severity: "error" };
      return OF_FACADES.includes(found.code) && isInstalled(found)
        ? { ...found, severity: "warning" }
        : found;
    });
}

/** No implementation, several, or one that this root may not select. */
const SELECTION = ["CI2001", "CI2002", "CI2008"];

/** Several implementations in the package itself: nobody who uses it can choose between those. */
function isWithinRoot({ code, chains }: Diagnostic): boolean {
  return code === "CI2002" && chains.length === 1 && chains[0].length === 1;
}

/** What is wrong with a facade or an implementation of one. */
const OF_FACADES = ["CI3001", "CI3002", "CI3003", "CI3004"];

function isInstalled({ labels }: Diagnostic): boolean {
  return labels[0]?.span.file.includes("/node_modules/") ?? false;
}
