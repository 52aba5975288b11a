import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { npmPublishesSource } from "../../messages.ts";
import { lockfilesOf } from "../lockfile.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import { parentOf } from "../paths.ts";
import { fileIncludes } from "../read-file.ts";
import { createFileRules, type FileOptions } from "../source-files.ts";
import { type PublishedEntries, readObject } from "./published-entries.ts";

/**
 * A warning where only `publishConfig` leads to the output: pnpm 10 and Yarn 4 put what it says in the
 * place of `exports` when they pack, npm and Bun publish `exports` as they are, which lead to sources.
 * Where the package says that pnpm or Yarn is what it uses, there is nothing to warn of.
 *
 * @param options those of the scan
 */
export function reportNpmEntries(
  { dir, name }: Package,
  { paths, npmPaths, replaced }: PublishedEntries,
  options: FileOptions,
): Diagnostic[] {
  const [path] = npmPaths;
  if (path === undefined || replaced === null) return [];
  const rules = createFileRules(dir, options);
  const isSource = (each: string): boolean => rules.has(posix.join(dir, each));
  if (!npmPaths.every(isSource) || paths.every(isSource) || isPackedByOther(dir)) return [];
  const message = npmPublishesSource(name, replaced, path);
  const span = manifestSpan(dir, ["publishConfig", replaced]);
  return [diagnose(message, span, { severity: "warning" })];
}

/** Whether a package is packed by pnpm or by Yarn from 2 on: `packageManager` says so, or else the lockfile. */
function isPackedByOther(dir: string): boolean {
  for (let folder = dir; ; folder = parentOf(folder)) {
    const { packageManager } = readObject(`${folder}/package.json`);
    if (typeof packageManager === "string") return /^pnpm@|^yarn@[^01]/.test(packageManager);
    if (folder === parentOf(folder)) break;
  }
  return lockfilesOf(dir).some(
    (file) =>
      file.endsWith("/pnpm-lock.yaml") ||
      (file.endsWith("/yarn.lock") && !fileIncludes(file, "# yarn lockfile v1")),
  );
}
