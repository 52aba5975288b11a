import { type Files, type Tree, writeTree } from "../tree.ts";

/** A workspace package as a test writes it: its dependencies, and its files under `src`. */
export interface PackageSource {
  /** Names of workspace packages, or name to range. */
  dependencies?: string[] | Record<string, string>;
  devDependencies?: string[];
  /** What is in its own `node_modules`: name to the folder in `packages`. */
  installed?: Record<string, string>;
  /** Further keys of package.json. */
  manifest?: Record<string, unknown>;
  /** Path inside the package to content. */
  files: Record<string, string>;
}

/**
 * Writes a workspace as npm lays it out: `packages/<name>` for each, linked into `node_modules`.
 * Packages export their TypeScript source, `src/index.ts`.
 *
 * @param folder where in the tree the workspace lies, such as `a b/`
 *
 * @example
 * using tree = workspace({ "hello-if": { files: { "src/index.ts": "..." } }, app: { ... } });
 */
export function workspace(packages: Record<string, PackageSource>, folder = ""): Tree {
  const files: Files = {
    [`${folder}package.json`]: { name: "workspace", private: true, workspaces: ["packages/*"] },
  };
  const links: Record<string, string> = {};
  for (const [name, source] of Object.entries(packages)) {
    const dir = `${folder}packages/${name}`;
    links[`${folder}node_modules/${name}`] = dir;
    for (const [dependency, target] of Object.entries(source.installed ?? {})) {
      links[`${dir}/node_modules/${dependency}`] = `${folder}packages/${target}`;
    }
    files[`${dir}/package.json`] = {
      name,
      version: "1.0.0",
      type: "module",
      sideEffects: false,
      exports: "./src/index.ts",
      dependencies: ranges(source.dependencies),
      devDependencies: ranges(source.devDependencies),
      ...source.manifest,
    };
    for (const [path, content] of Object.entries(source.files)) files[`${dir}/${path}`] = content;
  }
  return writeTree(files, links);
}

function ranges(names: string[] | Record<string, string> = []): Record<string, string> {
  return Array.isArray(names) ? Object.fromEntries(names.map((name) => [name, "*"])) : names;
}
