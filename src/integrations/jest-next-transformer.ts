import { createRequire } from "node:module";
import { isAbsolute, join, sep } from "node:path";
import crateInterface from "./babel.ts";
import { stackFor } from "./jest-stack.ts";

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

/** A transformer as Jest has them, as far as it works synchronously: then Jest uses it for all modules. */
export interface Transformer {
  readonly canInstrument?: boolean;
  process(code: string, file: string, options: TransformOptions): Transformed;
  getCacheKey?(code: string, file: string, options: TransformOptions): string;
}

/** The transformer of a project that is called with files that may have macros. */
export interface NextTransformer {
  transformer: Transformer;
  /** The options that Jest would tell it. */
  options: object;
  /** Whether it expands macros by itself. */
  expands: boolean;
}

/**
 * The transformer that does what is not about macros. Babel expands macros itself: it reads syntax
 * that nobody else knows, as its configuration says.
 *
 * @param name a package or path, resolved from `rootDir`
 * @throws Error when there is none, or none that can be used
 */
export function loadTransformer(name: string, given: object, rootDir: string): NextTransformer {
  const path = find(name, rootDir);
  const expands = path.includes(`${sep}node_modules${sep}${BABEL_JEST}${sep}`);
  const options = expands ? withBabelPlugin(given) : given;
  const module = createRequire(import.meta.url)(path) as object;
  // Exports of an ES module, or of one that was compiled to CommonJS.
  const exported = "default" in module ? (module.default as object) : module;
  const transformer = "createTransformer" in exported ? create(exported, options) : exported;
  if (!("process" in transformer)) {
    throw new TypeError(
      `crate-interface: \`${name}\`, the \`transformer\` in Jest's configuration, has no function \`process\``,
    );
  }
  return { transformer: transformer as Transformer, options, expands };
}

function withBabelPlugin(options: { plugins?: unknown[] }): object {
  return { ...options, plugins: [...(options.plugins ?? []), crateInterface] };
}

function create(factory: object, options: object): object {
  return (factory as { createTransformer(options: object): object }).createTransformer(options);
}

/** How Jest itself comes by babel-jest, which may be installed for nobody else. */
const FROM_JEST = ["jest", "@jest/core", "jest-config", BABEL_JEST];

function find(name: string, rootDir: string): string {
  const start = join(rootDir, "package.json");
  const path = name.replace("<rootDir>", rootDir);
  try {
    return createRequire(start).resolve(path);
  } catch (error) {
    if (name === BABEL_JEST) {
      return FROM_JEST.reduce((from, next) => createRequire(from).resolve(next), start);
    }
    throw (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND"
      ? notFound(path, rootDir)
      : error;
  }
}

/** Node would say which files looked for it, of which none is the user's. */
function notFound(path: string, rootDir: string): Error {
  const isFile = path.startsWith(".") || isAbsolute(path);
  const [packageName] = /^(?:@[^/]+\/)?[^/]+/.exec(path) ?? [path];
  const message = `crate-interface/jest, in \`transform\` of Jest's configuration: the \`transformer\` \`${path}\` ${
    isFile
      ? `is not there, looked for from ${rootDir}`
      : `is not installed: \`npm install --save-dev ${packageName}\``
  }`;
  return Object.assign(new Error(message), { stack: stackFor(message) });
}
