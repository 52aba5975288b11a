import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

/** As React Native's preset: types go, and modules become CommonJS, which is what Metro bundles. */
const babelConfig = (plugins: readonly string[]): string => `module.exports = {
  presets: [
    "@babel/preset-typescript",
    "@babel/preset-react",
    ["@babel/preset-env", { modules: "commonjs", targets: { node: "current" } }],
  ],
  plugins: ${JSON.stringify(plugins)},
};
`;

/** The interface of most tests. */
export const helloIf: PackageSource = {
  files: {
    "src/index.ts": `
      import { def_interface } from "crate-interface/macro";
      export interface HelloIf { hello(): string }
      export const HelloIf = def_interface<HelloIf>();
    `,
  },
};

/** A module that implements it. */
export function hello(text: string, options?: string): string {
  return `
    import { impl_interface } from "crate-interface/macro";
    import { HelloIf } from "hello-if";
    impl_interface(HelloIf, { hello: () => ${JSON.stringify(text)} }${options ? `, ${options}` : ""});
  `;
}

/** A program that calls it. */
export const main = `
  import { call_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  console.log(call_interface(HelloIf.hello()));
`;

/** A workspace of `hello-if`, `hello-impl` with these files, and `app`, whose main module is {@link main}. */
export function project(
  implementation: Record<string, string>,
  app: Partial<PackageSource> = {},
): Tree {
  return projectOf({
    "hello-if": helloIf,
    "hello-impl": { dependencies: ["hello-if"], files: implementation },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      ...app,
      files: { "src/main.ts": main, ...app.files },
    },
  });
}

/** A workspace of these packages, of which `app` is built. */
export function projectOf(packages: Record<string, PackageSource>): Tree {
  return configureBabel(workspace(packages));
}

/** Configures Babel in the `app` of a workspace. */
export function configureBabel(tree: Tree, plugins = ["crate-interface/babel"]): Tree {
  tree.write("packages/app/babel.config.cjs", babelConfig(plugins));
  return tree;
}
