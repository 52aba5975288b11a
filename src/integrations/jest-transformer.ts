import { createHash } from "node:crypto";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import { expand } from "../expand/expand.ts";
import { isObject } from "../scan/manifest/values.ts";
import { slash } from "../scan/paths.ts";
import { readerVersion } from "../scan/reader-version.ts";
import {
  BABEL_JEST,
  loadTransformer,
  type NextTransformer,
  type Transformer,
  type TransformOptions,
} from "./jest-next-transformer.ts";
import { withReadCheck } from "./jest-read-check.ts";
import { stackFor } from "./jest-stack.ts";

/** Options of the transformer, the second element of its entry in Jest's `transform`. */
export interface JestTransformerOptions {
  /**
   * The transformer that makes JavaScript of the expanded code: a package or path as in `transform`,
   * resolved from Jest's `rootDir`, or a list of that and its options. Default: `"babel-jest"`.
   */
  transformer?: string | [name: string, options?: object];
}

/**
 * A transformer for Jest that expands macros and leaves the rest to another. Jest calls this when it
 * finds `crate-interface/jest` in `transform`.
 *
 * @throws TypeError for options that are unknown or wrong
 */
export function createTransformer(options?: JestTransformerOptions): Transformer {
  const [name, given] = checkOptions(options);
  let next: NextTransformer | null = null;
  // Its name is resolved from the project, which Jest names no sooner.
  const load = ({ config }: TransformOptions): NextTransformer => {
    next ??= loadTransformer(name, given, config.rootDir);
    return next;
  };

  return {
    get canInstrument() {
      return next?.transformer.canInstrument ?? false;
    },
    getCacheKey(code, file, jest) {
      const { transformer, options } = load(jest);
      const key = transformer.getCacheKey?.(code, file, { ...jest, transformerConfig: options });
      return cacheKey(code, file, jest, key);
    },
    process(code, file, jest) {
      const { transformer, options, expands } = load(jest);
      try {
        const checked = withReadCheck(code, file);
        const input = expands ? checked : expanded(checked, file);
        return transformer.process(input, file, { ...jest, transformerConfig: options });
      } catch (error) {
        throw readable(error, code, file);
      }
    },
  };
}

/** The code with its macros expanded, and with a source map where that made a difference. */
function expanded(code: string, file: string): string {
  const expansion = expand(code, slash(file));
  if (!expansion) return code;
  if (expansion.diagnostics.length > 0) throw new CrateInterfaceError(expansion.diagnostics);
  if (!expansion.map) return code;
  return `${expansion.code}\n//# sourceMappingURL=${expansion.map.toUrl()}\n`;
}

/** An error about macros as Jest prints it best; any other as it is. */
function readable(error: unknown, code: string, file: string): unknown {
  if (!(error instanceof CrateInterfaceError)) return error;
  // Without the file name that Babel puts before the message.
  const plain = new CrateInterfaceError(error.diagnostics, {
    readSource: (path) => (path === slash(file) ? code : readFromDisk(path)),
  });
  plain.stack = stackFor(plain.message);
  return plain;
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
