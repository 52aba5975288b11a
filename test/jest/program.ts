import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

const helloIf: PackageSource = {
  files: {
    "src/index.ts": `import { def_interface } from "crate-interface/macro";
export interface HelloIf {
  hello(name: string, id: number): string;
  greet?(name: string): string;
}
export const HelloIf = def_interface<HelloIf>({
  defaults: { greet(name) { return this.hello(name, 0); } },
});
`,
  },
};

/** The source of a package that implements HelloIf. */
export const implementation = (hello: string): string =>
  `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, {
  hello(name: string, id: number): string {
    return \`${hello}, \${name} \${id}!\`;
  },
});
`;

const main = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

export function main(name: string): string {
  return call_interface(HelloIf.greet, name);
}
`;

export const BABEL: object = {
  presets: [["@babel/preset-env", { targets: { node: "current" } }], "@babel/preset-typescript"],
};

/** What of Jest's configuration is the same in all tests. */
const PRESET = { preset: "crate-interface/jest" };

interface Program {
  /** Files of `app` besides `src/main.ts`: path to content. */
  files: Record<string, string>;
  /** Jest's configuration besides the preset. */
  jest?: Record<string, unknown>;
  dependencies?: string[];
  babel?: object;
}

/**
 * A program of three packages, and Jest in that of the application, which calls. Its packages are ES
 * modules by their manifests, which Jest takes for CommonJS unless it is told otherwise.
 */
export function program({ files, jest = {}, dependencies = [], babel = BABEL }: Program): Tree {
  return workspace({
    "hello-if": helloIf,
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("Hello") },
    },
    "hello-other": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("Other") },
    },
    app: {
      dependencies: ["hello-if", "hello-impl", ...dependencies],
      files: {
        "src/main.ts": main,
        "babel.config.json": JSON.stringify(babel),
        "jest.config.json": JSON.stringify({ ...PRESET, ...jest }),
        ...files,
      },
    },
  });
}
