import { describe, expect, test } from "vitest";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import { runVitest } from "./run-vitest.ts";

// How what is linked for tests is evaluated, and which interface an override means.

const CONFIG = `
  import crateInterface from "crate-interface/vite";
  export default { plugins: [crateInterface()] };
`;

async function results(
  packages: Record<string, PackageSource>,
  ...options: string[]
): Promise<Record<string, string>> {
  packages.app!.files["vite.config.ts"] ??= CONFIG;
  using tree = workspace(packages);
  return (await runVitest(tree, "packages/app", ...options)).tests;
}

describe("of two interfaces of one name", () => {
  const store = (version: string): PackageSource => ({
    files: {
      "src/index.ts": `
        import { def_interface, impl_interface } from "crate-interface/macro";
        export interface StoreIf { get(): string }
        export const StoreIf = def_interface<StoreIf>();
        impl_interface(StoreIf, { get: () => "real ${version}" });
      `,
    },
  });
  const user = (store: string): PackageSource => ({
    dependencies: [store],
    files: {
      "src/index.ts": `
        import { call_interface } from "crate-interface/macro";
        import { StoreIf } from "${store}";
        export const get = () => call_interface(StoreIf.get());
      `,
    },
  });

  test("an override means the one that it was given", async () => {
    const tests = await results({
      "store-1": store("1"),
      "store-2": store("2"),
      "user-1": user("store-1"),
      "user-2": user("store-2"),
      app: {
        dependencies: ["store-1", "store-2", "user-1", "user-2"],
        files: {
          "src/main.test.ts": `
            import { override_interface } from "crate-interface/testing";
            import { StoreIf as Store1 } from "store-1";
            import { StoreIf as Store2 } from "store-2";
            import * as user1 from "user-1";
            import * as user2 from "user-2";
            import { expect, test } from "vitest";
            const both = () => [user1.get(), user2.get()];
            test("none", () => expect(both()).toEqual(["real 1", "real 2"]));
            test("first", () => {
              override_interface(Store1, { get: () => "mock" });
              expect(both()).toEqual(["mock", "real 2"]);
            });
            test("second", () => {
              override_interface(Store2, { get: () => "mock" });
              expect(both()).toEqual(["real 1", "mock"]);
            });
            test("each", () => {
              override_interface(Store1, { get: () => "one" });
              override_interface(Store2, { get: () => "two" });
              expect(both()).toEqual(["one", "two"]);
            });
          `,
        },
      },
    });
    expect(tests).toEqual({ none: "passed", first: "passed", second: "passed", each: "passed" });
  });
});

describe("what works in a cycle works in tests", () => {
  test("one file that defines, implements and calls, while it is evaluated", async () => {
    const tests = await results({
      app: {
        files: {
          "src/all.ts": `
            import { call_interface, def_interface, impl_interface, use_interface } from "crate-interface/macro";
            export interface AllIf { hello(): string; version: string; Thing: new () => { n: number } }
            export const AllIf = def_interface<AllIf>();
            class Thing { n = 1; }
            impl_interface(AllIf, { hello: () => "real", version: "1", Thing });
            export const early = [call_interface(AllIf.hello()), use_interface(AllIf.version), new (use_interface(AllIf.Thing))().n];
            export const now = () => [call_interface(AllIf.hello()), use_interface(AllIf.version)];
          `,
          "src/all.test.ts": `
            import { override_interface } from "crate-interface/testing";
            import { expect, test } from "vitest";
            import { AllIf, early, now } from "./all.ts";
            test("evaluated", () => expect(early).toEqual(["real", "1", 1]));
            test("functions", () => {
              override_interface(AllIf, { hello: () => "mock" });
              expect(now()).toEqual(["mock", "1"]);
            });
          `,
        },
      },
    });
    expect(tests).toEqual({ evaluated: "passed", functions: "passed" });
  });

  // The implementation extends what the definition's package has, and that imports a caller.
  const around = (entry: string): Record<string, PackageSource> => ({
    "shape-if": {
      files: {
        "src/index.ts": `
          export { Base } from "./base.ts";
          export { ShapeIf } from "./definition.ts";
          export { area, version } from "./caller.ts";
        `,
        "src/base.ts": "export class Base { area() { return 1; } }",
        "src/definition.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface ShapeIf { Shape: new () => { area(): number }; make(): { area(): number }; half?(): number; VERSION: number }
          export const ShapeIf = def_interface<ShapeIf>({ defaults: { half() { return this.make().area() / this.VERSION; } } });
        `,
        "src/caller.ts": `
          import { call_interface, use_interface } from "crate-interface/macro";
          import { ShapeIf } from "./definition.ts";
          export const area = () => call_interface(ShapeIf.make()).area() + call_interface(ShapeIf.half!());
          export const version = () => use_interface(ShapeIf.VERSION);
        `,
      },
    },
    "shape-impl": {
      dependencies: ["shape-if"],
      files: {
        "src/index.ts": `
          import { impl_interface } from "crate-interface/macro";
          import { Base, ShapeIf } from "shape-if";
          class Shape extends Base { override area() { return 10; } }
          impl_interface(ShapeIf, { Shape, make: () => new Shape(), VERSION: 2 });
        `,
      },
    },
    app: {
      dependencies: ["shape-if", "shape-impl"],
      files: {
        "src/main.ts": `
          import { use_interface } from "crate-interface/macro";
          import { ShapeIf } from "shape-if";
          export class Square extends use_interface(ShapeIf.Shape) {}
        `,
        "src/main.test.ts": `
          ${entry}
          import { override_interface } from "crate-interface/testing";
          import { Base, ShapeIf, area, version } from "shape-if";
          import { Square } from "./main.ts";
          import { expect, test } from "vitest";
          test("real", () => {
            expect([area(), version(), new Square().area(), new Square() instanceof Base]).toEqual([15, 2, 10, true]);
          });
          test("overridden", () => {
            override_interface(ShapeIf, { make: () => ({ area: () => 100 }), VERSION: 4 });
            expect([area(), version()]).toEqual([125, 4]);
          });
        `,
      },
    },
  });

  test.each([
    ["the definition's package first", 'import "shape-if";'],
    ["the implementation first", 'import "shape-impl";'],
    ["the caller first", 'import "./main.ts";'],
  ])("a class that extends one of the definition's package, %s", async (_, entry) => {
    expect(await results(around(entry))).toEqual({ real: "passed", overridden: "passed" });
  });
});

test("projects that inherit the plugin, and a library that has to be linked only in tests", async () => {
  const tests = await results({
    app: {
      manifest: { "crate-interface": { symbols: "./dist/crate-interface.json" } },
      files: {
        "src/index.ts": `
          import { call_interface, def_interface } from "crate-interface/macro";
          export const HelloIf = def_interface<{ hello(): string }>();
          export const hello = () => call_interface(HelloIf.hello());
        `,
        "src/index.test.ts": `
          import { override_interface } from "crate-interface/testing";
          import { expect, test } from "vitest";
          import { HelloIf, hello } from "./index.ts";
          test("mocked", () => {
            override_interface(HelloIf, { hello: () => "mock" });
            expect(hello()).toBe("mock");
          });
        `,
        "vite.config.ts": `
          import crateInterface from "crate-interface/vite";
          export default {
            plugins: [crateInterface()],
            test: { projects: [{ extends: true, test: { name: "unit", setupFiles: "./setup.ts" } }] },
          };
        `,
        "setup.ts": "export {};",
      },
    },
  });
  expect(tests).toEqual({ mocked: "passed" });
});
