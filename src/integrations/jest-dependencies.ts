/**
 * The module that Jest's option `dependencyExtractor` names, by which Jest knows which tests a change
 * concerns: what it finds in a file is what the resolver is asked for.
 *
 * @module
 */
import { expand } from "../expand/expand.ts";
import { slash } from "../scan/paths.ts";
import { readerVersion } from "../scan/reader-version.ts";
import { LINK_SPECIFIER } from "./module-id.ts";

/** After a link specifier: not the generated module, of which Jest knows nothing, but what implements. */
export const IMPLEMENTATION = "?implementation";

/** The specifiers of what a file depends on, with those of the implementations. */
export function extract(
  code: string,
  file: string,
  imported: (code: string) => Set<string>,
): Set<string> {
  const specifiers = imported(code);
  const expansion = expand(code, slash(file));
  if (!expansion) return specifiers;
  for (const specifier of imported(expansion.code)) {
    if (LINK_SPECIFIER.test(specifier)) specifiers.add(specifier + IMPLEMENTATION);
  }
  return specifiers;
}

/** Jest remembers what was found for as long as this is the same. */
export function getCacheKey(): string {
  return readerVersion();
}
