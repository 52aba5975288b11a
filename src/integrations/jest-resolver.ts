import { JestLinker } from "./jest-linker.ts";
import { READ_CHECK } from "./jest-read-check.ts";
import { LINK_SPECIFIER } from "./module-id.ts";
import { type PluginOptions, resolveOptions } from "./options.ts";

/** What Jest tells a resolver about an import; of it, what is used here. */
export interface JestResolveRequest {
  /** The folder of the importing file. */
  basedir: string;
  /** Conditions of the test environment, with `import` or `require`. */
  conditions?: readonly string[];
  extensions?: readonly string[];
  rootDir?: string;
  /** Jest's own resolver. */
  defaultResolver(specifier: string, request: this): string;
}

/** The path of the file that a specifier leads to, absolute. Throws when there is none. */
export type JestResolveFunction = (specifier: string, request: JestResolveRequest) => string;

/** A module that Jest's option `resolver` can name. */
export interface JestResolver {
  sync: JestResolveFunction;
  /** What Jest asks instead of `sync` for imports of ES modules. */
  async?: (specifier: string, request: JestResolveRequest) => Promise<string>;
}

/** Options of the plugins for bundlers, and a resolver to ask for all that is not linked. */
export interface JestResolverOptions extends PluginOptions {
  /** Default: Jest's own. */
  resolver?: JestResolveFunction | JestResolver;
}

/**
 * A resolver for Jest that links. The preset has one; make your own to combine it with another
 * resolver, or for options.
 *
 * @throws TypeError for options that are unknown or wrong
 *
 * @example
 * // jest-resolver.js, and in jest.config.js: { preset: "crate-interface/jest", resolver: "./jest-resolver.js" }
 * import { createResolver } from "crate-interface/jest";
 * import resolver from "some-other-resolver";
 *
 * export default createResolver({ resolver, implementations: { RngIf: "./test/rng.ts" } });
 */
export function createResolver(options: JestResolverOptions = {}): JestResolver {
  const { resolver = byDefault, ...others } = options;
  const linker = new JestLinker(resolveOptions(others));
  const { sync, async } = typeof resolver === "function" ? { sync: resolver } : resolver;
  const linked = (specifier: string, request: JestResolveRequest): string | null => {
    if (LINK_SPECIFIER.test(specifier)) return linker.resolve(specifier, request);
    if (!specifier.startsWith(READ_CHECK)) return null;
    return linker.checkRead(specifier.slice(READ_CHECK.length), request);
  };
  return {
    sync: (specifier, request) => linked(specifier, request) ?? sync(specifier, request),
    // Only where there is one: Jest takes slower ways with resolvers that differ for ES modules.
    ...(async && {
      async: async (specifier, request) =>
        linked(specifier, request) ?? (await async(specifier, request)),
    }),
  };
}

const byDefault: JestResolveFunction = (specifier, request) =>
  request.defaultResolver(specifier, request);
