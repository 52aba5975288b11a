import { createTransformer } from "./jest-transformer.ts";

export type { Transformer as JestTransformer } from "./jest-next-transformer.ts";
export {
  createResolver,
  type JestResolveFunction,
  type JestResolveRequest,
  type JestResolver,
  type JestResolverOptions,
} from "./jest-resolver.ts";
export { createTransformer, type JestTransformerOptions } from "./jest-transformer.ts";
export type { PluginOptions } from "./options.ts";

/**
 * For Jest, this module is a preset, and a transformer for configurations that have their own
 * `transform`.
 *
 * @example
 * // jest.config.js: babel-jest, with the Babel configuration that is there
 * export default { preset: "crate-interface/jest" };
 *
 * @example
 * // jest.config.js: any other transformer
 * export default {
 *   preset: "crate-interface/jest",
 *   transform: { "\\.[cm]?[jt]sx?$": ["crate-interface/jest", { transformer: "@swc/jest" }] },
 * };
 */
const jest: { createTransformer: typeof createTransformer } = { createTransformer };

export default jest;
