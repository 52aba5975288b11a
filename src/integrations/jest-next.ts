import { createRequire } from "node:module";
import { join } from "node:path";

/** The transformer that Jest uses when it is not told of another. */
export const BABEL_JEST = "babel-jest";

/** What Jest tells a transformer; of it, what is used here. */
export interface TransformOptions {
  config: { rootDir: string };
  configString: string;
  instrument: boolean;
  transformerConfig: unknown;
}

/** What a transformer makes of a file. */
export interface Transformed {
  code: string;
  map?: unknown;
}

/** A transformer as Jest has them. */
export interface Transformer {
  readonly canInstrument?: boolean;
  process?(code: string, file: string, options: TransformOptions): Transformed;
  processAsync?(code: string, file: string, options: TransformOptions): Promise<Transformed>;
  getCacheKey?(code: string, file: string, options: TransformOptions): string;
  getCacheKeyAsync?(code: string, file: string, options: TransformOptions): Promise<string>;
}

/**
 * The transformer that comes after the expansion.
 *
 * @param name a package or path, resolved from `rootDir`
 * @throws Error when there is none, or none that can be used
 */
export function loadTransformer(name: string, options: object, rootDir: string): Transformer {
  const module = createRequire(import.meta.url)(find(name, rootDir)) as object;
  // Exports of an ES module, or of one that was compiled to CommonJS.
  const exported = "default" in module ? (module.default as object) : module;
  const transformer = "createTransformer" in exported ? create(exported, options) : exported;
  if ("process" in transformer || "processAsync" in transformer) return transformer as Transformer;
  throw new TypeError(
    `crate-interface: \`${name}\`, the \`transformer\` in Jest's configuration, is none that Jest could use`,
  );
}

function create(factory: object, options: object): object {
  return (factory as { createTransformer(options: object): object }).createTransformer(options);
}

/** How Jest itself comes by babel-jest, which may be installed for nobody else. */
const FROM_JEST = ["jest", "@jest/core", "jest-config", BABEL_JEST];

function find(name: string, rootDir: string): string {
  const start = join(rootDir, "package.json");
  try {
    return createRequire(start).resolve(name.replace("<rootDir>", rootDir));
  } catch (error) {
    if (name !== BABEL_JEST) throw error;
    return FROM_JEST.reduce((from, next) => createRequire(from).resolve(next), start);
  }
}
