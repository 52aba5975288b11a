import { rollup } from "rollup";
import { expect, test } from "vitest";
import { link } from "../../src/link/link.ts";
import { scan } from "../../src/scan/scan.ts";
import { rollupInput } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

test("a build says nothing of an interface that nobody calls; check does", async () => {
  using tree = workspace({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string }
          export const HelloIf = def_interface<HelloIf>();
          export const name = "hello-if";
        `,
      },
    },
    app: {
      dependencies: ["hello-if"],
      files: { "src/main.ts": 'export { name } from "hello-if";\n' },
    },
  });
  const root = tree.path("packages/app");
  const logs: string[] = [];
  const bundle = await rollup({
    ...rollupInput({ root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } }),
    onLog: (_, { message }) => logs.push(message),
  });
  await bundle.close();
  expect(logs).toEqual([]);

  const { diagnostics } = link(scan(root, { cache: false }), { conditions: [], production: false });
  expect(diagnostics).toMatchObject([{ code: "CI2001", severity: "warning" }]);
});
