import type { Platforms } from "../link/platforms.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { ResolutionContext } from "./metro-types.ts";

/**
 * Platforms that files are named after also where a project is not built for them: those of React
 * Native, Windows and macOS included, and the web.
 */
const COMMON = ["android", "ios", "macos", "web", "windows"];

/** What Metro tries on every platform, if it is told to prefer it (`preferNativePlatform`). */
const NATIVE = "native";

/** How Metro reads platforms from names of files. */
export class MetroPlatforms {
  readonly #all: readonly string[];

  /** @param configured `resolver.platforms` */
  constructor(configured: readonly string[] = []) {
    this.#all = [...new Set([...COMMON, ...configured, NATIVE])].sort();
  }

  /** Those of a request, in the order in which Metro tries them. */
  of({ preferNativePlatform }: ResolutionContext, platform: string | null): Platforms {
    return this.#tried(platform, preferNativePlatform);
  }

  /** Those of every request that there could be, as far as files of the graph are named after them. */
  every({ packages }: PackageGraph): Platforms[] {
    const files = [...packages.values()].flatMap((item) => item.files.map(({ file }) => file));
    const named = this.#all.filter((name) => files.some((file) => file.includes(`.${name}.`)));
    if (named.length === 0) return [];
    return [...named, null].flatMap((name) => [this.#tried(name, true), this.#tried(name, false)]);
  }

  #tried(platform: string | null, preferNative: boolean): Platforms {
    const active = new Set([...(platform ? [platform] : []), ...(preferNative ? [NATIVE] : [])]);
    return { active: [...active], all: [...new Set([...this.#all, ...active])] };
  }
}

/** The conditions that are active where a module is asked for, but for its platforms. */
export function conditionsOf(context: ResolutionContext, platform: string | null): string[] {
  return [
    ...context.unstable_conditionNames,
    ...((platform !== null && context.unstable_conditionsByPlatform[platform]) || []),
    context.dev ? "development" : "production",
  ];
}
