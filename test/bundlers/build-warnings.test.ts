import { readFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlers, bundlersAndVite7, type Output } from "./bundlers.ts";
import { run } from "./run.ts";
import { type PackageSource, workspace } from "./workspace.ts";

// What builds warn of although everything is linked.

const MACRO = (name: string): string => `import { ${name} } from "crate-interface/macro";\n`;

const CALLERS = `${MACRO("use_interface")}import { Logger } from "./facade.ts";
export const { log } = use_interface(Logger);
`;

const LOG: PackageSource = {
  files: {
    "src/facade.ts": `${MACRO("def_interface")}
export const Logger = def_interface<{ log(text: string): string }>();
`,
    "src/base.ts": "export class Base {\n  write(text: string): string { return text; }\n}\n",
    "src/noop.ts": `${MACRO("impl_interface")}import { Logger } from "./facade.ts";
impl_interface(Logger, { log: () => "silence" });
`,
    "src/callers.ts": CALLERS,
    "src/index.ts": exports("base", "facade", "callers"),
  },
  manifest: {
    "crate-interface": { facade: true, defaultFacadeImpl: "./src/noop.ts" },
  },
};

const LOG_LOUD: PackageSource = {
  dependencies: ["log"],
  files: {
    "src/index.ts": `${MACRO("impl_interface")}import { Base, Logger } from "log";
class Loud extends Base {}
impl_interface(Logger, { log: (text) => new Loud().write(text.toUpperCase()) });
`,
  },
  manifest: { "crate-interface": { facadeImpl: "log" } },
};

const APP = 'import { log } from "log";\nconsole.log(log("hello"));\n';

function exports(...names: string[]): string {
  return names.map((name) => `export * from "./${name}.ts";\n`).join("");
}

/** A program that lists the loud logger in a field of its package.json. */
function program(
  field: "dependencies" | "devDependencies",
  manifest: object = {},
  sideEffects: boolean = true,
): Tree {
  const listed =
    field === "dependencies"
      ? { dependencies: ["log", "log-loud"] }
      : { dependencies: ["log"], devDependencies: ["log-loud"] };
  return workspace({
    log: { ...LOG, manifest: { ...LOG.manifest, sideEffects } },
    "log-loud": { ...LOG_LOUD, manifest: { ...LOG_LOUD.manifest, sideEffects } },
    app: {
      ...listed,
      files: { "src/main.ts": APP },
      manifest: { sideEffects: true, ...manifest },
    },
  });
}

async function build(bundle: Bundle, tree: Tree, production?: boolean): Promise<Output> {
  const root = tree.path("packages/app");
  const plugin = { root, ...(production === undefined ? {} : { production }) };
  rmSync(`${root}/dist`, { recursive: true, force: true });
  return bundle({ root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin });
}

describe.each(Object.entries(bundlersAndVite7))("%s", (_, bundle) => {
  test("warns of an implementation that runs before its base class, as check reports it", async () => {
    using tree = program("dependencies");
    tree.write("packages/log/src/index.ts", exports("callers", "base", "facade"));
    const output = await build(bundle, tree);
    expect(output.warnings).toEqual([
      expect.stringContaining(
        "warning[CI2012]: `log-loud/src/index.ts` runs before `log/src/base.ts`, which declares `Base`\n",
      ),
    ]);
    expect(output.warnings[0]).toContain(
      "help: import `log/src/base.ts` before `log/src/callers.ts` in `log/src/index.ts`\n",
    );
    await expect(run(output.entry)).rejects.toThrow(/before initialization|Class extends value/);

    // What the help says.
    tree.write("packages/log/src/index.ts", exports("base", "callers", "facade"));
    const mended = await build(bundle, tree);
    expect(mended.warnings).toEqual([]);
    expect(await run(mended.entry)).toBe("HELLO\n");
  });

  test("warns of a default that production gets in place of what the program lists", async () => {
    using tree = program("devDependencies");
    const output = await build(bundle, tree, true);
    expect(await run(output.entry)).toBe("silence\n");
    expect(output.warnings).toEqual([
      expect.stringContaining(
        "warning[CI2008]: in production, `Logger` is linked to the default of `log@1.0.0`, and not to `log-loud`\n",
      ),
    ]);
    const developed = await build(bundle, tree, false);
    expect(await run(developed.entry)).toBe("HELLO\n");
    expect(developed.warnings).toEqual([]);
  });

  test("warns of what would be wrong with a library that is published as it was built", async () => {
    using tree = workspace({
      log: {
        files: { ...LOG.files, "src/main.ts": exports("base", "facade", "noop", "callers") },
        manifest: {
          sideEffects: true,
          exports: "./dist/main.js",
          files: ["dist/*.js"],
          "crate-interface": {
            ...(LOG.manifest!["crate-interface"] as object),
            symbols: "./dist/symbols.json",
          },
        },
      },
    });
    const root = tree.path("packages/log");
    const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } };
    const { warnings } = await bundle(job);
    expect(warnings).toEqual([
      expect.stringContaining(
        "warning[CI2012]: `dist/main.js` calls `Logger`, and declares `Base`\n",
      ),
      expect.stringContaining(
        "warning[CI3008]: `files` of `log` leaves out what has to be published\n",
      ),
    ]);
  });
});

const REPORT = `${MACRO("call_interface")}import { Log } from "./if.ts";
export function report() { call_interface(Log.log("reported")); }
`;

/** A program in one package, whose implementation uses what the calling module declares. */
function small(files: Record<string, string>): Tree {
  return workspace({
    app: {
      files: {
        "src/if.ts": `${MACRO("def_interface")}export const Log = def_interface<{ log(text: string): void }>();\n`,
        "src/impl.ts": `${MACRO("impl_interface")}import { Log } from "./if.ts";
import { Prefix } from "./cfg.ts";
class Arrow extends Prefix { text = "> "; }
impl_interface(Log, { log: (text) => console.log(new Arrow().text + text) });
`,
        "src/cfg.ts": `${REPORT}export class Prefix {}\n`,
        "src/main.ts": 'import { report } from "./cfg.ts";\nreport();\n',
        ...files,
      },
      manifest: { sideEffects: true },
    },
  });
}

/** The warnings that are ours; bundlers have their own of cycles. */
const ours = ({ warnings }: Output): string[] =>
  warnings.filter((warning) => warning.includes("CI2012"));

describe.each(["esbuild", "rollup", "vite"])("%s says nothing of a program that runs", (name) => {
  test.each<[what: string, files: Record<string, string>]>([
    [
      "since what the implementation uses is a function, which is there before any module runs",
      { "src/cfg.ts": `${REPORT}export function Prefix(): void {}\n` },
    ],
    [
      "in its order, and not in that of another file",
      {
        "src/main.ts": `${MACRO("call_interface")}import { Log } from "./if.ts";
import { report } from "./cfg.ts";
report();
call_interface(Log.log("again"));
`,
      },
    ],
    [
      "though a file which is no entry would fail",
      {
        "src/main.ts": 'import "./impl.ts";\nimport { report } from "./cfg.ts";\nreport();\n',
        "src/other.ts": 'import { report } from "./cfg.ts";\nimport "./main.ts";\nreport();\n',
      },
    ],
  ])("%s", async (_, files) => {
    using tree = small(files);
    const output = await build(bundlers[name]!, tree);
    expect(await run(output.entry)).toContain("> reported\n");
    expect(ours(output)).toEqual([]);
  });
});

// Not Vite: the chunks of Rolldown have an order of their own.
test.each(["esbuild", "rollup"])(
  "%s says nothing of a program that loads the implementation before the caller",
  async (name) => {
    using tree = program("dependencies");
    tree.write("packages/log/src/index.ts", exports("callers", "base", "facade"));
    tree.write("packages/app/src/start.ts", APP);
    tree.write(
      "packages/app/src/main.ts",
      'await import("log-loud");\nawait import("./start.ts");\n',
    );
    const output = await build(bundlers[name]!, tree);
    expect(await run(output.entry)).toBe("HELLO\n");
    expect(ours(output)).toEqual([]);
  },
);

test("webpack makes a program that runs of what crashes elsewhere: to builds it is no error", async () => {
  using tree = program("dependencies", {}, false);
  tree.write("packages/log/src/index.ts", exports("callers", "base", "facade"));
  expect(await run((await build(bundlers.webpack!, tree)).entry)).toBe("HELLO\n");
  const { entry } = await build(bundlers.rollup!, tree);
  await expect(run(entry)).rejects.toThrow(/before initialization/);
});

describe("a default", () => {
  test("in production is said with the place, and how to change it or to say that it is meant", async () => {
    using tree = program("devDependencies");
    const { warnings } = await build(bundlers.rollup!, tree, true);
    const [, ...lines] = warnings[0]!.split("\n");
    expect(lines.filter((line) => !/^(?:>| ) ? *\d+ \|/.test(line)).join("\n")).toContain(
      [
        "for development only",
        "  note: `app` lists `log-loud` only in its devDependencies",
        "  help: list `log-loud` in the `dependencies` of app/package.json",
        '  help: or, if that is meant, say so there: `"crate-interface": { "implementations": { "Logger": { "development": "log-loud" } } }`',
      ].join("\n"),
    );
  });

  test("is not said of once the program says that it is meant, and is linked as before", async () => {
    const implementations = { Logger: { development: "log-loud" } };
    using tree = program("devDependencies", { "crate-interface": { implementations } });
    const output = await build(bundlers.rollup!, tree, true);
    expect(output.warnings).toEqual([]);
    expect(await run(output.entry)).toBe("silence\n");
    expect(await run((await build(bundlers.rollup!, tree, false)).entry)).toBe("HELLO\n");
  });

  const quiet = (condition: string) => ({
    "crate-interface": { implementations: { Logger: { [condition]: "log-loud" } } },
  });

  test("is said of what counts in other builds only, until the plugin or package.json is told", async () => {
    using tree = program("dependencies");
    const source = tree.path("packages/log-loud/src/index.ts");
    const text = readFileSync(source, "utf8");
    const only = (name: string) => text.replace(/\}\);\n$/, `}, { conditions: ["${name}"] });\n`);
    tree.write("packages/log-loud/src/node.ts", only("node"));
    tree.write("packages/log-loud/src/browser.ts", only("browser"));
    tree.write("packages/log-loud/src/index.ts", "export {};\n");
    const { warnings } = await build(bundlers.rollup!, tree);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(
      "warning[CI2008]: `Logger` is linked to the default of `log@1.0.0`, and not to `log-loud`\n",
    );
    expect(warnings[0]).toContain(
      [
        "  note: `log-loud` implements it only in builds with `browser`, or `node`",
        '  help: if this is such a build, tell the plugin, as in `conditions: ["browser"]`',
        '  help: or, if it is meant, say so in app/package.json: `"crate-interface": { "implementations": { "Logger": { "browser": "log-loud" } } }`',
      ].join("\n"),
    );

    const root = tree.path("packages/app");
    const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist` };
    const told = await bundlers.rollup!({ ...job, plugin: { root, conditions: ["browser"] } });
    expect(told.warnings).toEqual([]);
    expect(await run(told.entry)).toBe("HELLO\n");

    const manifest = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
    tree.write("packages/app/package.json", { ...manifest, ...quiet("browser") });
    expect((await build(bundlers.rollup!, tree)).warnings).toEqual([]);
  });

  test("is said beside what is listed and not installed", async () => {
    using tree = program("dependencies");
    tree.remove("node_modules/log-loud");
    const { warnings, entry } = await build(bundlers.rollup!, tree);
    expect(await run(entry)).toBe("silence\n");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(
      "note: `app` lists `log-loud`, which is not there to be asked what it implements\n",
    );

    // What the help says.
    expect(warnings[0]).toContain(
      'or, if the default is meant, say so in app/package.json: `"crate-interface": { "implementations": { "Logger": "log" } }`\n',
    );
    const manifest = JSON.parse(readFileSync(tree.path("packages/app/package.json"), "utf8"));
    const implementations = { Logger: "log" };
    const meant = { ...manifest, "crate-interface": { implementations } };
    tree.write("packages/app/package.json", meant);
    const told = await build(bundlers.rollup!, tree);
    expect(told.warnings).toEqual([]);
    expect(await run(told.entry)).toBe("silence\n");
  });

  test.each(["@types/log", "fsevents", "catalogue"])(
    "is not said beside `%s`, which is not installed either: nothing says that it may be a log",
    async (name) => {
      using tree = program("devDependencies");
      const manifest = JSON.parse(readFileSync(tree.path("packages/app/package.json"), "utf8"));
      const dependencies = { ...manifest.dependencies, [name]: "*" };
      tree.write("packages/app/package.json", { ...manifest, dependencies, devDependencies: {} });
      const { warnings, entry } = await build(bundlers.rollup!, tree, true);
      expect(warnings).toEqual([]);
      expect(await run(entry)).toBe("silence\n");
    },
  );

  test("is not said of a facade that nobody calls", async () => {
    using tree = program("devDependencies");
    tree.write("packages/log/src/index.ts", exports("base", "facade"));
    tree.write("packages/log/src/callers.ts", "export {};\n");
    tree.write("packages/app/src/main.ts", 'export { Base } from "log";\n');
    expect((await build(bundlers.rollup!, tree, true)).warnings).toEqual([]);
  });
});
