import { posix } from "node:path";
import * as messages from "../messages.ts";
import type { Located } from "./linkage.ts";

/**
 * Help where a file may be built from another one of its package: JavaScript beside TypeScript of
 * that name, in another folder.
 */
export function excludeOutput(places: readonly Located<unknown>[]): string[] {
  for (const { package: dir, file } of places) {
    if (!/\.[cm]?jsx?$/.test(file)) continue;
    const source = places.find(
      (other) =>
        other.package === dir &&
        /\.[cm]?tsx?$/.test(other.file) &&
        posix.parse(other.file).name === posix.parse(file).name,
    );
    const output = posix.relative(dir, file);
    if (!source || !output.includes("/")) continue;
    const folder = output.slice(0, output.indexOf("/"));
    const original = posix.relative(dir, source.file);
    if (original.startsWith(`${folder}/`)) continue;
    return [messages.excludeOutput(output, original, `${folder}/**`)];
  }
  return [];
}
