import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rollup } from "rollup";
import { expect, test } from "vitest";
import { rollupInput } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

test("Node runs modules that were linked and not bundled, in Node's own order of evaluation", async () => {
  using tree = workspace({
    "shape-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export { describeShape } from "./describe.ts";
          export interface ShapeIf { make(side: number): Shape }
          export const ShapeIf = def_interface<ShapeIf>();
          export class Shape { constructor(readonly side: number) {} area() { return 0; } }
        `,
        "src/describe.ts": `
          import type { Shape } from "./index.ts";
          export function describeShape(shape: Shape): string { return "area " + shape.area(); }
        `,
      },
    },
    "shape-impl": {
      dependencies: ["shape-if"],
      files: {
        "src/index.ts": `
          import { impl_interface } from "crate-interface/macro";
          import { Shape, ShapeIf } from "shape-if";
          class Square extends Shape { override area() { return this.side ** 2; } }
          impl_interface(ShapeIf, { make: (side) => new Square(side) });
        `,
      },
    },
    app: {
      dependencies: ["shape-if", "shape-impl"],
      files: {
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { describeShape, Shape, ShapeIf } from "shape-if";
          const shape = call_interface(ShapeIf.make(3));
          console.log(describeShape(shape), shape instanceof Shape);
        `,
      },
    },
  });
  const root = tree.path("packages/app");
  const out = join(root, "dist");
  const bundle = await rollup(
    rollupInput({ root, entry: `${root}/src/main.ts`, out, plugin: { root } }),
  );
  await bundle.write({
    dir: out,
    format: "esm",
    preserveModules: true,
    entryFileNames: "[name].mjs",
  });
  await bundle.close();

  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".mjs"),
  );
  expect(files).toHaveLength(4);
  const main = files.find((file) => file.endsWith("main.mjs")) ?? "";
  // The caller imports the implementing module itself.
  expect(readFileSync(join(out, main), "utf8")).toMatch(/__ShapeIf_make .*from '.*shape-impl/);
  expect(execFileSync(process.execPath, [join(out, main)], { encoding: "utf8" })).toBe(
    "area 9 true\n",
  );
});
