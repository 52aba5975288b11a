import { createHash } from "node:crypto";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import { expand } from "../expand/expand.ts";
import { isObject } from "../scan/manifest.ts";
import { readerVersion } from "../scan/reader-version.ts";
import { testFileBegins } from "./jest-linker.ts";
import {
  BABEL_JEST,
  loadTransformer,
  type Transformer,
  type TransformOptions,
} from "./jest-next.ts";

import { stackFor } from "./jest-stack.ts";

/** Options of the transformer, the second element of its entry in Jest's `transform`. */
export interface JestTransformerOptions {
  /**
   * The transformer that makes JavaScript of the expanded code: a package or path as in `transform`,
   * resolved from Jest's `rootDir`, or a list of that and its options. Default: `"babel-jest"`.
   */
  transformer?: string | [name: string, options?: object];
}

/** What Jest calls. */
export type JestTransformer = Required<Omit<Transformer, "canInstrument">> &
  Pick<Transformer, "canInstrument">;

/**
 * A transformer for Jest that expands macros and leaves the rest to another. Jest calls this when it
 * finds `crate-interface/jest` in `transform`.
 *
 * @throws TypeError for options that are unknown or wrong
 */
export function createTransformer(options?: JestTransformerOptions): JestTransformer {
  testFileBegins();
  const [name, nextOptions] = checkOptions(options);
  let next: Transformer | null = null;
  // Its name is resolved from the project, which Jest names no sooner.
  const load = ({ config }: TransformOptions): Transformer => {
    next ??= loadTransformer(name, nextOptions, config.rootDir);
    return next;
  };
  const forNext = (given: TransformOptions) => ({ ...given, transformerConfig: nextOptions });

  return {
    get canInstrument() {
      return next?.canInstrument ?? false;
    },
    getCacheKey(code, file, given) {
      const key = load(given).getCacheKey?.(code, file, forNext(given));
      return cacheKey(code, file, given, key);
    },
    async getCacheKeyAsync(code, file, given) {
      const transformer = load(given);
      const key = transformer.getCacheKeyAsync
        ? transformer.getCacheKeyAsync(code, file, forNext(given))
        : transformer.getCacheKey?.(code, file, forNext(given));
      return cacheKey(code, file, given, await key);
    },
    process(code, file, given) {
      const transformer = load(given);
      if (transformer.process)
        return transformer.process(expanded(code, file), file, forNext(given));
      throw new TypeError(`crate-interface: \`${name}\` has no function \`process\``);
    },
    async processAsync(code, file, given) {
      const transformer = load(given);
      if (!transformer.processAsync) return this.process(code, file, given);
      return await transformer.processAsync(expanded(code, file), file, forNext(given));
    },
  };
}

/** The code with its macros expanded, and with a source map where that made a difference. */
function expanded(code: string, file: string): string {
  const expansion = expand(code, file);
  if (!expansion) return code;
  if (expansion.diagnostics.length > 0) {
    const readSource = (path: string) => (path === file ? code : readFromDisk(path));
    const error = new CrateInterfaceError(expansion.diagnostics, { readSource });
    error.stack = stackFor(error.message);
    throw error;
  }
  if (!expansion.map) return code;
  return `${expansion.code}\n//# sourceMappingURL=${expansion.map.toUrl()}\n`;
}

let version: string | null = null;

/** @param next the key of the other transformer; without, what Jest itself would make a key of */
function cacheKey(code: string, file: string, options: TransformOptions, next?: string): string {
  version ??= readerVersion();
  const others = [code, file, options.configString, options.instrument];
  return createHash("sha256")
    .update(JSON.stringify([version, next ?? others]))
    .digest("hex");
}

function checkOptions(options: unknown = {}): [name: string, options: object] {
  const wrong = (message: string): TypeError =>
    new TypeError(`crate-interface/jest, in \`transform\` of Jest's configuration: ${message}`);
  if (!isObject(options)) throw wrong("the options must be an object");
  const { transformer = BABEL_JEST, ...unknown } = options;
  const [key] = Object.keys(unknown);
  if (key !== undefined) throw wrong(`unknown option \`${key}\`; there is only \`transformer\``);
  const [name, nextOptions = {}, ...more] = Array.isArray(transformer)
    ? (transformer as unknown[])
    : [transformer];
  if (typeof name !== "string" || !isObject(nextOptions) || more.length > 0) {
    throw wrong('`transformer` must be a name, or a list such as ["@swc/jest", {}]');
  }
  return [name, nextOptions];
}
