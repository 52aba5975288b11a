import { byText } from "../by-text.ts";
import * as messages from "../messages.ts";
import type { Implementation } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import type { Located, RejectedImplementation } from "./linkage.ts";
import { NATIVE, nativePlatforms } from "./native-platforms.ts";
import { platformOfFile } from "./platforms.ts";

// What Metro builds is linked for one platform at a time. Linked for none, as `check` does unless it is
// told one, it seems to have several implementations, or none.

const { all: PLATFORMS } = nativePlatforms(null, true);

/**
 * What to do first, if the build has no platforms and these are for some.
 *
 * @param candidates those that are left: the names of their files count
 * @param rejected of those whose conditions are not active, the conditions count
 */
export function checkPlatforms(
  candidates: readonly Located<Implementation>[],
  rejected: readonly RejectedImplementation[],
  build: Build,
): string[] {
  if (build.platforms) return [];
  const conditions = rejected
    .filter(({ cause }) => cause === "conditions")
    .flatMap(({ implementation }) => implementation.item.conditions)
    .filter((name) => PLATFORMS.includes(name) && !build.conditions.has(name));
  const names = [...platformsOfFiles(candidates), ...conditions].flatMap((name) =>
    // It is no platform that there are builds for.
    name === NATIVE ? ["android", "ios"] : [name],
  );
  const platforms = [...new Set(names)].sort(byText);
  return platforms.length === 0 ? [] : [messages.checkEachPlatform(platforms)];
}

/**
 * What to do otherwise, in a bundler to which the names of these files mean nothing. It is for the web at
 * most.
 */
export function excludePlatforms(
  candidates: readonly Located<Implementation>[],
  build: Build,
): string[] {
  const others = platformsOfFiles(candidates).filter((name) => name !== "web");
  if (build.platforms || others.length === 0) return [];
  const names = others.length === 1 ? others[0] : `{${others.join(",")}}`;
  return [messages.excludePlatforms(`**/*.${names}.*`)];
}

/** The platforms by which files differ; none where all are for the same. */
function platformsOfFiles(found: readonly Located<Implementation>[]): string[] {
  const names = new Set(found.map(({ file }) => platformOfFile(file, PLATFORMS)));
  return names.size < 2 ? [] : [...names].filter((name) => name !== null).sort(byText);
}
