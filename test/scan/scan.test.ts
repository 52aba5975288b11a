import { expect, test } from "vitest";
import { scan } from "../../src/scan/scan.ts";
import { writeTree } from "../tree.ts";

test("finds what each package defines, implements and calls", () => {
  using tree = writeTree(
    {
      "app/package.json": {
        name: "app",
        version: "1.0.0",
        dependencies: { "hello-if": "*", "hello-impl": "*" },
      },
      "app/src/main.ts": `import { call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
call_interface(HelloIf.hello("a", 1));
export const h = use_interface(HelloIf);
`,
      "hello-if/package.json": { name: "hello-if", version: "0.1.0" },
      "hello-if/src/index.ts": `import { def_interface } from "crate-interface/macro";
import type { HelloIf as Shape } from "./types";
export const HelloIf = def_interface<Shape>({ namespace: "Mall", defaults: { greet(n) { return n } } });
`,
      "hello-if/src/types.ts":
        "export interface HelloIf { hello(name: string, id: number): string; greet?(name: string): string }\n",
      "hello-impl/package.json": {
        name: "hello-impl",
        version: "0.2.0",
        dependencies: { "hello-if": "*" },
      },
      "hello-impl/src/index.ts": `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello(n) { return n }, version: "1" }, { conditions: ["node"] });
`,
    },
    { "node_modules/hello-if": "hello-if", "node_modules/hello-impl": "hello-impl" },
  );
  const graph = scan(tree.path("app"), { cache: false });
  expect(graph.root).toBe(tree.path("app"));
  expect(graph.diagnostics).toEqual([]);
  expect([...graph.packages.keys()]).toEqual(["app", "hello-if", "hello-impl"].map(tree.path));
  const files = [...graph.packages.values()].flatMap((item) => item.files);
  console.log(JSON.stringify(files, null, 1));
});
