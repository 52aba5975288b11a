import type { Plugin } from "rolldown";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for Rolldown.
 *
 * @example
 * // rolldown.config.js
 * import crateInterface from "crate-interface/rolldown";
 * export default { input: "src/main.ts", plugins: [crateInterface()] };
 */
const crateInterface: (options?: PluginOptions) => Plugin = plugin.rolldown as never;

export default crateInterface;
