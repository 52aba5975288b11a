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
  /** Gives a package another `"crate-interface"` key. */
  configure(name: string, key: Record<string, unknown>): void;
  /** Lists a package in another's `dependencies`, or no longer. */
  list(dependent: string, dependency: string, listed: boolean): void;
}

interface Manifest {
  dependencies: Record<string, string>;
  "crate-interface"?: Record<string, unknown>;
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
  const editManifest = (name: string, change: (json: Manifest) => void): void =>
    edit(`packages/${name}/package.json`, (text) => {
      const json = JSON.parse(text);
      change(json);
      return JSON.stringify(json, null, 2);
    });
  return {
    ...tree,
    read,
    edit: (file, from, to) => edit(file, (text) => text.replace(from, () => to)),
    configure: (name, key) => {
      editManifest(name, (json) => {
        json["crate-interface"] = key;
      });
    },
    list: (dependent, dependency, listed) => {
      editManifest(dependent, ({ dependencies }) => {
        if (listed) dependencies[dependency] = "*";
        else delete dependencies[dependency];
      });
    },
  };
}
