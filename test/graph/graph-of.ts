import type { LinkGraph } from "../../src/graph/data.ts";

const NO_ROLES = { facade: false, defines: [], implements: [], calls: [] };

/** Packages by name, and `a b` for `a` depends on `b`. The first is the root. */
export function graphOf(names: string[], dependencies: string[]): LinkGraph {
  return {
    root: names[0],
    packages: names.map((name) => ({ id: name, name, version: "1.0.0", roles: NO_ROLES })),
    dependencies: dependencies.map((text) => {
      const [from, to] = text.split(" ");
      return { from, to, kinds: ["dependencies"], turned: false };
    }),
    links: [],
    hidden: 0,
  };
}
