import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { filesLeaveOut } from "../../messages.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import { isPacked } from "./packed-files.ts";
import type { PublishedEntries } from "./published-entries.ts";

/**
 * A warning where `files` of package.json leaves out what has to be published: the symbol table, a file
 * that it names, or one that the package exports.
 *
 * @param needed absolute paths
 */
export function reportUnpacked(
  { dir, name }: Package,
  needed: readonly string[],
  entries: PublishedEntries,
): Diagnostic[] {
  const paths = [...new Set(needed)].map((path) => posix.relative(dir, path)).sort();
  const missing = paths.filter((path) => !isPacked(path, entries));
  if (missing.length === 0) return [];
  const quoted = (mark: string): string => missing.map((path) => mark + path + mark).join(", ");
  const message = filesLeaveOut(name, quoted("`"), quoted('"'));
  return [diagnose(message, manifestSpan(dir, ["files"]), { severity: "warning" })];
}
