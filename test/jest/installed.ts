import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Tree } from "../tree.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Puts this package into the tree as npm installs it: Jest transforms nothing below `node_modules`, and
 * in this repository the package is a link, whose real path is elsewhere.
 */
export function install(tree: Tree): void {
  const folder = tree.path("node_modules/crate-interface");
  for (const part of ["package.json", "commonjs", "dist", "macro"]) {
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
}
