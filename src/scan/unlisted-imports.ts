import { append } from "../append.ts";
import type { ModuleGraph } from "./module-graph.ts";
import type { Package } from "./package-graph.ts";
import { readPackageJson } from "./package-json.ts";
import { createPackageResolver } from "./package-resolver.ts";
import { readText } from "./read-file.ts";

/**
 * Implementations of facades that a package imports and does not list: package managers hoist what others
 * list, and link each package of a workspace. They are not linked, which is mostly forgotten.
 *
 * @returns by directory of the facade, the names of what says that it implements it; sorted by file, then as
 *   they are imported
 */
export function unlistedImplementations(
  item: Package,
  modules: ModuleGraph,
): Map<string, string[]> {
  const listed = new Set([item.name, ...item.dependencies.map(({ name }) => name)]);
  const resolve = createPackageResolver();
  const facadesOf = new Map<string, string[]>();
  const read = (name: string): string[] => {
    const dir = resolve(item.dir, name);
    const facades = dir === null ? [] : readPackageJson(dir, []).manifest.facadeImpl;
    return facades.flatMap((facade) => resolve(dir!, facade) ?? []);
  };
  const found = new Map<string, string[]>();
  for (const file of modules.files(item.dir)) {
    for (const name of namesIn(file)) {
      if (listed.has(name)) continue;
      const facades = facadesOf.get(name) ?? read(name);
      facadesOf.set(name, facades);
      // What is only in a comment, or a type, imports nothing.
      if (facades.length === 0 || !imports(file, name, modules)) continue;
      listed.add(name);
      for (const facade of facades) append(found, facade, name);
    }
  }
  return found;
}

/** The packages that a file may import: what stands in quotes after `from` or `import`. */
function namesIn(file: string): Set<string> {
  const text = readText(file);
  if (typeof text !== "string") return new Set();
  const pattern = /\b(?:from|import)\s*["']((?:@[\w.~-]+\/)?[a-z\d~][\w.~-]*)/gi;
  return new Set([...text.matchAll(pattern)].map(([, name]) => name));
}

function imports(file: string, name: string, modules: ModuleGraph): boolean {
  return modules
    .module(file)
    .imports.some(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`));
}
