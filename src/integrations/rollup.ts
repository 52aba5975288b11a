import type { Plugin } from "rollup";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for Rollup.
 *
 * @example
 * // rollup.config.js
 * import crateInterface from "crate-interface/rollup";
 * export default { input: "src/main.ts", plugins: [crateInterface()] };
 */
const crateInterface: (options?: PluginOptions) => Plugin = plugin.rollup as never;

export default crateInterface;
