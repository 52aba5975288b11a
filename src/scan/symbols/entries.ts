import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { entryMissing, typesNotInstalled } from "../../messages.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import { isFile } from "../read-file.ts";
import type { PublishedEntries } from "./published-entries.ts";

const JAVASCRIPT = /\.[cm]?jsx?$/;

/** The files of JavaScript that a package exports, absolute. Patterns name none; sources are not for users. */
export function builtEntries(dir: string, { paths }: PublishedEntries): string[] {
  return paths
    .filter((path) => JAVASCRIPT.test(path) && !path.includes("*"))
    .map((path) => posix.join(dir, path));
}

/** Warnings of entries that are not there, whatever else the output has. */
export function reportMissingEntries(
  { dir, name }: Package,
  built: readonly string[],
  folders: readonly string[],
): Diagnostic[] {
  const list = folders.map((folder) => `\`${folder}\``).join(", ");
  return built
    .filter((file) => !isFile(file))
    .map((file) => {
      const message = entryMissing(name, posix.relative(dir, file), list);
      return diagnose(message, manifestSpan(dir, ["exports"]), { severity: "warning" });
    });
}

/** A warning where what defines an interface lists `crate-interface`, whose types it shows, for itself only. */
export function reportTypes({ dir, name, files, dependencies }: Package): Diagnostic[] {
  if (files.every(({ definitions }) => definitions.length === 0)) return [];
  const listed = dependencies.filter((each) => each.name === "crate-interface");
  if (listed.length === 0 || listed.some(({ kind }) => kind !== "devDependencies")) return [];
  const span = manifestSpan(dir, ["devDependencies", "crate-interface"]);
  return [diagnose(typesNotInstalled(name), span, { severity: "warning" })];
}
