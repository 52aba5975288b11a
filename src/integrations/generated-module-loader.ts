import type { LinkedView } from "./linked-view.ts";

/** What the loader reads of its context, which webpack and Rspack both provide. */
interface LoaderContext {
  /** The name of the generated module, encoded, behind a `?`. */
  query: string;
  _compiler: { root: object };
}

const views = new WeakMap<object, LinkedView>();

/** Says whose generated modules a compiler, and compilers below it, load. */
export function loadGeneratedModulesFrom(view: LinkedView, compiler: { root: object }): void {
  views.set(compiler.root, view);
}

/**
 * The request of a generated module. The file is only there because webpack wants one, it is not
 * read; the name in front of `!=!` is what appears in bundles.
 */
export function generatedModuleRequest(loader: string, name: string, file: string): string {
  return `${name}.js!=!!!${loader}?${encodeURIComponent(name)}!${file}`;
}

/** The loader for webpack and Rspack that puts a generated module in the place of a file. */
export default function generatedModuleLoader(this: LoaderContext): string {
  const name = decodeURIComponent(this.query.slice(1));
  const code = views.get(this._compiler.root)?.load(name);
  if (code == null) throw new Error(`crate-interface: ${name} is no longer linked`);
  return code;
}
