import { Message } from "./message.ts";

// CI2013: the program runs, but the build step that expands and links it did not. Raised by the
// modules that stand in for macros and link modules until then.

/** CI2013: a macro is called at run time. */
export function notExpanded(macro: string): Message {
  return new Message(
    "CI2013",
    "`" + macro + "` was executed, but macros exist only at build time",
    "",
    ["nothing expanded the file that calls it"],
    [
      forBundlers(),
      forJest() +
        ', and `["crate-interface/jest", { transformer: "..." }]` for every transformer in its `transform`',
      'Babel, Metro: `plugins: ["crate-interface/babel"]` in babel.config.js, not in `.babelrc`, which holds for one package only',
      'SWC: `["crate-interface/swc", {}]` in `jsc.experimental.plugins`; Next.js: in `experimental.swcPlugins`',
      "a file of an installed package was published as it is: install another version of the package, or tell its authors, to whom `npx crate-interface symbols --write` says so",
      details(),
    ],
  );
}

/** CI2013: a link module is evaluated at run time. */
export function notLinked(): Message {
  return new Message(
    "CI2013",
    "this program was expanded but not linked",
    "",
    ["a module imports `crate-interface/link/...`, and nothing replaced that by an implementation"],
    [
      forBundlers(),
      forJest() + ", and `createResolver` of `crate-interface/jest` for a `resolver` of its own",
      "Metro: `withCrateInterface(config)` from `crate-interface/metro` in metro.config.js",
      "anything else: `crate-interface link --out-dir .crate-interface`, and aliases to what it writes",
      details(),
    ],
  );
}

/** The macros stand among the plugins of Babel. */
export function listedAsPlugin(): string {
  return '`crate-interface/macro` is no plugin of Babel: write `plugins: ["crate-interface/babel"]`, or `["macros"]` with babel-plugin-macros';
}

function forBundlers(): string {
  return 'Vite: import crateInterface from "crate-interface/vite", and add `crateInterface()` to `plugins`; likewise from `/rollup`, `/rolldown`, `/webpack`, `/rspack` and `/esbuild`';
}

function forJest(): string {
  return 'Jest: `preset: "crate-interface/jest"` in jest.config.js';
}

function details(): string {
  return "`npx crate-interface explain CI2013` says more";
}
