import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlersAndVite7 } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

const definition = (name: string) => `
import { def_interface } from "crate-interface/macro";
export interface ${name} { say(): string }
export const ${name} = def_interface<${name}>();
`;
const implementation = (name: string, from: string) => `
import { impl_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
impl_interface(${name}, { say: () => "said" });
`;

/** Nobody implements HelloIf, two packages implement ByeIf. */
const broken = (): Tree =>
  workspace({
    "hello-if": { files: { "src/index.ts": definition("HelloIf") } },
    "bye-if": { files: { "src/index.ts": definition("ByeIf") } },
    "bye-one": {
      dependencies: ["bye-if"],
      files: { "src/index.ts": implementation("ByeIf", "bye-if") },
    },
    "bye-two": {
      dependencies: ["bye-if"],
      files: { "src/index.ts": implementation("ByeIf", "bye-if") },
    },
    app: {
      dependencies: ["hello-if", "bye-if", "bye-one", "bye-two"],
      files: {
        "src/main.ts": `import { call_interface } from "crate-interface/macro";
import { ByeIf } from "bye-if";
import { HelloIf } from "hello-if";
console.log(call_interface(HelloIf.say()), call_interface(ByeIf.say()));
`,
      },
    },
  });

describe.each(Object.entries(bundlersAndVite7))("%s", (_, bundle) => {
  test("reports all that cannot be linked, once, with frames and help", async () => {
    using tree = broken();
    const message = await failure(bundle, tree);
    for (const text of [
      "error[CI2001]: ",
      "error[CI2002]: ",
      "> 4 | console.log(call_interface(HelloIf.say()), call_interface(ByeIf.say()));",
      "help: ",
      "2 errors",
    ]) {
      expect(message).toContain(text);
    }
    expect(message.match(/error\[/g)).toHaveLength(2);
  });

  test("reports a misused macro at its place", async () => {
    using tree = broken();
    tree.write(
      "packages/app/src/main.ts",
      `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
console.log(call_interface(HelloIf["say"]()));
`,
    );
    const message = await failure(bundle, tree);
    expect(message).toContain("error[CI1009]: ");
    expect(message).toContain('> 3 | console.log(call_interface(HelloIf["say"]()));');
  });

  test("says that another package is being built than the one that the file belongs to", async () => {
    using tree = broken();
    const app = tree.path("packages/app");
    const job = { root: app, entry: `${app}/src/main.ts`, out: `${app}/dist` };
    const message = await failed(bundle({ ...job, plugin: { root: tree.dir } }));
    expect(message).toContain(
      "error[CI3009]: this file belongs to `app`, but `workspace` is being built",
    );
    expect(message).toMatch(/packages\/app\/src\/main\.ts:1:33/);
    const root = relative(process.cwd(), app);
    expect(message).toContain(
      `help: to build \`app\`, set the option \`root: "${root}"\` of the plugin`,
    );
    expect(message).not.toContain("CI2006");
    // What the help says makes it the application that is linked, with its own errors.
    expect(await failed(bundle({ ...job, plugin: { root } }))).toContain("error[CI2002]");
  });

  test("says which program to build where that is another than the bundler's root", async () => {
    using tree = workspace({
      "hello-if": { files: { "src/index.ts": definition("HelloIf") } },
      library: {
        dependencies: ["hello-if"],
        files: {
          "src/index.ts": `import { use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
export const { say } = use_interface(HelloIf);
`,
        },
      },
      app: {
        dependencies: ["library"],
        files: { "src/main.ts": 'import { say } from "library";\nconsole.log(say());\n' },
      },
    });
    const app = tree.path("packages/app");
    const job = { root: tree.dir, entry: `${app}/src/main.ts`, out: `${app}/dist` };
    const message = await failed(bundle({ ...job, plugin: { root: tree.dir } }));
    expect(message).toContain("this file belongs to `library`, but `workspace` is being built");
    const root = relative(process.cwd(), app);
    expect(message).toContain(
      `help: if the build is of \`app\`, set the option \`root: "${root}"\` of the plugin\n`,
    );
    expect(message.match(/help: /g)).toHaveLength(1);
    expect(await failed(bundle({ ...job, plugin: { root } }))).toContain("error[CI2001]");
  });

  test("writes nothing that fails when it runs", async () => {
    using tree = broken();
    await failure(bundle, tree);
    expect(readdirSync(tree.path("packages/app"))).not.toContain("dist");
  });
});

/** The message with which building the application fails, without colours. */
async function failure(bundle: Bundle, tree: Tree): Promise<string> {
  const root = tree.path("packages/app");
  const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } };
  return failed(bundle(job));
}

async function failed(build: Promise<unknown>): Promise<string> {
  const error: Error = await build.then(
    () => expect.fail("the build succeeded"),
    (reason) => reason,
  );
  return stripVTControlCharacters(error.message);
}
