import { existsSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { linkWithNearMisses } from "../link/link-with-near-misses.ts";
import type { Linkage } from "../link/linkage.ts";
import { nativePlatforms } from "../link/native-platforms.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { findRoot } from "../scan/package-reader.ts";
import { Scanner } from "../scan/scan.ts";
import { isFolder } from "./output.ts";
import { type Settings, UsageError } from "./settings.ts";

/** The package being built with all that it reaches, linked as the settings say. */
export interface Program {
  graph: PackageGraph;
  root: Package;
  linkage: Linkage;
  /** The source files of its source packages, by directory; sorted. */
  files: ReadonlyMap<string, readonly string[]>;
}

/** Whether problems of a program are left to others: what would solve them is not looked for. */
export type AreLeft = (
  problems: readonly Diagnostic[],
  program: Pick<Program, "root" | "linkage">,
) => boolean;

/**
 * Scans and links the package around the working directory.
 *
 * @throws UsageError when there is no such directory, or no package.json at or above it
 */
export function readProgram(settings: Settings, areLeft?: AreLeft): Program {
  if (!existsSync(settings.cwd)) throw new UsageError(`there is no directory ${settings.cwd}`);
  if (!isFolder(settings.cwd)) throw new UsageError(`${settings.cwd} is no directory`);
  const dir = findRoot(settings.cwd);
  // Without this the scan would take the folder for a package and walk all of it.
  if (!existsSync(`${dir}/package.json`)) {
    throw new UsageError(`there is no package.json at or above ${settings.cwd}`);
  }
  return linkProgram(dir, settings, areLeft);
}

/**
 * Scans and links the package of a directory.
 *
 * @throws UsageError when its package.json cannot be read
 */
export function linkProgram(
  dir: string,
  settings: Settings,
  areLeft: AreLeft = () => false,
): Program {
  const { conditions, platform, production, include, exclude } = settings;
  const scanner = new Scanner(dir, { include, exclude });
  const graph = scanner.scan();
  const root = graph.packages.get(graph.root);
  if (!root) throw new UsageError(`cannot read ${dir}/package.json`);
  const platforms = platform === null ? null : nativePlatforms(platform, platform !== "web");
  const options = { conditions, production, ...(platforms && { platforms }) };
  const linkage = linkWithNearMisses(graph, options, scanner, true, (problems, linkage) =>
    areLeft(problems, { root, linkage }),
  );
  return { graph, root, linkage, files: scanner.files };
}
