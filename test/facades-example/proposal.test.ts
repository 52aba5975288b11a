import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bundlers } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";
import { workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";
import { buildProgram } from "./programs.ts";

// What the guide answers to the questions that the proposal leaves open.

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const MACRO = (name: string): string => `import { ${name} } from "crate-interface/macro";\n`;
const facade = (key: object) => ({ "crate-interface": key });

test("a package becomes a facade, and its users change nothing", async () => {
  const shout = "export function shout(text: string): string { return text.toUpperCase(); }\n";
  using tree = workspace({
    shout: { files: { "src/index.ts": shout } },
    library: {
      dependencies: ["shout"],
      files: {
        "src/index.ts":
          'import { shout } from "shout";\nexport const greet = (): string => shout("hello");\n',
      },
    },
    app: {
      dependencies: ["library"],
      files: { "src/main.ts": 'import { greet } from "library";\nconsole.log(greet());\n' },
    },
  });
  expect(await printed(tree)).toBe("HELLO\n");

  tree.write("packages/shout/src/facade.ts", define("Shout", "shout(text: string): string"));
  tree.write(
    "packages/shout/src/upper-case.ts",
    `${MACRO("impl_interface")}import { Shout } from "./facade.ts";
impl_interface(Shout, { shout: (text) => text.toUpperCase() });
`,
  );
  tree.write(
    "packages/shout/src/index.ts",
    `${MACRO("use_interface")}import { Shout } from "./facade.ts";
export { Shout };
export const { shout } = use_interface(Shout);
`,
  );
  tree.write("packages/shout/package.json", {
    ...manifest("shout"),
    ...facade({ facade: true, defaultFacadeImpl: "./src/upper-case.ts" }),
  });
  expect(await printed(tree)).toBe("HELLO\n");

  tree.write("packages/shout-louder/package.json", {
    ...manifest("shout-louder", ["shout"]),
    ...facade({ facadeImpl: "shout" }),
  });
  tree.write(
    "packages/shout-louder/src/index.ts",
    `${MACRO("impl_interface")}import { Shout } from "shout";
impl_interface(Shout, { shout: (text) => text.toUpperCase() + "!" });
`,
  );
  tree.link("node_modules/shout-louder", "packages/shout-louder");
  tree.write("packages/app/package.json", manifest("app", ["library", "shout-louder"]));
  expect(await printed(tree)).toBe("HELLO!\n");
});

test("one package implements two facades, of which one has a generic function", async () => {
  using tree = workspace({
    sort: {
      files: {
        "src/index.ts": `${define("Sort", "sort<T>(items: readonly T[], by: (item: T) => number): T[]")}
${MACRO("use_interface")}export const { sort } = use_interface(Sort);
`,
      },
      manifest: facade({ facade: true }),
    },
    clock: {
      files: {
        "src/index.ts": `${define("Clock", "now(): number")}
${MACRO("use_interface")}export const { now } = use_interface(Clock);
`,
      },
      manifest: facade({ facade: true }),
    },
    standard: {
      dependencies: ["clock", "sort"],
      files: {
        "src/index.ts": `${MACRO("impl_interface")}import { Clock } from "clock";
import { Sort } from "sort";
impl_interface(Clock, { now: () => 5 });
impl_interface(Sort, { sort: (items, by) => [...items].sort((a, b) => by(a) - by(b)) });
`,
      },
      manifest: facade({ facadeImpl: ["clock", "sort"] }),
    },
    app: {
      dependencies: ["clock", "sort", "standard"],
      files: {
        "src/main.ts": `import { now } from "clock";
import { sort } from "sort";
const words: string[] = sort(["four", "a", "two"], (word) => word.length);
console.log(words.join(" "), now());
`,
      },
    },
  });
  expect(await printed(tree)).toBe("a two four 5\n");
  const options =
    "--noEmit --strict --module esnext --moduleResolution bundler --target es2023 --skipLibCheck --ignoreConfig --types node";
  const files = ["packages/app/src/main.ts", "packages/standard/src/index.ts"];
  const tsc = spawnSync(process.execPath, [TSC, ...options.split(" "), ...files], {
    cwd: tree.dir,
    encoding: "utf8",
  });
  expect(tsc.stdout).toBe("");
});

function define(name: string, member: string): string {
  return `${MACRO("def_interface")}export interface ${name} { ${member} }
export const ${name} = def_interface<${name}>();
`;
}

function manifest(name: string, dependencies: string[] = []): Record<string, unknown> {
  return {
    name,
    version: "1.0.0",
    type: "module",
    sideEffects: false,
    exports: "./src/index.ts",
    dependencies: Object.fromEntries(dependencies.map((each) => [each, "*"])),
  };
}

async function printed(tree: Tree): Promise<string> {
  const app = tree.path("packages/app");
  const { entry } = await buildProgram(["esbuild", bundlers.esbuild!], app, "node");
  return run(entry);
}
