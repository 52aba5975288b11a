import { createRequire } from "node:module";
import { extname, resolve } from "node:path";
import type { Options, Output } from "@swc/core";

const require = createRequire(import.meta.url);

/** A version of @swc/core. */
export interface Host {
  /** What it is installed as. */
  name: string;
  version: string;
  transformSync(code: string, options: Options): Output;
}

/** The first host that sends CBOR, and the newest. Their encodings differ. */
export const HOSTS: readonly Host[] = ["swc-1.15.0", "@swc/core"].map((name) => {
  const { version, transformSync } = require(name);
  return { name, version, transformSync };
});

/** Where hosts keep what they compile. */
const CACHE = resolve(import.meta.dirname, "../../../.tmp/swc-bytes/cache");

/** Options under which a file goes through one plugin and nothing else. */
export function options(
  file: string,
  plugin: readonly [string, object],
  runPluginFirst: boolean,
): Options {
  const typescript = /^\.[cm]?ts/.test(extname(file));
  const tsx = extname(file) === ".tsx";
  return {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: {
      target: "esnext",
      parser: typescript
        ? { syntax: "typescript", tsx, decorators: true }
        : { syntax: "ecmascript", jsx: true, decorators: true },
      transform: { decoratorVersion: "2022-03", react: { runtime: "preserve" } },
      experimental: { cacheRoot: CACHE, plugins: [[...plugin]], runPluginFirst },
    },
  };
}
