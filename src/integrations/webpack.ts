import type { WebpackPluginInstance } from "webpack";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for webpack.
 *
 * @example
 * // webpack.config.js
 * import crateInterface from "crate-interface/webpack";
 * export default { entry: "./src/main.ts", plugins: [crateInterface()] };
 */
const crateInterface: (options?: PluginOptions) => WebpackPluginInstance = plugin.webpack as never;

export default crateInterface;
