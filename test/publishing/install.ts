import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import type { Files, Tree } from "../tree.ts";
import { APP } from "./packages.ts";
import { runTool } from "./publish.ts";

/** A package manager in one of its layouts. */
export interface Manager {
  name: string;
  /** Where it installs the application. */
  folder: string;
  install(cwd: string): void;
  /** What it needs besides package.json. */
  files: Files;
}

const YARN = "@yarnpkg/cli-dist/bin/yarn.js";
/** Under `CI=true` Yarn refuses to write a lockfile unless it is told otherwise. */
const yarnrc = (linker: string): Files => ({
  "yarn.lock": "",
  ".yarnrc.yml": `nodeLinker: ${linker}
enableGlobalCache: false
enableImmutableInstalls: false
enableNetwork: false
enableTelemetry: false
`,
});

/** None of them may download anything. */
export const MANAGERS: Manager[] = [
  {
    name: "npm",
    folder: "npm",
    install: (cwd) => {
      const args = ["install", "--offline", "--no-audit", "--no-fund"];
      execFileSync("npm", args, { cwd, stdio: "pipe" });
    },
    files: {},
  },
  {
    name: "pnpm",
    folder: "pnpm",
    install: (cwd) => {
      const store = `--store-dir=${cwd}/.store`;
      runTool("pnpm/bin/pnpm.cjs", ["install", "--offline", "--ignore-workspace", store], cwd);
    },
    files: {},
  },
  {
    name: "Yarn",
    folder: "yarn",
    install: (cwd) => void runTool(YARN, ["install"], cwd),
    files: yarnrc("node-modules"),
  },
  {
    name: "Yarn Plug'n'Play",
    folder: "pnp",
    install: (cwd) => void runTool(YARN, ["install"], cwd),
    files: yarnrc("pnp"),
  },
];

/**
 * Installs the application in a tree that has tarballs.
 *
 * @returns its absolute path
 */
export function installApp(tree: Tree, { folder, install, files }: Manager): string {
  const tarballs = Object.fromEntries(
    readdirSync(tree.path("tarballs"))
      .filter((file) => file.endsWith(".tgz"))
      .map((file) => [file.replace(/-\d.*$/, ""), `file:../tarballs/${file}`]),
  );
  const local = (ranges: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.keys(ranges).map((name) => [name, tarballs[name]!]));
  const manifest = APP["package.json"] as Record<string, Record<string, string>>;
  const all = {
    ...APP,
    ...files,
    "package.json": {
      ...manifest,
      dependencies: local(manifest.dependencies!),
      devDependencies: local(manifest.devDependencies!),
      // npm's, pnpm's and Yarn's way of saying that dependencies of dependencies are those, too.
      overrides: tarballs,
      pnpm: { overrides: tarballs },
      resolutions: tarballs,
    },
  };
  for (const [path, content] of Object.entries(all)) tree.write(`${folder}/${path}`, content);
  install(tree.path(folder));
  return tree.path(folder);
}
