import { type BabelFile, expandFile } from "../expand/babel/expand-file.ts";

/** The plugin, as Babel 7 and 8 know plugins. */
export interface BabelPlugin {
  name: string;
  /** Called with every file before it is traversed. */
  pre(file: object): void;
}

interface BabelApi {
  types: Parameters<typeof expandFile>[1];
  assertVersion(range: string): void;
}

/**
 * Expands the macros of `crate-interface/macro` wherever Babel runs. It works before any plugin
 * visits the file, so its place among the plugins does not matter. What it leaves are imports of
 * `crate-interface/link/*`, which the bundler's plugin, Jest's preset, Metro's resolver, or the
 * modules that `crate-interface link` writes resolve.
 *
 * @param api what Babel gives its plugins
 * @throws TypeError for options, of which it has none
 *
 * @example
 * // babel.config.js
 * export default { plugins: ["crate-interface/babel"] };
 */
export default function crateInterface(api: object, options: object = {}): BabelPlugin {
  const { types, assertVersion } = api as BabelApi;
  assertVersion("^7.0.0 || ^8.0.0");
  const [unknown] = Object.keys(options);
  if (unknown !== undefined) {
    throw new TypeError(
      `crate-interface/babel: unknown option \`${unknown}\`; the plugin has no options`,
    );
  }
  return {
    name: "crate-interface",
    pre(file) {
      expandFile(file as BabelFile, types);
    },
  };
}
