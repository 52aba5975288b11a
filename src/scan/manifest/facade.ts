import {
  defaultWithoutFacade,
  facadeAndImplementation,
  type Message,
  manifestDuplicate,
  manifestNamesItself,
  manifestTooMany,
  manifestWrongType,
  pathLeavesPackage,
  WRITE_DEFAULT,
  WRITE_FACADE,
  WRITE_FACADE_IMPL,
} from "../../messages.ts";
import type { Manifest } from "./manifest.ts";
import type { ManifestSource } from "./source.ts";
import { isName, isPath, staysInside } from "./values.ts";

/** Reads `facade`. */
export function readFacade(value: unknown, to: Manifest, source: ManifestSource): void {
  if (typeof value !== "boolean") {
    source.report(
      manifestWrongType("facade", "`true` or `false`", WRITE_FACADE),
      ["facade"],
      "value",
    );
    return;
  }
  to.facade = value;
  const span = source.span(["facade"], "entry");
  if (span) to.spans.facade = span;
}

/**
 * Reads `defaultFacadeImpl`.
 *
 * @param name of the package that says it
 */
export function readDefault(
  value: unknown,
  name: unknown,
  to: Manifest,
  source: ManifestSource,
): void {
  const path = ["defaultFacadeImpl"];
  if (!isName(value)) {
    source.report(
      manifestWrongType(path[0], "a package or a `./path`", WRITE_DEFAULT),
      path,
      "value",
    );
  } else if (isPath(value) && !staysInside(value)) {
    source.report(pathLeavesPackage(path[0], value), path, "value");
  } else if (value === name) {
    source.report(manifestNamesItself(path[0], value), path, "value");
  } else {
    to.defaultFacadeImpl = value;
    const span = source.span(path, "value");
    if (span) to.spans.defaultFacadeImpl = span;
  }
}

/**
 * Reads `facadeImpl`. Elements of a list that are wrong are left out.
 *
 * @param name of the package that says it
 */
export function readFacadeImpl(
  value: unknown,
  name: unknown,
  to: Manifest,
  source: ManifestSource,
): void {
  const key = "facadeImpl";
  if (!isName(value) && !Array.isArray(value)) {
    source.report(
      manifestWrongType(key, "a package or a list of packages", WRITE_FACADE_IMPL),
      [key],
      "value",
    );
    return;
  }
  const facades: readonly unknown[] = isName(value) ? [value] : value;
  if (facades.length > MOST_FACADES) {
    source.report(manifestTooMany(key, String(MOST_FACADES)), [key], "key");
  }
  for (const [index, facade] of facades.slice(0, MOST_FACADES).entries()) {
    const [path, written] = isName(value) ? [[key], key] : [[key, index], `${key}[${index}]`];
    const problem = wrongFacade(facade, written, name, to.facadeImpl);
    if (problem) {
      source.report(problem, path, "value");
      continue;
    }
    to.facadeImpl.push(facade as string);
    const span = source.span(path, "value");
    if (span) to.spans.facadeImpl[facade as string] = span;
  }
}

/** No person implements so many; each would be checked. */
const MOST_FACADES = 100;

function wrongFacade(
  facade: unknown,
  written: string,
  self: unknown,
  before: readonly string[],
): Message | null {
  if (!isName(facade) || isPath(facade))
    return manifestWrongType(written, "the name of a package", WRITE_FACADE_IMPL);
  if (facade === self) return manifestNamesItself(written, facade);
  return before.includes(facade) ? manifestDuplicate("facadeImpl", facade) : null;
}

/**
 * Whether the keys of facades go together.
 *
 * @param isRead whether nothing is wrong with any key: a `facade` that is misspelt is no missing one
 */
export function checkFacadeKeys(manifest: Manifest, isRead: boolean, source: ManifestSource): void {
  const { facade, defaultFacadeImpl, facadeImpl } = manifest;
  if (facade && facadeImpl.length > 0) {
    source.report(facadeAndImplementation(), ["facadeImpl"], "key");
  } else if (isRead && !facade && defaultFacadeImpl !== null) {
    source.report(defaultWithoutFacade(), ["defaultFacadeImpl"], "key");
  }
}
