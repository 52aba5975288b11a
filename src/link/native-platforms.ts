import type { Platforms } from "./platforms.ts";

/** Platforms that files are named after in React Native, also where a project is not built for them. */
const COMMON = ["android", "ios", "macos", "web", "windows"];

/** The extension of files for all platforms but the web. */
export const NATIVE = "native";

/**
 * How Metro reads names of files: `hello.ios.ts`, then `hello.native.ts`, then `hello.ts`.
 *
 * @param platform the platform of the build, if it has one
 * @param preferNative whether `hello.native.ts` comes before `hello.ts`
 * @param further platforms that a project has besides those that everybody knows
 */
export function nativePlatforms(
  platform: string | null,
  preferNative: boolean,
  further: readonly string[] = [],
): Platforms {
  const active = [...(platform === null ? [] : [platform]), ...(preferNative ? [NATIVE] : [])];
  const all = [...COMMON, NATIVE, ...further, ...active];
  return { active: [...new Set(active)], all: [...new Set(all)].sort() };
}
