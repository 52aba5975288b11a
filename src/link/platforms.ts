import { posix } from "node:path";
import * as messages from "../messages.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { FileTable } from "../scan/symbol-table.ts";
import type { RejectedImplementation } from "./linkage.ts";

/**
 * The platforms that names of files speak of, as in React Native: `hello.ios.ts` stands in the place
 * of `hello.ts` where the platform is `ios`.
 */
export interface Platforms {
  /** Those of the build, the most specific first, such as `["ios", "native"]`. */
  active: readonly string[];
  /** All there are. Another word before the extension is a part of the file's name. */
  all: readonly string[];
}

/** What a build for one platform sees. */
export interface PlatformGraph {
  graph: PackageGraph;
  /** Implementations in files that it does not see, for near misses. */
  elsewhere: RejectedImplementation[];
}

/** A file by what its name says. */
interface NamedFile {
  /** The path without platform and extension: what an import would say. */
  stem: string;
  /** `null` for a file of all platforms. */
  platform: string | null;
  extension: string;
  /** Of two files that an import could lead to, the one of lower rank is it; infinite for neither. */
  rank: number;
}

/**
 * Leaves out the files that no import leads to on the platform: those for other platforms, and those
 * that a more specific file stands in the place of. An implementation in a file for a platform has
 * that platform among its conditions.
 *
 * Files without macros are in no graph, so they stand in nobody's place.
 */
export function forPlatforms(graph: PackageGraph, platforms: Platforms): PlatformGraph {
  const elsewhere: RejectedImplementation[] = [];
  const packages = new Map(graph.packages);
  for (const [dir, item] of graph.packages) {
    const files = item.files.map((table) => ({ table, ...readName(table.file, platforms) }));
    const seen = new Map<string, (typeof files)[number]>();
    for (const file of files) {
      if (file.rank < (seen.get(file.stem)?.rank ?? Number.POSITIVE_INFINITY)) {
        seen.set(file.stem, file);
      }
    }
    const tables: FileTable[] = [];
    for (const { table, stem, platform, rank } of files) {
      const standIn = seen.get(stem);
      if (rank === standIn?.rank) {
        tables.push(platform === null ? table : withCondition(table, platform));
        continue;
      }
      const reason =
        rank === Number.POSITIVE_INFINITY
          ? messages.forOtherPlatform(platform as string)
          : messages.standsInPlace(posix.basename(standIn?.table.file ?? ""));
      for (const found of table.implementations) {
        const implementation = { package: dir, file: table.file, item: found };
        elsewhere.push({ implementation, cause: "platform", reason });
      }
    }
    packages.set(dir, { ...item, files: tables });
  }
  return { graph: { ...graph, packages }, elsewhere };
}

/** The file beside one, or that file itself, that imports lead to if it is there. */
export function fileForPlatform(file: string, platforms: Platforms): string {
  const { stem, extension } = readName(file, platforms);
  return [stem, ...platforms.active.slice(0, 1)].join(".") + extension;
}

/** The platform that a file's name speaks of, as `ios` of `hello.ios.ts`; `null` for none of these. */
export function platformOfFile(file: string, all: readonly string[]): string | null {
  const platform = posix.extname(posix.basename(file, posix.extname(file))).slice(1);
  return all.includes(platform) ? platform : null;
}

function readName(file: string, { active, all }: Platforms): NamedFile {
  const extension = posix.extname(file);
  const path = file.slice(0, file.length - extension.length);
  const platform = platformOfFile(file, all);
  if (platform === null) return { stem: path, platform, extension, rank: active.length };
  const rank = active.indexOf(platform);
  return {
    stem: path.slice(0, path.length - platform.length - 1),
    platform,
    extension,
    rank: rank < 0 ? Number.POSITIVE_INFINITY : rank,
  };
}

function withCondition(table: FileTable, platform: string): FileTable {
  const implementations = table.implementations.map((item) => ({
    ...item,
    conditions: [...new Set([...item.conditions, platform])],
  }));
  return { ...table, implementations };
}
