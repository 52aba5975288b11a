import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Tree, writeTree } from "../../tree.ts";
import { filesFor } from "./guide.ts";
import { program } from "./program.ts";
import { run, terminal } from "./terminal.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const [byName] = filesFor("@swc/core");

let packed: Tree;
beforeAll(() => {
  packed = writeTree({});
  // `npm test` has built `dist`; building again would pull it from under the other tests.
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", packed.dir];
  execFileSync("npm", pack, { cwd: repository, stdio: "pipe" });
  const [tarball] = readdirSync(packed.dir);
  execFileSync("tar", ["-xf", tarball], { cwd: packed.dir });
  return () => packed.cleanup();
});

/** Where package managers put what is in the tarball; all other packages are the repository's. */
const LAYOUTS: Record<string, { folder: string; link?: string }> = {
  npm: { folder: "node_modules/crate-interface" },
  pnpm: {
    folder: "node_modules/.pnpm/crate-interface@1.0.0/node_modules/crate-interface",
    link: "packages/app/node_modules/crate-interface",
  },
};

describe.each(Object.keys(LAYOUTS))("installed as by %s", (manager) => {
  let tree: Tree;
  let app: string;
  beforeAll(() => {
    tree = program(byName);
    const { folder, link } = LAYOUTS[manager];
    cpSync(packed.path("package"), tree.path(folder), { recursive: true });
    if (link) tree.link(link, folder);
    app = tree.path("packages/app");
    return () => tree.cleanup();
  });

  test("the plugin is what Node resolves its name to, by `import` and by `require`", () => {
    tree.write(
      "packages/app/resolve.js",
      `
      import { createRequire } from "node:module";
      import { fileURLToPath } from "node:url";
      console.log(fileURLToPath(import.meta.resolve("crate-interface/swc")));
      console.log(createRequire(import.meta.url).resolve("crate-interface/swc"));
    `,
    );
    const [imported, required] = run(app, "node resolve.js").trim().split("\n");
    expect(imported).toBe(required);
    expect(imported.startsWith(tree.dir)).toBe(true);
    expect(imported).toMatch(/crate-interface\/dist\/crate-interface\.wasm$/);
  });

  test("SWC, which does not read `exports`, is led to the same file", () => {
    expect(run(app, "node expand.js")).toContain(`from "crate-interface/link/HelloIf"`);
    tree.write(`${LAYOUTS[manager].folder}/dist/crate-interface.wasm`, "spoilt");
    expect(terminal(app, "node expand.js").stderr).toContain("Failed to compile wasm plugins");
  });
});
