import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

const CONFIG = `
  import crateInterface from "crate-interface/vite";
  export default { plugins: [crateInterface()] };
`;

const DEFINITION = `
  import { def_interface } from "crate-interface/macro";

  export interface HelloIf {
    hello(name: string): string;
    greet?(name: string): string;
    later(name: string): Promise<string>;
    version: string;
    Box: { new (n: number): { n: number; double(): number }; create(n: number): { n: number } };
  }
  export const HelloIf = def_interface<HelloIf>({
    defaults: { greet(name) { return this.hello(name) + "!"; } },
  });
`;

const IMPLEMENTATION = `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";

  class Box {
    static #made = 0;
    n: number;
    constructor(n: number) { this.n = n; }
    double() { return 2 * this.n; }
    static create(n: number) { this.#made++; return new this(n); }
  }
  impl_interface(HelloIf, {
    hello(name) { return "real " + name; },
    async later(name) { return this.greet(name); },
    version: "1",
    Box,
  });
`;

const MAIN = `
  import { call_interface, use_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";

  export const say = (name: string) => call_interface(HelloIf.hello(name));
  export const later = (name: string) => call_interface(HelloIf.later(name));
  export const version = () => use_interface(HelloIf.version);
  export const taken = use_interface(HelloIf.hello);
  export const { greet } = use_interface(HelloIf);
  export const everything = use_interface(HelloIf);
  export const Box = use_interface(HelloIf.Box);
  export class BigBox extends use_interface(HelloIf.Box) {
    override double() { return 10 * super.double(); }
  }
`;

/** An application that calls an interface in every way, and its tests for Vitest. */
export function program(
  tests: Record<string, string>,
  others: Record<string, PackageSource> = {},
): Tree {
  return workspace({
    "hello-if": { files: { "src/index.ts": DEFINITION } },
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": IMPLEMENTATION } },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: { "vite.config.ts": CONFIG, "src/main.ts": MAIN, ...withImports(tests) },
    },
    ...others,
  });
}

const IMPORTS = `
  import { override_interface } from "crate-interface/testing";
  import { HelloIf } from "hello-if";
  import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
  import * as main from "./main.ts";
`;

function withImports(tests: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tests).map(([name, code]) => [
      `src/${name}`,
      name.includes(".test.") ? IMPORTS + code : code,
    ]),
  );
}
