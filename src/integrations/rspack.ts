import type { RspackPluginInstance } from "@rspack/core";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for Rspack.
 *
 * @example
 * // rspack.config.js
 * import crateInterface from "crate-interface/rspack";
 * export default { entry: "./src/main.ts", plugins: [crateInterface()] };
 */
const crateInterface: (options?: PluginOptions) => RspackPluginInstance = plugin.rspack as never;

export default crateInterface;
