import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { expect, test } from "vitest";
import esbuildPlugin from "../../src/integrations/esbuild.ts";
import { findCycles } from "../../src/link/cycles/cycles.ts";
import { link } from "../../src/link/link.ts";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

// What `check` says about cycles, against what happens: the program is bundled and run.

const MACRO = (name: string): string => `import { ${name} } from "crate-interface/macro";\n`;

/** An app, a definition whose entry is a barrel, and an implementation that extends its base class. */
const HELLO: Files = {
  "app/package.json": {
    name: "app",
    type: "module",
    dependencies: { "cycle-if": "*", "cycle-impl": "*" },
  },
  "app/main.ts": 'import { greet } from "cycle-if";\nconsole.log(greet());\n',
  "cycle-if/package.json": {
    name: "cycle-if",
    type: "module",
    exports: { ".": "./index.ts", "./*": "./*.ts" },
  },
  "cycle-if/definition.ts": `${MACRO("def_interface")}export interface HelloIf { hello(): string }
export const HelloIf = def_interface<HelloIf>();
`,
  "cycle-if/base.ts": 'export class Base { name = "base"; }\n',
  "cycle-if/greet.ts": `${MACRO("call_interface")}import { HelloIf } from "./definition.ts";
export const greet = (): string => call_interface(HelloIf.hello());
export type Greet = typeof greet;
`,
  "cycle-impl/package.json": {
    name: "cycle-impl",
    type: "module",
    exports: "./index.ts",
    dependencies: { "cycle-if": "*" },
  },
  "cycle-impl/index.ts": implementation("class Hello extends Base {}"),
};

function implementation(statement: string): string {
  return `${MACRO("impl_interface")}import { Base, HelloIf } from "cycle-if";
${statement}
impl_interface(HelloIf, { hello() { return new Hello().name; } });
`;
}

const LINKS = {
  "node_modules/cycle-if": "cycle-if",
  "node_modules/cycle-impl": "cycle-impl",
};

const GREET = 'export { greet } from "./greet.ts";\n';
const BASE = 'export { Base } from "./base.ts";\n';
const DEFINITION = 'export { HelloIf } from "./definition.ts";\n';

const GREET_ALL = 'export * from "./greet.ts";\n';

/** The calling module, which declares something else as well. */
function greetBeside(statements: string): string {
  return `${HELLO["cycle-if/greet.ts"]}${statements}\n`;
}

const PREFIXED = `${MACRO("impl_interface")}import { HelloIf, prefix } from "cycle-if";
const text = prefix();
impl_interface(HelloIf, { hello() { return text; } });
`;

/** `error` or `warning` of `check`, or `fine`. */
function checked(tree: Tree): string {
  const graph = scan(tree.path("app"), { cache: false });
  const linkage = link(graph, { conditions: ["node"], production: false });
  expect(linkage.diagnostics).toEqual([]);
  const problems = findCycles(graph, linkage, new ModuleGraph(["node"]));
  return problems[0]?.severity ?? "fine";
}

/** What the bundled program prints, or `crash`. */
async function executed(tree: Tree): Promise<string> {
  const outfile = tree.path("out/main.mjs");
  await build({
    absWorkingDir: tree.path("app"),
    entryPoints: [tree.path("app/main.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
    plugins: [esbuildPlugin()],
  });
  try {
    return execFileSync(process.execPath, [outfile], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch (error) {
    const { stderr } = error as { stderr: string };
    // The crash that is looked for, and no other.
    expect(stderr).toMatch(
      /Class extends value undefined|before initialization|not a (?:constructor|function)/,
    );
    return "crash";
  }
}

test.each<[what: string, files: Files, check: string, run: string]>([
  [
    "the caller before the base class",
    { "cycle-if/index.ts": GREET + BASE + DEFINITION },
    "error",
    "crash",
  ],
  [
    "the base class before the caller",
    { "cycle-if/index.ts": BASE + GREET + DEFINITION },
    "fine",
    "base",
  ],
  [
    "the caller beside the barrel",
    {
      "cycle-if/index.ts": DEFINITION + BASE,
      "app/main.ts": 'import { greet } from "cycle-if/greet";\nconsole.log(greet());\n',
    },
    "fine",
    "base",
  ],
  [
    "the caller in the app",
    {
      "cycle-if/index.ts": DEFINITION + BASE,
      "app/main.ts": `${MACRO("call_interface")}import { HelloIf } from "cycle-if";
console.log(call_interface(HelloIf.hello));
`,
    },
    "fine",
    "base",
  ],
  [
    "only the type of the caller before the base class",
    {
      "cycle-if/index.ts": `export type { Greet } from "./greet.ts";\n${BASE}${DEFINITION}${GREET}`,
    },
    "fine",
    "base",
  ],
  [
    "the caller behind another module",
    {
      "cycle-if/index.ts": `export * from "./all.ts";\n${BASE}${DEFINITION}`,
      "cycle-if/all.ts": GREET,
    },
    "error",
    "crash",
  ],
  [
    "a default that calls its own interface before the base class",
    {
      "cycle-if/index.ts": DEFINITION + BASE + GREET,
      "cycle-if/definition.ts": `${MACRO("def_interface")}export interface HelloIf { hello(): string; twice?(): string }
export const HelloIf = def_interface<HelloIf>({
  defaults: { twice() { return this.hello() + this.hello(); } },
});
`,
    },
    "error",
    "crash",
  ],
  [
    "a default that calls its own interface after the base class",
    {
      "cycle-if/index.ts": BASE + DEFINITION + GREET,
      "cycle-if/definition.ts": `${MACRO("def_interface")}export interface HelloIf { hello(): string; twice?(): string }
export const HelloIf = def_interface<HelloIf>({
  defaults: { twice() { return this.hello() + this.hello(); } },
});
`,
    },
    "fine",
    "base",
  ],
  [
    "the implementation loaded first",
    {
      "cycle-if/index.ts": GREET + BASE + DEFINITION,
      "app/main.ts":
        'import "cycle-impl";\nimport { greet } from "cycle-if";\nconsole.log(greet());\n',
    },
    "warning",
    "base",
  ],
  [
    "a base class that is mixed in",
    {
      "cycle-if/index.ts": GREET + BASE + DEFINITION,
      "cycle-impl/index.ts": implementation(
        "const mixed = <T extends new () => Base>(Parent: T) => class extends Parent {};\nclass Hello extends mixed(Base) {}",
      ),
    },
    "error",
    "crash",
  ],
  [
    "a base class that is only extended when called",
    {
      "cycle-if/index.ts": GREET + BASE + DEFINITION,
      "cycle-impl/index.ts": implementation(
        "const Hello = function () { return new (class extends Base {})(); } as never as new () => Base;",
      ),
    },
    "fine",
    "base",
  ],
  [
    "an object made from a class of the barrel",
    {
      "cycle-if/index.ts": GREET + BASE + DEFINITION,
      "cycle-impl/index.ts": implementation(
        "const base = new Base();\nconst Hello = function () { return base; } as never as new () => Base;",
      ),
    },
    "warning",
    "crash",
  ],
  [
    "a function of the calling module, which is there before it runs",
    {
      "cycle-if/index.ts": GREET_ALL + DEFINITION,
      "cycle-if/greet.ts": greetBeside('export function prefix(): string { return ">"; }'),
      "cycle-impl/index.ts": PREFIXED,
    },
    "fine",
    ">",
  ],
  [
    "a function of the calling module by another name, and one that is the default",
    {
      "cycle-if/index.ts": `export { greet, prefix, default } from "./greet.ts";\n${DEFINITION}`,
      "cycle-if/greet.ts": greetBeside(
        'function start(): string { return ">"; }\nexport { start as prefix };\nexport default function () { return "-"; }',
      ),
      "cycle-impl/index.ts": PREFIXED.replace(
        "{ HelloIf, prefix }",
        "space, { HelloIf, prefix }",
      ).replace("prefix()", "prefix() + space()"),
    },
    "fine",
    ">-",
  ],
  [
    "a base class that is a function of the calling module",
    {
      "cycle-if/index.ts": GREET_ALL + DEFINITION,
      "cycle-if/greet.ts": greetBeside(
        'export function Base(this: { name: string }) { this.name = "function"; }',
      ),
      "cycle-impl/index.ts": implementation(
        "class Hello extends (Base as never as new () => { name: string }) {}",
      ),
    },
    "fine",
    "function",
  ],
  [
    "a function of the calling module that reads a constant of it",
    {
      "cycle-if/index.ts": GREET_ALL + DEFINITION,
      "cycle-if/greet.ts": greetBeside(
        'const text = [">"].join();\nexport function prefix(): string { return text; }',
      ),
      "cycle-impl/index.ts": PREFIXED,
    },
    "warning",
    "undefined",
  ],
  [
    "a function that is a constant of the calling module",
    {
      "cycle-if/index.ts": GREET_ALL + DEFINITION,
      "cycle-if/greet.ts": greetBeside('export const prefix = (): string => "> ";'),
      "cycle-impl/index.ts": PREFIXED,
    },
    "warning",
    "crash",
  ],
])("%s", async (_, files, check, run) => {
  using tree = writeTree({ ...HELLO, ...files }, LINKS);
  expect({ check: checked(tree), run: await executed(tree) }).toEqual({ check, run });
});
