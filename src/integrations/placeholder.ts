import { exportName } from "../link/source-text.ts";
import { mangle, parseSpecifier } from "../naming.ts";
import type { PackageGraph } from "../scan/package-graph.ts";

/**
 * A module in the place of one that cannot be linked, for hosts that go on: it exports what is imported
 * from it as far as that can be seen, so that nothing is said of each import besides.
 */
export function placeholderCode(specifier: string, { packages }: PackageGraph): string {
  const parts = parseSpecifier(specifier);
  if (!parts) return "export {};";
  const { namespace, interfaceName, object } = parts;
  const names = new Set<string>();
  for (const { calls } of [...packages.values()].flatMap(({ files }) => files)) {
    for (const { interface: called, member } of calls) {
      if (called.name !== interfaceName || called.namespace !== namespace || member === null)
        continue;
      names.add(object ? member : mangle(namespace, interfaceName, member));
    }
  }
  return `let none; export { ${[...names].map((name) => `none as ${exportName(name)}`).join(", ")} };`;
}
