import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Tree, writeTree } from "../tree.ts";

/** A copy of one of the examples in a fresh folder: a workspace and git repository of its own. */
export interface Example extends Tree {
  /** The text of a file. */
  read(relative: string): string;
  /** Replaces a text in a file, which has to be there. */
  edit(relative: string, from: string, to: string): void;
  /** Changes a JSON file in place. */
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  change(relative: string, change: (json: any) => void): void;
  /** Runs git in it. */
  git(...args: string[]): void;
  /** Commits everything. */
  commit(): void;
  /** Makes the files what they were when they were last committed. */
  reset(): void;
}

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

/**
 * Copies `examples/<name>`, installed as npm would do it: the packages of the workspace are links,
 * everything else is found in the repository's own `node_modules` above.
 */
export function copyExample(name: string): Example {
  const tree = writeTree({});
  const kept = (path: string): boolean => !LEFT_OUT.has(basename(path));
  cpSync(`${examples}/${name}`, tree.dir, { recursive: true, filter: kept });
  const read = (relative: string): string => readFileSync(tree.path(relative), "utf8");
  const git = (...args: string[]): void => {
    execFileSync("git", [...IDENTITY, ...args], { cwd: tree.dir, stdio: "ignore" });
  };
  const example: Example = {
    ...tree,
    read,
    edit(relative, from, to) {
      const text = read(relative);
      if (!text.includes(from)) throw new Error(`${relative} has no ${from}`);
      tree.write(relative, text.replace(from, to));
    },
    change(relative, change) {
      const json = JSON.parse(read(relative));
      change(json);
      tree.write(relative, json);
    },
    git,
    commit() {
      git("add", "--all");
      git("commit", "--message", "A state of the example");
    },
    reset() {
      git("reset", "--hard");
      git("clean", "--force", "-d");
    },
  };
  install(example);
  git("init", "--initial-branch", "main");
  example.commit();
  return example;
}

/** What tools leave behind in the example itself. */
const LEFT_OUT = new Set(["node_modules", "dist", ".turbo", ".nx", "package-lock.json"]);

const IDENTITY = ["-c", "user.name=example", "-c", "user.email=example@example.org"];

/** What the examples have from a registry. */
const INSTALLED = ["crate-interface", "nx", "turbo", "vite"];

/** Links the packages of the workspace and writes the lockfile, as far as engines read it. */
function install(example: Example): void {
  const manifest = (dir: string) => JSON.parse(example.read(`${dir}/package.json`));
  const packages: Record<string, unknown> = { "": manifest(".") };
  for (const glob of manifest(".").workspaces as string[]) {
    const folder = dirname(glob);
    for (const item of readdirSync(example.path(folder)).sort()) {
      const dir = `${folder}/${item}`;
      const json = manifest(dir);
      example.link(`node_modules/${json.name}`, dir);
      packages[dir] = json;
      packages[`node_modules/${json.name}`] = { resolved: dir, link: true };
    }
  }
  for (const name of INSTALLED) packages[`node_modules/${name}`] = installed(name, "1.0.0");
  example.write("package-lock.json", { lockfileVersion: 3, requires: true, packages });
}

/** What a lockfile says of an installed package. */
export function installed(name: string, version: string): { version: string; integrity: string } {
  return { version, integrity: `sha512-${Buffer.from(`${name}@${version}`).toString("base64")}` };
}
