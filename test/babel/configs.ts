import { createRequire } from "node:module";
import type { PluginItem, TransformOptions } from "@babel/core";
import { type BabelVersion, ENTRIES, type Entry, parsing } from "../backends/babel.ts";

const require = createRequire(import.meta.url);

/** What users have in their Babel configuration beside the macros, by the names of packages. */
export interface Config {
  name: string;
  plugins?: (file: string) => PluginItem[];
  presets: PluginItem[];
}

const TYPESCRIPT = "@babel/preset-typescript";
const REACT: PluginItem = ["@babel/preset-react", { runtime: "automatic" }];
const COMMONJS: PluginItem = [
  "@babel/preset-env",
  { modules: "commonjs", targets: { node: "20.19" } },
];
const ES5: PluginItem = ["@babel/preset-env", { modules: "commonjs", targets: { ie: "11" } }];
/** It comes in one build for both versions of Babel. */
export const REACT_COMPILER: string = require.resolve("babel-plugin-react-compiler");

export const CONFIGS: readonly Config[] = [
  { name: "preset-typescript", presets: [TYPESCRIPT] },
  { name: "preset-env to CommonJS", presets: [COMMONJS, TYPESCRIPT] },
  { name: "preset-react, preset-env to ES5", presets: [ES5, REACT, TYPESCRIPT] },
  { name: "the React Compiler", plugins: () => [REACT_COMPILER], presets: [REACT, TYPESCRIPT] },
  {
    name: "everything as plugins",
    plugins: (file) => [
      REACT_COMPILER,
      ...(/\.[cm]?tsx?$/.test(file) ? [transformTypescript(file)] : []),
      ["@babel/plugin-transform-react-jsx", { runtime: "automatic" }],
      "@babel/plugin-transform-modules-commonjs",
    ],
    presets: [],
  },
];

export function withoutCompiler({ plugins, ...config }: Config): Config {
  if (!plugins) return config;
  return { ...config, plugins: (file) => plugins(file).filter((item) => item !== REACT_COMPILER) };
}

/** As preset-typescript lists it: under Babel 7 it has to be told what may hold JSX. */
function transformTypescript(file: string): PluginItem {
  return ["@babel/plugin-transform-typescript", file.endsWith(".tsx") ? { isTSX: true } : {}];
}

/** Where in a configuration the macros are expanded. */
export const ORDERS = ["before the other plugins", "after the other plugins"] as const;

export type Order = (typeof ORDERS)[number];

/** The options of a configuration, without the macros or with them. */
export function optionsOf(
  babel: BabelVersion,
  { plugins, presets }: Config,
  file: string,
  ours?: { entry: Entry; order: Order },
): TransformOptions {
  const others = (plugins?.(file) ?? []).map((item) => resolved(babel, item));
  const macros = ours ? [ENTRIES[ours.entry]] : [];
  return {
    ...parsing(file),
    plugins: ours?.order === ORDERS[1] ? [...others, ...macros] : [...macros, ...others],
    presets: presets.map((item) => resolved(babel, item)),
    // What the two sides are compared by is the program, not how it is laid out.
    generatorOpts: { comments: false, compact: true },
  };
}

/** Babel 7 and 8 each have presets of their own. */
function resolved(babel: BabelVersion, item: PluginItem): PluginItem {
  if (typeof item === "string") return babel.resolve(item);
  if (!Array.isArray(item)) return item;
  const [name, options] = item;
  return [babel.resolve(name as string), options as object];
}
