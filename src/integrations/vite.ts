import type { Plugin } from "vite";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for Vite, for building and the dev server.
 *
 * @example
 * // vite.config.ts
 * import crateInterface from "crate-interface/vite";
 * export default { plugins: [crateInterface()] };
 */
const crateInterface: (options?: PluginOptions) => Plugin = plugin.vite as never;

export default crateInterface;
