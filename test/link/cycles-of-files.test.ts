import { expect, test } from "vitest";
import { findCycles } from "../../src/link/cycles.ts";
import { link } from "../../src/link/link.ts";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Files, writeTree } from "../tree.ts";

// The cycles of real packages, as `check` looks for them. `cycles.test.ts` has every kind.

const LINKS = {
  "app/node_modules/hello-if": "hello-if",
  "app/node_modules/hello-impl": "hello-impl",
  "hello-impl/node_modules/hello-if": "hello-if",
};

/** A workspace whose definition package has this entry, and a calling module beside it. */
function workspace(barrel: string): Files {
  return {
    "app/package.json": {
      name: "app",
      type: "module",
      dependencies: { "hello-if": "*", "hello-impl": "*" },
    },
    "app/main.ts": 'import { greet } from "hello-if";\nconsole.log(greet());\n',
    "hello-if/package.json": { name: "hello-if", version: "1.0.0", exports: "./index.ts" },
    "hello-if/index.ts": barrel,
    "hello-if/definition.ts":
      'import { def_interface } from "crate-interface/macro";\n' +
      "export interface HelloIf { hello(): string }\n" +
      "export const HelloIf = def_interface<HelloIf>();\n",
    "hello-if/base.ts": "export class Base {}\n",
    "hello-if/greet.ts":
      'import { call_interface } from "crate-interface/macro";\n' +
      'import { HelloIf } from "./definition.ts";\n' +
      "export function greet() { return call_interface(HelloIf.hello()); }\n",
    "hello-impl/package.json": {
      name: "hello-impl",
      version: "1.0.0",
      exports: "./index.ts",
      dependencies: { "hello-if": "*" },
    },
    "hello-impl/index.ts":
      'import { impl_interface } from "crate-interface/macro";\n' +
      'import { Base, HelloIf } from "hello-if";\n' +
      "class Hello extends Base {}\n" +
      "impl_interface(HelloIf, { hello() { return new Hello().constructor.name; } });\n",
  };
}

function problems(barrel: string): string[] {
  using tree = writeTree(workspace(barrel), LINKS);
  const graph = scan(tree.path("app"));
  const linkage = link(graph, { conditions: ["node"], production: false });
  expect(linkage.diagnostics).toEqual([]);
  return findCycles(graph, linkage, new ModuleGraph(["node"])).map(
    ({ severity, headline }) => `${severity}: ${headline}`,
  );
}

test("are found before the program crashes", () => {
  expect(
    problems(
      'export { greet } from "./greet.ts";\nexport * from "./definition.ts";\nexport { Base } from "./base.ts";\n',
    ),
  ).toEqual(["error: `hello-impl/index.ts` runs before `hello-if/base.ts`, which declares `Base`"]);
});

test("are none once the base class comes first", () => {
  expect(
    problems(
      'import { Base } from "./base.ts";\nexport { Base };\nexport * from "./definition.ts";\nexport * from "./greet.ts";\n',
    ),
  ).toEqual([]);
});
