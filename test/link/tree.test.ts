import { expect, test } from "vitest";
import { dependencyTrees, type TreeNode, type TreeOptions } from "../../src/link/tree.ts";
import { call, define, implement, type PackageSpec, workspace } from "./graph.ts";

/** Both trees, a line for each package: indented names, `*` where repeated, `<` before what is linked. */
function trees(
  specs: Record<string, PackageSpec>,
  options: Partial<TreeOptions> = {},
): { before: string[]; after: string[]; hidden: number; cut: boolean } {
  const { graph, link } = workspace(specs);
  const { production = false } = options;
  const found = dependencyTrees(graph, link({ production }).linkage, { production, ...options });
  return { ...found, before: lines(found.before, ""), after: lines(found.after, "") };
}

function lines(node: TreeNode, indent: string): string[] {
  const linked = node.provides.length > 0 ? `< ${node.provides.join(" ")}` : "";
  const text = `${indent}${node.name}${node.repeated ? " *" : ""} ${linked}`.trimEnd();
  return [text, ...node.dependencies.flatMap((each) => lines(each, `${indent}  `))];
}

const helloIf: PackageSpec = { files: { "index.ts": [define("HelloIf", ["hello"])] } };
const helloImpl: PackageSpec = {
  dependencies: ["hello-if"],
  files: { "index.ts": [implement("HelloIf", ["hello"])] },
};
const callsHello = { "main.ts": [call("HelloIf.hello")] };

test("a definition that only its implementation leads to stays below it", () => {
  const app = { dependencies: ["hello-impl"], files: callsHello };
  expect(trees({ app, "hello-if": helloIf, "hello-impl": helloImpl }).after).toEqual([
    "app",
    "  hello-impl",
    "    hello-if",
    "      hello-impl * < HelloIf",
  ]);
});

test("an implementation that calls what the package defines besides goes on to depend on it", () => {
  const { after } = trees({
    app: { dependencies: ["hello-if", "hello-impl"], files: callsHello },
    "hello-if": {
      files: { "index.ts": [define("HelloIf", ["hello"]), define("OtherIf", ["other"])] },
    },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "index.ts": [implement("HelloIf", ["hello"]), call("OtherIf.other")] },
    },
  });
  expect(after).toEqual([
    "app",
    "  hello-if",
    "    hello-impl < HelloIf",
    "      hello-if *",
    "  hello-impl *",
  ]);
});

test("two packages may implement what the other defines", () => {
  const specs = {
    app: { dependencies: ["left", "right"] },
    left: {
      dependencies: ["right"],
      files: {
        "index.ts": [
          define("LeftIf", ["left"]),
          implement("RightIf", ["right"], { from: "right" }),
        ],
      },
    },
    right: {
      dependencies: ["left"],
      files: {
        "index.ts": [define("RightIf", ["right"]), implement("LeftIf", ["left"], { from: "left" })],
      },
    },
  };
  const { before, after } = trees(specs);
  expect(before).toEqual(["app", "  left", "    right", "      left *", "  right *"]);
  expect(after).toEqual([
    "app",
    "  left",
    "    right < LeftIf",
    "      left * < RightIf",
    "  right *",
  ]);
});

test("for production, devDependencies stay only where they lead to definitions", () => {
  const specs = {
    app: {
      dependencies: ["hello-impl"],
      devDependencies: ["hello-if", "tool"],
      files: callsHello,
    },
    "hello-if": helloIf,
    "hello-impl": { files: { "index.ts": [implement("HelloIf", ["hello"])] } },
    tool: { dependencies: ["hello-impl"], files: { "index.ts": [call("HelloIf.hello")] } },
  };
  expect(trees(specs).before).toEqual([
    "app",
    "  hello-if",
    "  hello-impl",
    "  tool",
    "    hello-impl",
  ]);
  expect(trees(specs, { production: true }).after).toEqual([
    "app",
    "  hello-if",
    "    hello-impl < HelloIf",
    "  hello-impl",
  ]);
});

test("what leads to no interface is counted, however it hangs together", () => {
  const specs = {
    app: { dependencies: ["hello-if", "hello-impl", "express"], files: callsHello },
    "hello-if": helloIf,
    "hello-impl": helloImpl,
    express: { dependencies: ["router", "absent!"], installed: true },
    router: { dependencies: ["express"], installed: true },
  };
  expect(trees(specs)).toMatchObject({
    before: ["app", "  hello-if", "  hello-impl", "    hello-if"],
    hidden: 2,
  });
  expect(trees(specs, { all: true })).toMatchObject({
    before: [
      "app",
      "  express",
      "    absent",
      "    router",
      "      express *",
      "  hello-if",
      "  hello-impl",
      "    hello-if",
    ],
    hidden: 0,
  });
});

test("a chain of thousands of packages ends somewhere, and is said to", () => {
  const specs: Record<string, PackageSpec> = {};
  for (let at = 0; at < 3000; at++) specs[`p${at}`] = { dependencies: [`p${at + 1}`] };
  specs.p3000 = helloIf;
  const { before, cut } = trees(specs);
  expect(before).toHaveLength(501);
  expect(cut).toBe(true);
  expect(trees(specs, { depth: 2 })).toMatchObject({ before: ["p0", "  p1", "    p2"], cut: true });
});

test("a copy of a definition that only its implementation has is left out", () => {
  const copy: PackageSpec = {
    name: "hello-if",
    installed: true,
    files: { "index.ts": [define("HelloIf", ["hello"])] },
  };
  const { before, after } = trees({
    app: { dependencies: ["foo", "hello-impl"] },
    foo: { installed: true, dependencies: ["hello-if:foo-copy"], files: callsHello },
    "hello-impl": { ...helloImpl, installed: true, dependencies: ["hello-if:impl-copy"] },
    "foo-copy": copy,
    "impl-copy": copy,
  });
  expect(before).toEqual(["app", "  foo", "    hello-if", "  hello-impl", "    hello-if"]);
  expect(after).toEqual([
    "app",
    "  foo",
    "    hello-if",
    "      hello-impl < HelloIf",
    "  hello-impl",
  ]);
});
