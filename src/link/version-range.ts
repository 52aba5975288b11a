import { createRequire } from "node:module";

/** Loaded when the first range is compared: most programs have none to compare, and it takes a while. */
function semver(): typeof import("semver") {
  loaded ??= createRequire(import.meta.url)("semver") as typeof import("semver");
  return loaded;
}

let loaded: typeof import("semver") | undefined;

/**
 * Whether a version is in a range as package managers write it. Of `workspace:^1.2.0` and
 * `npm:log@^1.2.0` the range in it counts. What names no versions passes, since the package manager
 * alone knows what it stands for: `workspace:^`, `catalog:`, files, links, repositories and tags.
 * Prereleases are versions like any other, as they are for peers in pnpm: `1.3.0-beta.1` is in
 * `^1.2.0`.
 */
export function isInRange(version: string, range: string): boolean {
  return compare(version, versionsOf(range)) ?? true;
}

/** Whether a version is certainly in a range: a tag, which names no versions, has none. */
export function isVersionIn(version: string, range: string): boolean {
  return compare(version, range) ?? false;
}

function compare(version: string, range: string): boolean | null {
  const { satisfies, valid, validRange } = semver();
  const comparable = valid(version, LOOSE) !== null && validRange(range, LOOSE) !== null;
  return comparable ? satisfies(version, range, LOOSE) : null;
}

const LOOSE = { loose: true, includePrerelease: true };

/** `^1.2.0` of `npm:@scope/log@^1.2.0`, `workspace:log@^1.2.0` and `workspace:^1.2.0`. */
function versionsOf(range: string): string {
  const named = /^(?:npm|workspace|jsr):(?:@?[^@]+@)?(.*)$/.exec(range);
  return named?.[1] ?? range;
}

/** A range with the versions that go with another one, too: `^1.0.0 || ^2.0.0`. */
export function widened(range: string, version: string): string {
  return `${range} || ^${version}`;
}
