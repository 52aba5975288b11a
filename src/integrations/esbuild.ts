import type { Plugin } from "esbuild";
import type { PluginOptions } from "./options.ts";
import { plugin } from "./plugin.ts";

export type { PluginOptions } from "./options.ts";

/**
 * The plugin for esbuild.
 *
 * @example
 * import { build } from "esbuild";
 * import crateInterface from "crate-interface/esbuild";
 * await build({ entryPoints: ["src/main.ts"], bundle: true, outdir: "dist", plugins: [crateInterface()] });
 */
const crateInterface: (options?: PluginOptions) => Plugin = plugin.esbuild as never;

export default crateInterface;
