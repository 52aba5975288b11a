import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Tree, writeTree } from "../tree.ts";
import { LIBRARIES, PACKAGES, TSCONFIG } from "./packages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a program of node_modules, as `npx` would, and returns what it prints. */
export function runTool(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(process.execPath, [`${ROOT}node_modules/${program}`, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** How each library is built, as its author would on the command line. */
const BUILDS: Record<(typeof LIBRARIES)[number], [program: string, ...args: string[]]> = {
  log: ["vite/bin/vite.js", "build", "--logLevel", "warn"],
  "log-noop": ["@babel/cli/bin/babel.js", "src", "-d", "dist", "-x", ".ts"],
  "log-lines": ["@swc/cli/bin/swc.js", "src", "-d", "dist", "--strip-leading-paths"],
  "http-client": ["rollup/dist/bin/rollup", "-c", "--silent"],
};

/**
 * Writes the libraries, builds each as its author does, and packs them with npm, and this project
 * with them.
 *
 * @returns a tree with the packages, and their tarballs in `tarballs`
 */
export function publishLibraries(): Tree {
  const links = LIBRARIES.map((name) => [`node_modules/${name}`, name]);
  const tree = writeTree(
    { ...PACKAGES, "crate-interface/package.json": ownManifest() },
    Object.fromEntries(links),
  );
  for (const name of LIBRARIES) {
    const [program, ...args] = BUILDS[name];
    tree.write(`${name}/tsconfig.json`, TSCONFIG);
    runTool("typescript/bin/tsc", [], tree.path(name));
    runTool(program, args, tree.path(name));
  }
  for (const folder of ["bin", "commonjs", "dist", "macro"]) {
    cpSync(`${ROOT}${folder}`, tree.path(`crate-interface/${folder}`), { recursive: true });
  }
  tree.write("tarballs/.keep", "");
  const folders = ["crate-interface", ...LIBRARIES].map((name) => `./${name}`);
  execFileSync("npm", ["pack", ...folders, "--pack-destination", "tarballs"], {
    cwd: tree.dir,
    stdio: "pipe",
  });
  return tree;
}

/** What this project needs itself is found in the repository: nothing is to be downloaded. */
function ownManifest(): unknown {
  const { name, version, type, bin, exports } = JSON.parse(
    readFileSync(`${ROOT}package.json`, "utf8"),
  );
  return { name, version, type, bin, exports };
}
