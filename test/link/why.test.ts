import pc from "picocolors";
import { expect, test } from "vitest";
import { renderWhy } from "../../src/cli/why-text.ts";
import { explainLink, similarInterfaces } from "../../src/link/why.ts";
import { call, define, implement, workspace } from "./graph.ts";

const { graph, link } = workspace({
  app: {
    dependencies: ["hello-if", "foo", "hello-impl"],
    files: { "main.ts": [call("HelloIf.hello"), call("HelloIf.hello"), call("HelloIf.greet")] },
  },
  foo: {
    version: "1.2.0",
    dependencies: ["hello-web"],
    files: { "index.ts": [call("HelloIf")] },
  },
  "hello-if": {
    files: { "index.ts": [define("HelloIf", ["hello", "greet?"], { defaults: ["greet"] })] },
  },
  "hello-impl": {
    dependencies: ["hello-if"],
    files: { "index.ts": [implement("HelloIf", ["hello"])] },
  },
  "hello-web": {
    dependencies: ["hello-if"],
    files: { "index.ts": [implement("HelloIf", ["hello"], { conditions: ["browser"] })] },
  },
});

function explain(conditions: string[]): string {
  const [why] = explainLink("HelloIf", graph, link({ conditions }).linkage);
  return renderWhy(why, pc.createColors(false), "/ws");
}

test("says who was selected by which rule, who was not and why, and who calls", () => {
  expect(explain([])).toBe(
    `
HelloIf of hello-if@1.0.0 hello-if/index.ts

linked to hello-impl@1.0.0 hello-impl/index.ts
    because: the only implementation
    required by: app → hello-impl@1.0.0
    greet → default hello-if/index.ts
    hello → hello-impl/index.ts

not selected hello-web@1.0.0 hello-web/index.ts
    because: its condition \`browser\` is not active
    required by: app → foo@1.2.0 → hello-web@1.0.0

called by app app/main.ts
    hello ×2, greet

called by foo@1.2.0 foo/index.ts
    *
    required by: app → foo@1.2.0
`.trim(),
  );
  expect(explain(["browser"])).toContain(
    "linked to hello-web@1.0.0 hello-web/index.ts\n    because: the only implementation for `browser`",
  );
});

test("finds an interface by name, path and package", () => {
  const { linkage } = link();
  for (const name of ["HelloIf", "hello-if#HelloIf"]) {
    expect(explainLink(name, graph, linkage).map(({ rule }) => rule)).toEqual(["only"]);
  }
  expect(explainLink("foo#HelloIf", graph, linkage)).toEqual([]);
  expect(explainLink("HeloIf", graph, linkage)).toEqual([]);
  expect(similarInterfaces("HeloIf", graph, linkage)).toEqual(["HelloIf"]);
});

test("is plain data", () => {
  const why = explainLink("HelloIf", graph, link().linkage);
  expect(JSON.parse(JSON.stringify(why))).toEqual(why);
});

test("copies of a package that are linked alike are one", () => {
  const copy = {
    name: "hello-if",
    installed: true,
    files: { "index.ts": [define("HelloIf", ["hello"])] },
  };
  const { graph: copies, link: linkCopies } = workspace({
    app: { dependencies: ["foo"] },
    foo: {
      installed: true,
      dependencies: ["hello-if:foo-copy", "hello-impl"],
      files: { "index.ts": [call("HelloIf.hello")] },
    },
    "hello-impl": {
      installed: true,
      dependencies: ["hello-if:deep-copy"],
      files: { "index.ts": [implement("HelloIf", ["hello"])] },
    },
    "deep-copy": copy,
    "foo-copy": copy,
  });
  const all = explainLink("HelloIf", copies, linkCopies().linkage);
  expect(
    all.map(({ definition, copies: others }) => [
      definition.file,
      ...others.map(({ file }) => file),
    ]),
  ).toEqual([["/ws/foo-copy/index.ts", "/ws/deep-copy/index.ts"]]);
  expect(renderWhy(all[0], pc.createColors(false), "/ws")).toMatch(
    /^HelloIf of hello-if@1\.0\.0 foo-copy\/index\.ts\n {4}and in its copy deep-copy\/index\.ts\n\nlinked to hello-impl@1\.0\.0 /,
  );
});
