import type { LinkedView } from "./linked-view.ts";

/**
 * On a compiler, whose generated modules it loads. A loader gets no more of the plugin than this:
 * webpack imports it by itself, and a configuration in TypeScript may have been loaded by something
 * else, so that they need not share the variables of a module.
 */
const VIEW: unique symbol = Symbol.for("crate-interface.view") as never;

/** A compiler; those that plugins run below it have the same root. */
interface Compiler {
  root: object & { [VIEW]?: LinkedView };
}

/** What the loader reads of its context, which webpack and Rspack both provide. */
interface LoaderContext {
  /** The name of the generated module, encoded, behind a `?`. */
  query: string;
  cacheable(flag: boolean): void;
  _compiler: Compiler;
}

/** Says whose generated modules a compiler loads. */
export function loadGeneratedModulesFrom(view: LinkedView, compiler: { root: object }): void {
  (compiler as Compiler).root[VIEW] = view;
}

/**
 * The request of a generated module.
 *
 * @param loader path of this file
 * @param name what appears in bundles, and what the loader asks for
 * @param file any file: webpack wants one, but it is not read
 */
export function generatedModuleRequest(loader: string, name: string, file: string): string {
  // Of an ES module, webpack takes what is re-exported and not there for an error.
  return `${name}.js.webpack[javascript/esm]!=!!!${loader}?${encodeURIComponent(name)}!${file}`;
}

/** The loader for webpack and Rspack that puts a generated module in the place of a file. */
export default function generatedModuleLoader(this: LoaderContext): string {
  // What the code is made from are packages, which a bundler's cache would have to know.
  this.cacheable(false);
  const name = decodeURIComponent(this.query.slice(1));
  const code = this._compiler.root[VIEW]?.load(name);
  if (code == null) throw new Error(`crate-interface: ${name} is no longer linked`);
  return code;
}
