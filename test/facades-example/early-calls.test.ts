import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { build, transformSync } from "esbuild";
import { expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import esbuildPlugin from "../../src/integrations/esbuild.ts";
import { findCycles } from "../../src/link/cycles/cycles.ts";
import { link } from "../../src/link/link.ts";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { encodeSymbols } from "../../src/scan/symbols/symbols-file.ts";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

// Libraries that call a facade while they are loaded, and implementations that import such a
// library: what `check` says, against what happens when the program is bundled and run.

const MACRO = (name: string): string => `import { ${name} } from "crate-interface/macro";\n`;

/** A logger that counts lines, in a constant of its module; it imports the library. */
const COUNTING = `${MACRO("impl_interface")}import { Logger } from "log";
import { trim } from "library";
const lines: string[] = [];
impl_interface(Logger, { log: (text) => trim(text) + lines.push(text) });
`;

const LOG: PackageSource["files"] = {
  "src/facade.ts": `${MACRO("def_interface")}export interface Logger { log(text: string): string }
export const Logger = def_interface<Logger>();
`,
  "src/callers.ts": `${MACRO("use_interface")}import { Logger } from "./facade.ts";
export const { log } = use_interface(Logger);
`,
  "src/index.ts": 'export * from "./facade.ts";\nexport * from "./callers.ts";\n',
};

const TRIM = "export function trim(text: string): string { return text.trim(); }\n";
const LOADED = 'console.log(log("loaded "));\n';

/** @param files what is other than in a program whose library calls at its top level */
function program(files: Record<string, string>): Tree {
  const facade = (key: object) => ({ manifest: { sideEffects: true, "crate-interface": key } });
  const tree = workspace({
    log: { files: LOG, ...facade({ facade: true }) },
    "log-impl": {
      dependencies: ["log", "library"],
      files: { "src/index.ts": COUNTING },
      ...facade({ facadeImpl: "log" }),
    },
    library: {
      dependencies: ["log"],
      files: { "src/index.ts": `import { log } from "log";\n${TRIM}${LOADED}` },
      manifest: { sideEffects: true },
    },
    app: {
      dependencies: ["log", "log-impl", "library"],
      files: { "src/main.ts": 'import { log } from "log";\nconsole.log(log("app "));\n' },
    },
  });
  for (const [path, text] of Object.entries(files)) tree.write(`packages/${path}`, text);
  return tree;
}

test.each<[what: string, files: Record<string, string>, check: string, run: string]>([
  ["the facade is imported first", {}, "error", "crash"],
  [
    "the implementation is imported first",
    {
      "app/src/main.ts":
        'import "log-impl";\nimport { log } from "log";\nconsole.log(log("app "));\n',
    },
    "error",
    "crash",
  ],
  [
    "the library is imported first",
    {
      "app/src/main.ts":
        'import "library";\nimport { log } from "log";\nconsole.log(log("app "));\n',
    },
    "warning",
    "loaded1 app2",
  ],
  [
    "the call is in a function",
    {
      "library/src/index.ts": `import { log } from "log";\n${TRIM}export function load() { ${LOADED} }\n`,
    },
    "fine",
    "app1",
  ],
  [
    "the implementation needs nothing that is not there",
    {
      "log-impl/src/index.ts": COUNTING.replace("const lines: string[] = [];\n", "").replace(
        "trim(text) + lines.push(text)",
        "trim(text)",
      ),
    },
    "fine",
    "loaded app",
  ],
  [
    "the implementation does not import the library",
    {
      "log-impl/src/index.ts": COUNTING.replace('import { trim } from "library";\n', "").replace(
        "trim(text)",
        "text",
      ),
      "app/src/main.ts":
        'import "library";\nimport { log } from "log";\nconsole.log(log("app "));\n',
    },
    "fine",
    "loaded 1 app 2",
  ],
  [
    "the call is a macro's",
    {
      "library/src/index.ts": `${MACRO("call_interface")}import { Logger } from "log";
${TRIM}console.log(call_interface(Logger.log("loaded ")));
`,
    },
    "error",
    "crash",
  ],
  [
    "a function calls that the facade exports",
    {
      "log/src/callers.ts": `${MACRO("call_interface")}import { Logger } from "./facade.ts";
export function log(text: string): string { return call_interface(Logger.log(text)); }
`,
    },
    "warning",
    "crash",
  ],
  [
    "the facade's own package calls, and is imported last",
    {
      "log-impl/src/index.ts": COUNTING.replace('"library"', '"log"'),
      "log/src/index.ts": `export * from "./facade.ts";\n${TRIM}export * from "./callers.ts";\nexport * from "./ready.ts";\n`,
      "log/src/ready.ts": `import { log } from "./callers.ts";\n${LOADED}`,
      "app/src/main.ts":
        'import "log-impl";\nimport { log } from "log";\nconsole.log(log("app "));\n',
    },
    "error",
    "crash",
  ],
])("%s", async (_, files, check, run) => {
  using tree = program(files);
  const expected = { check, run };
  const outcome = async () => ({
    check: checked(tree)[0]?.severity ?? "fine",
    run: await executed(tree),
  });
  expect(await outcome(), "as source").toEqual(expected);
  publish(tree);
  expect(await outcome(), "installed").toEqual(expected);
});

test("the message", () => {
  using tree = program({});
  const [{ headline, notes, help }] = checked(tree);
  expect([headline, ...notes, ...help]).toEqual([
    "`library/src/index.ts` calls `Logger.log` before `log-impl/src/index.ts` has run",
    "`Logger.log` uses `lines`, which is not there before its module has run",
    "order when `app/src/main.ts` is loaded first: `library/src/index.ts`, then `log-impl/src/index.ts`",
    "order when `library/src/index.ts` is loaded first: `log-impl/src/index.ts`, then `library/src/index.ts`",
    "call `Logger.log` later: in a function of `library/src/index.ts`, not while the module is loaded",
    "or let `log-impl/src/index.ts` import nothing that leads to `library/src/index.ts`",
  ]);
});

test("the message about packages that are installed, which nobody edits", () => {
  using tree = program({});
  publish(tree);
  const [{ help }] = checked(tree);
  expect(help).toEqual([
    "have `library@1.0.0` call `Logger.log` later, in a function of `library/src/index.js`, publish it again, and install that version",
    "or load `library/src/index.js` first: in `app/src/main.ts`, import it before anything else",
  ]);
});

/** Has all packages but the application installed, as they are published. */
function publish(tree: Tree): void {
  const packages = ["log", "log-impl", "library"];
  for (const name of packages) {
    const dir = tree.path(`packages/${name}`);
    const { packages } = scan(dir, { cache: false });
    const item = packages.get(dir)!;
    const to = `packages/app/node_modules/${name}`;
    const output = (file: string): string => posix.relative(dir, file).replace(/\.ts$/, ".js");
    for (const file of readdirSync(`${dir}/src`).map((each) => `${dir}/src/${each}`)) {
      const source = readFileSync(file, "utf8");
      const { code } = transformSync(expand(source, file)?.code ?? source, { loader: "ts" });
      tree.write(`${to}/${output(file)}`, code.replaceAll('.ts"', '.js"'));
    }
    const places = new Map(item.files.map(({ file }) => [file, `${dir}/${output(file)}`]));
    tree.write(`${to}/symbols.json`, encodeSymbols(item, places));
    const manifest = JSON.parse(readFileSync(`${dir}/package.json`, "utf8"));
    tree.write(`${to}/package.json`, {
      ...manifest,
      exports: "./src/index.js",
      "crate-interface": { ...manifest["crate-interface"], symbols: "./symbols.json" },
    });
  }
  for (const name of packages) tree.remove(`packages/${name}`);
}

function checked(tree: Tree) {
  const graph = scan(tree.path("packages/app"), { cache: false });
  const linkage = link(graph, { conditions: ["node"], production: false });
  expect(linkage.diagnostics).toEqual([]);
  return findCycles(graph, linkage, new ModuleGraph(["node"]));
}

/** What the bundled program prints, on one line, or `crash`. */
async function executed(tree: Tree): Promise<string> {
  const outfile = tree.path("out/main.mjs");
  await build({
    absWorkingDir: tree.path("packages/app"),
    entryPoints: [tree.path("packages/app/src/main.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
    plugins: [esbuildPlugin()],
  });
  try {
    const printed = execFileSync(process.execPath, [outfile], { encoding: "utf8", stdio: "pipe" });
    return printed.trim().replaceAll("\n", " ");
  } catch (error) {
    // The crash that is looked for, and no other.
    expect((error as { stderr: string }).stderr).toMatch(
      /before initialization|Cannot read properties of undefined/,
    );
    return "crash";
  }
}
