import crateInterface from "crate-interface/vite";
import { createServer } from "vite";
import { expect, test } from "vitest";
import { workspace } from "../bundlers/workspace.ts";
import { startChromium } from "./chromium.ts";

test("in Vite's dev client an implementation extends a class of the definition's package", async () => {
  using tree = workspace({
    "shape-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface ShapeIf { make(side: number): Shape }
          export const ShapeIf = def_interface<ShapeIf>();
          export class Shape { constructor(readonly side: number) {} area() { return 0; } }
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
        "index.html": '<script type="module" src="/src/main.ts"></script>',
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { Shape, ShapeIf } from "shape-if";
          const shape = call_interface(ShapeIf.make(3));
          document.title = "area " + shape.area() + " " + (shape instanceof Shape);
        `,
      },
    },
  });
  const server = await createServer({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    server: { host: "127.0.0.1", port: 0 },
    plugins: [crateInterface()],
  });
  const browser = await startChromium();
  try {
    await server.listen();
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? expect.fail("the server has no address"));
    await page.waitForFunction("document.title !== ''");
    expect(await page.title()).toBe("area 9 true");
  } finally {
    await browser.close();
    await server.close();
  }
});
