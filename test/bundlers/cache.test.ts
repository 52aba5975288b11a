import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { bundlers } from "./bundlers.ts";
import { run } from "./run.ts";
import { workspace } from "./workspace.ts";

const implementation = (members: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, { ${members} });
`;

test.each(["webpack", "rspack"])("%s links anew with a cache of another process", async (name) => {
  using tree = workspace({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string; bye?(): string }
          export const HelloIf = def_interface<HelloIf>({ defaults: { bye: () => "default" } });
        `,
      },
    },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation(`hello: () => "first"`) },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          console.log(call_interface(HelloIf.hello()), call_interface(HelloIf.bye!()));
        `,
      },
    },
  });
  const root = tree.path("packages/app");
  const cache = tree.path("cache");
  const printed = async () => {
    const { entry } = await bundlers[name]({
      root,
      entry: `${root}/src/main.ts`,
      out: `${root}/dist`,
      mode: "development",
      cache,
      plugin: { root },
    });
    return run(entry);
  };
  expect(await printed()).toBe("first default\n");
  expect(existsSync(cache)).toBe(true);

  // The generated module changes, the caller does not.
  tree.remove("packages/hello-impl/src/index.ts");
  tree.write("packages/hello-impl/src/moved.ts", implementation(`hello: () => "moved"`));
  expect(await printed()).toBe("moved default\n");

  // Where the caller's import leads changes, neither the caller nor what it led to does.
  tree.write("packages/app/src/own.ts", implementation(`hello: () => "own", bye: () => "own too"`));
  tree.write("packages/app/package.json", {
    name: "app",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*" },
    "crate-interface": { implementations: { HelloIf: "./src/own.ts" } },
  });
  expect(await printed()).toBe("own own too\n");
});
