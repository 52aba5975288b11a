import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { typesNotInstalled } from "../../messages.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import type { FileOptions } from "../source-files.ts";
import { reportNpmEntries } from "./npm-entries.ts";
import { exportedFiles, readPublishedEntries } from "./published-entries.ts";
import { symbolsPath } from "./symbols-file.ts";
import { reportTogether } from "./together.ts";
import { reportUnpacked } from "./unpacked.ts";

/**
 * Warnings of a package that would not work as it is published: who installs it would not get all that the
 * symbol table names, or sources, or a program that crashes.
 *
 * @param named the files that its symbol table names, absolute
 * @param options those of the scan
 */
export function publishingWarnings(
  item: Package,
  named: readonly string[],
  options: FileOptions,
): Diagnostic[] {
  const entries = readPublishedEntries(item.dir);
  const path = symbolsPath(item);
  // What is scanned is source, whose cycles are found where there are any.
  const sources = new Set(item.files.map(({ file }) => file));
  const built = named.filter((file) => !sources.has(file));
  const together = reportTogether(item, built);
  if (entries.isPrivate) return together;
  const needed = [...(path === null ? [] : [path]), ...named, ...exportedFiles(item.dir, entries)];
  return [
    ...together,
    ...reportUnpacked(item, needed, entries),
    ...reportNpmEntries(item, entries, options),
    ...reportTypes(item),
  ];
}

/** A warning where what defines an interface lists `crate-interface`, whose types it shows, for itself only. */
function reportTypes({ dir, name, files, dependencies }: Package): Diagnostic[] {
  if (files.every(({ definitions }) => definitions.length === 0)) return [];
  const listed = dependencies.filter((each) => each.name === "crate-interface");
  if (listed.length === 0 || listed.some(({ kind }) => kind !== "devDependencies")) return [];
  const span = manifestSpan(dir, ["devDependencies", "crate-interface"]);
  return [diagnose(typesNotInstalled(name), span, { severity: "warning" })];
}
