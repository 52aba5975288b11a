import { nativePlatforms } from "../link/native-platforms.ts";
import type { Platforms } from "../link/platforms.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { ResolutionContext } from "./metro-types.ts";

/** Those of a request, in the order in which Metro tries them. */
export function platformsOf(
  { preferNativePlatform }: ResolutionContext,
  platform: string | null,
  configured: readonly string[],
): Platforms {
  return nativePlatforms(platform, preferNativePlatform, configured);
}

/**
 * Those of every request that there could be, where interfaces are defined in files named after
 * platforms. Other such files make no difference to what modules are possible.
 */
export function everyPlatform(
  { packages }: PackageGraph,
  configured: readonly string[],
): Platforms[] {
  const files = [...packages.values()].flatMap((item) =>
    item.files.filter(({ definitions }) => definitions.length > 0).map(({ file }) => file),
  );
  const { all } = nativePlatforms(null, true, configured);
  const named = all.filter((name) => files.some((file) => file.includes(`.${name}.`)));
  if (named.length === 0) return [];
  return [...named, null].flatMap((name) =>
    [true, false].map((preferNative) => nativePlatforms(name, preferNative, configured)),
  );
}

/** The conditions that are active where a module is asked for, besides its platforms. */
export function conditionsOf(context: ResolutionContext, platform: string | null): string[] {
  return [
    ...context.unstable_conditionNames,
    ...((platform !== null && context.unstable_conditionsByPlatform[platform]) || []),
    context.dev ? "development" : "production",
  ];
}
