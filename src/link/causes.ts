import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Build } from "./build.ts";

/** What may be missing only because the file or package.json that has it could not be read. */
const MISSING = ["CI2001", "CI2006", "CI2008", "CI2009"];

/** What compares things at known places; wrong where those could not be read as they are meant. */
const COMPARED = ["CI2002", "CI2003", "CI2004", "CI2007"];

/**
 * What may keep a definition, an implementation, or something of them from being read. `this` where
 * it means nothing (CI1006) and a member that is there twice (CI1011) do not.
 */
const HIDES = /^CI(?:100[1-57-9]|1010|1012|300[678])$/;

/**
 * The errors behind an error of linking, none when it stands by itself. As rustc does, causes are
 * reported and what may merely follow from them is not.
 */
export type CausesOf = (error: Diagnostic) => readonly Diagnostic[];

/** Collects what could not be read of a build. Only errors: a build must not succeed for a warning. */
export function findCauses({ graph, known }: Build): CausesOf {
  // A macro that is used wrongly at a call hides nothing but that call.
  const tables = known.packages.flatMap(({ files }) => files.filter((file) => file.incomplete));
  const causes = [...graph.diagnostics, ...tables.flatMap(({ diagnostics }) => diagnostics)].filter(
    ({ code, severity }) => severity === "error" && HIDES.test(code),
  );
  if (causes.length === 0) return () => [];
  // Whatever is selected may be another choice of the root.
  const rootManifest = `${graph.root}/package.json`;
  return ({ code, labels }) => {
    if (MISSING.includes(code)) return causes;
    if (!COMPARED.includes(code)) return [];
    const places = new Set([rootManifest, ...labels.map(({ span }) => span.file)]);
    return causes.filter((cause) => cause.labels.some(({ span }) => places.has(span.file)));
  };
}

/** Errors without those that may merely follow from others; these stand in their place. */
export function causesFirst(errors: readonly Diagnostic[], causesOf: CausesOf): Diagnostic[] {
  const first = errors.flatMap((error) => {
    const causes = causesOf(error);
    return causes.length > 0 ? causes : [error];
  });
  return [...new Set(first)];
}
