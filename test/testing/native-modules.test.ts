import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expand, link, scan } from "crate-interface";
import { describe, expect, test } from "vitest";
import { RUNTIME } from "../../src/integrations/testing-module.ts";
import { overridableModules } from "../../src/link/overridable.ts";
import { type Tree, writeTree } from "../tree.ts";

// Without a host that emulates modules: what is linked for tests as Node itself runs it, which like
// browsers checks the names of imports and throws for what is not initialised yet.

const FILES = {
  "index.js": `
    export { Base } from "./base.js";
    export { ShapeIf } from "./definition.js";
    export { area, version, Taken } from "./caller.js";
  `,
  "base.js": "export class Base { area() { return 1; } }",
  "definition.js": `
    import { def_interface } from "crate-interface/macro";
    export const ShapeIf = def_interface({
      defaults: { half(a, b) { return this.make().area() / 2; }, LIMIT: 7 },
    });
  `,
  "caller.js": `
    import { call_interface, use_interface } from "crate-interface/macro";
    import { ShapeIf } from "./definition.js";
    export const area = () => call_interface(ShapeIf.make()).area() + call_interface(ShapeIf.half());
    export const version = () => use_interface(ShapeIf.VERSION) + use_interface(ShapeIf.LIMIT);
    export const Taken = use_interface(ShapeIf.make);
  `,
  "impl.js": `
    import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
    import { Base, ShapeIf } from "./index.js";
    class Shape extends Base { area() { return 10; } }
    impl_interface(ShapeIf, { Shape, make: () => new Shape(), VERSION: 2 });
    export const early = [new (use_interface(ShapeIf.Shape))().area(), call_interface(ShapeIf.make()).area(), use_interface(ShapeIf.VERSION)];
  `,
  "late.js": `
    import { use_interface } from "crate-interface/macro";
    import { ShapeIf } from "./definition.js";
    export class Square extends use_interface(ShapeIf.Shape) {}
  `,
};

/** Expands and links the files as Vitest would have them, with no other tool. */
function linkNatively(): Tree {
  const tree = writeTree({
    "package.json": { name: "app", version: "1.0.0", type: "module" },
    ...Object.fromEntries(Object.entries(FILES).map(([name, code]) => [`src/${name}`, code])),
  });
  const linkage = link(scan(tree.dir, { cache: false }), { conditions: [], production: false });
  const [shape] = linkage.interfaces;
  const url = (file: string): string => file.replace("/src/", "/out/");
  for (const [name, code] of Object.entries(FILES)) {
    const importer = tree.path(`src/${name}`);
    const modules = overridableModules(shape!, {
      format: "module",
      locate: url,
      part: (index) => `./part-${index}.js`,
      runtime: RUNTIME.module,
      root: "app",
      definitions: null,
      importer,
    });
    modules.parts.forEach((part, index) => {
      tree.write(`out/part-${index}.js`, part);
    });
    tree.write(`out/link-${name}`, modules.link);
    const expanded = expand(code, importer)?.code ?? code;
    tree.write(`out/${name}`, expanded.replace("crate-interface/link/ShapeIf", `./link-${name}`));
  }
  return tree;
}

const MAIN = `
  import { override_interface } from "${RUNTIME.module.replace("/testing/overridable.js", "/testing.js")}";
  import { beginTest, endTest, inTest, linkForTests } from "${RUNTIME.module.replace("overridable", "scopes")}";
  import { area, ShapeIf, Taken, version } from "./index.js";
  import { early } from "./impl.js";
  import { Square } from "./late.js";

  linkForTests();
  const now = () => [area(), Taken().area(), version(), new Square().area()];
  const seen = { early, before: await inTest(now) };
  await inTest(async () => {
    override_interface(ShapeIf, { make: () => ({ area: () => 100 }), VERSION: 4, LIMIT: 1 });
    await null;
    seen.overridden = now();
  });
  seen.after = now();
  beginTest();
  override_interface(ShapeIf, { half: () => 0 });
  seen.alone = now();
  endTest();
  seen.shape = (await import("./part-0.js")).__ShapeIf_half?.length ?? (await import("./part-1.js")).__ShapeIf_half.length;
  const turn = () => new Promise((done) => setTimeout(done));
  seen.together = await Promise.all([1, 2, 3].map((n) => inTest(async () => {
    if (n < 3) override_interface(ShapeIf, { half: () => n });
    await turn();
    return area();
  }).catch(({ code }) => code)));
  console.log(JSON.stringify(seen));
`;

async function run(tree: Tree, ...imports: string[]): Promise<unknown> {
  tree.write("out/main.js", imports.map((name) => `import "${name}";\n`).join("") + MAIN);
  const { stdout } = await promisify(execFile)(process.execPath, [tree.path("out/main.js")]);
  return JSON.parse(stdout);
}

const SEEN = {
  early: [10, 10, 2],
  before: [15, 10, 9, 10],
  overridden: [150, 100, 5, 10],
  after: [15, 10, 9, 10],
  alone: [10, 10, 9, 10],
  shape: 2,
  together: [11, 12, 15],
};

describe("modules of Node", () => {
  test.each([["./index.js"], ["./impl.js"], ["./caller.js"], ["./definition.js"], ["./late.js"]])(
    "that are evaluated from %s on",
    async (entry) => {
      using tree = linkNatively();
      expect(await run(tree, entry)).toEqual(SEEN);
    },
  );

  test("without asynchronous contexts, as in browsers, tests are overridden one at a time", async () => {
    using tree = linkNatively();
    tree.write("out/browser.js", "delete process.getBuiltinModule;");
    expect(await run(tree, "./browser.js")).toEqual({
      ...SEEN,
      together: [11, "CI2019", "CI2019"],
    });
  });
});
