import { join } from "node:path";
import { isObject } from "../scan/manifest/values.ts";
import { slash } from "../scan/paths.ts";
import { ownVersion } from "../scan/reader-version.ts";
import { MetroLinker } from "./metro-linker.ts";
import type { ChangeEvent, MetroConfig } from "./metro-types.ts";
import { type PluginOptions, type ResolvedOptions, resolveOptions, wrong } from "./options.ts";

export type { PluginOptions } from "./options.ts";

/**
 * Has Metro, the bundler of React Native, link interfaces. Macros are expanded by Babel:
 * `crate-interface/babel` belongs into the project's babel.config.js.
 *
 * @param config a configuration as metro.config.js may export it: an object, a promise of one, or a
 *   function that returns either
 * @returns the same with what linking needs
 * @throws TypeError for what is no configuration, and naming the option that is unknown, has the wrong
 *   type, or leads nowhere
 *
 * @example
 * // metro.config.js
 * const { getDefaultConfig } = require("@react-native/metro-config");
 * const { withCrateInterface } = require("crate-interface/metro");
 * module.exports = withCrateInterface(getDefaultConfig(__dirname));
 */
export function withCrateInterface<Config>(config: Config, options?: PluginOptions): Config {
  return extend(config, resolveOptions(options), {}) as Config;
}

export default withCrateInterface;

/** @param defaults the configuration that one is merged into */
function extend(config: unknown, options: ResolvedOptions, defaults: MetroConfig): unknown {
  if (typeof config === "function") {
    return (...args: [MetroConfig]) => extend(config(...args), options, args[0] ?? {});
  }
  if (isPromise(config)) return config.then((each) => extend(each, options, defaults));
  if (!isObject(config)) {
    throw wrong("the configuration", "an object, a promise of one, or a function", config);
  }
  return extendObject(config, options, defaults);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Partial<Promise<unknown>> | null)?.then === "function";
}

function extendObject(
  config: MetroConfig,
  options: ResolvedOptions,
  defaults: MetroConfig,
): MetroConfig {
  const resolver = { ...defaults.resolver, ...config.resolver };
  const server = { ...defaults.server, ...config.server };
  const root = config.projectRoot ?? defaults.projectRoot ?? process.cwd();
  const linker = new MetroLinker(root, resolver.platforms ?? [], options);
  const cacheVersion = config.cacheVersion ?? defaults.cacheVersion ?? "";
  return {
    ...config,
    // Expanded modules are in Metro's cache, which knows nothing of the versions of Babel plugins.
    cacheVersion: `${cacheVersion} crate-interface@${ownVersion()}`,
    resolver: {
      ...config.resolver,
      resolveRequest(context, specifier, platform) {
        const filePath = linker.resolve(context, specifier, platform);
        if (filePath !== null) return { type: "sourceFile", filePath };
        return (resolver.resolveRequest ?? context.resolveRequest)(context, specifier, platform);
      },
    },
    server: {
      ...config.server,
      enhanceMiddleware(middleware, metro) {
        // It tells of changes whether or not a module is built that would ask for what they link.
        const watcher = metro.getBundler().getBundler().getWatcher();
        watcher.on("change", (event) => linker.update(changedPaths(event)));
        return server.enhanceMiddleware?.(middleware, metro) ?? middleware;
      },
    },
  };
}

/** Absolute, with forward slashes; `null` from Metro 0.83, which tells in another way. */
function changedPaths({ changes, rootDir }: ChangeEvent): string[] | null {
  if (!changes || rootDir === undefined) return null;
  const { addedFiles, modifiedFiles, removedFiles } = changes;
  return [...addedFiles, ...modifiedFiles, ...removedFiles].map(([path]) =>
    slash(join(rootDir, path)),
  );
}
