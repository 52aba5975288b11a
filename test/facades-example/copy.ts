import { cpSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Tree, writeTree } from "../tree.ts";

/** Where the example is. */
export const EXAMPLE: string = fileURLToPath(new URL("../../examples/facades", import.meta.url));

/** A copy of the example, to be changed as its user would. */
export interface Copy extends Tree {
  read(file: string): string;
  /** Replaces what a file says; it has to say it. */
  edit(file: string, from: string, to: string): void;
  /** Lists a package in another's `dependencies`, or no longer. */
  list(dependent: string, dependency: string, listed: boolean): void;
}

/** Copies the example, and lays out `node_modules` as npm does. */
export function copyExample(): Copy {
  const packages = readdirSync(`${EXAMPLE}/packages`);
  const tree = writeTree(
    {},
    {
      ...Object.fromEntries(packages.map((name) => [`node_modules/${name}`, `packages/${name}`])),
      "packages/bar/node_modules/log": "vendor/log-0.5",
      "packages/other-logger/node_modules/log": "vendor/log-0.5",
    },
  );
  cpSync(EXAMPLE, tree.dir, {
    recursive: true,
    filter: (path) => !["node_modules", "dist"].includes(basename(path)),
  });
  const read = (file: string): string => readFileSync(tree.path(file), "utf8");
  const edit = (file: string, change: (text: string) => string): void => {
    const text = read(file);
    const changed = change(text);
    if (changed === text) throw new Error(`nothing to change in ${file}`);
    tree.write(file, changed);
  };
  return {
    ...tree,
    read,
    edit: (file, from, to) => edit(file, (text) => text.replace(from, () => to)),
    list(dependent, dependency, listed) {
      edit(`packages/${dependent}/package.json`, (text) => {
        const json = JSON.parse(text);
        if (listed) json.dependencies[dependency] = "*";
        else delete json.dependencies[dependency];
        return JSON.stringify(json, null, 2);
      });
    },
  };
}
