import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

const createVite = fileURLToPath(
  new URL("../../node_modules/create-vite/index.js", import.meta.url),
);

/** The source of the packages beside the app. */
export const helloIf = "packages/hello-if/src/index.ts";
export const helloImpl = "packages/hello-impl/src/index.ts";

/** The definition of `HelloIf`, whose default of `note` returns the given expression. */
export const definition = (note: string): string => `
import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string): string;
  note?(): string;
}
export const HelloIf = def_interface<HelloIf>({
  defaults: { note() { return ${note}; } },
});
`;

/** An implementation of `HelloIf` that greets with the given word, and further members of it. */
export const implementation = (word: string, members = ""): string => `
import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name) { return \`${word}, \${name}!\`; },
  ${members}
});
`;

/** What a caller imports. */
const IMPORTS = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;
const HELLO = `call_interface(HelloIf.hello("world"))`;
const NOTE = "call_interface(HelloIf.note())";

/** A template of create-vite, and what a user changes in it to call `HelloIf`. */
interface Template {
  /** The component with the heading `Get started` and the text `Your questions, answered`. */
  component: string;
  edit(source: string): string;
}

/** React: the calls stand in the markup. */
const react = (extension: string): Template => ({
  component: `src/App.${extension}`,
  edit: (source) =>
    `${IMPORTS}${source}`
      .replace("Get started", `{${HELLO}}`)
      .replace("Your questions, answered", `{${NOTE}}`),
});

/** Vue and Svelte: the calls stand in the script, and the markup shows what they returned. */
const component = (path: string, show: (name: string) => string): Template => ({
  component: path,
  edit: (source) =>
    source
      .replace(/<script.*>\n/, (tag) => `${tag}${IMPORTS}const greeting = ${HELLO};\n`)
      .replace("</script>", `const note = ${NOTE};\n</script>`)
      .replace("Get started", show("greeting"))
      .replace("Your questions, answered", show("note")),
});
const vue = component("src/components/HelloWorld.vue", (name) => `{{ ${name} }}`);
const svelte = component("src/App.svelte", (name) => `{${name}}`);

/** The templates, by the name that create-vite has for them. */
export const templates: Record<string, Template> = {
  "react-ts": react("tsx"),
  "vue-ts": vue,
  "svelte-ts": svelte,
  react: react("jsx"),
  vue,
};

/** A project of create-vite that calls an interface. */
export interface Project extends Tree {
  /** The directory of the app, absolute. */
  app: string;
  /** The component that calls, relative to the tree. */
  component: string;
  /** Replaces a text in a file, which must be there. */
  edit(path: string, from: string, to: string): void;
}

/**
 * What create-vite writes for a template, made the `app` of a workspace with an interface and its
 * implementation, as the README says: the plugin in vite.config, two dependencies, two calls.
 *
 * Dependencies of the template resolve from this repository.
 */
export function fromTemplate(name: string): Project {
  const { component, edit } = templates[name]!;
  const tree = workspace({
    "hello-if": { files: { "src/index.ts": definition(`"the default note"`) } },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("Hello") },
    },
  });
  execFileSync(
    process.execPath,
    [createVite, "app", "--template", name, "--no-interactive", "--no-immediate"],
    { cwd: tree.path("packages"), stdio: "ignore" },
  );
  const change = (path: string, changed: (source: string) => string): void => {
    const before = readFileSync(tree.path(path), "utf8");
    const after = changed(before);
    if (after === before) throw new Error(`${path} is not what the test expects:\n${before}`);
    tree.write(path, after);
  };
  const config = `packages/app/vite.config.${name.endsWith("-ts") ? "ts" : "js"}`;
  change(config, (source) =>
    `import crateInterface from "crate-interface/vite"\n${source}`.replace(
      "plugins: [",
      "plugins: [crateInterface(), ",
    ),
  );
  change("packages/app/package.json", (source) => {
    const manifest = JSON.parse(source);
    manifest.dependencies = { ...manifest.dependencies, "hello-if": "*", "hello-impl": "*" };
    return JSON.stringify(manifest, null, 2);
  });
  change(`packages/app/${component}`, edit);
  return {
    ...tree,
    app: tree.path("packages/app"),
    component: `packages/app/${component}`,
    edit: (path, from, to) => change(path, (source) => source.replace(from, () => to)),
  };
}
