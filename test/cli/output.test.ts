import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";
import { runIn } from "./command.ts";
import { calls, defines, facade, implement, source } from "./facade-tree.ts";

function written(packages: Record<string, PackageSource>): Tree {
  const tree = workspace(packages);
  onTestFinished(() => tree.cleanup());
  return tree;
}

const PROGRAM = {
  app: source(["log", "log-noop"], calls("Log", "log")),
  log: facade("Log"),
  "log-noop": source(["log"], implement("Log", "log")),
};

/** What is refused: in one line, with nothing on stdout. */
const refused = (line: string) => ({ status: 2, stdout: "", stderr: `error: ${line}\n` });

test("what cannot be written is said in one line, and leaves nothing behind", () => {
  const tree = written(PROGRAM);
  const dir = tree.path("packages/app");
  mkdirSync(`${dir}/out`);
  symlinkSync("out", `${dir}/link-to-out`);
  const before = readdirSync(dir);
  const graph = (out: string) => runIn(dir, ["graph", "--out", out]);
  expect(graph("out")).toEqual(refused("cannot write `out`: it is a folder"));
  expect(graph(".")).toEqual(refused("cannot write `.`: it is a folder"));
  expect(graph("link-to-out")).toEqual(refused("cannot write `link-to-out`: it is a folder"));
  expect(graph("package.json/a/graph.md")).toEqual(
    refused("cannot write `package.json/a/graph.md`: `package.json` is no folder"),
  );
  expect(graph(`${"a".repeat(300)}`).stderr).toMatch(/^error: cannot write `a+`: name too long\n$/);
  expect(runIn(dir, ["link", "--out-dir", "package.json"])).toEqual(
    refused("cannot write to `package.json`: it is no folder"),
  );
  expect(runIn(dir, ["link", "--out-dir", "src/index.ts/link"])).toEqual(
    refused("cannot write `src/index.ts/link/package.json`: `src/index.ts` is no folder"),
  );
  tree.write("packages/log/package.json", {
    ...JSON.parse(readFileSync(tree.path("packages/log/package.json"), "utf8")),
    "crate-interface": { facade: true, symbols: "./dist" },
  });
  mkdirSync(tree.path("packages/log/dist"));
  const symbols = runIn(tree.path("packages/log"), ["symbols", "--write"]);
  expect(symbols.status).toBeGreaterThan(0);
  expect(symbols.stdout + symbols.stderr).toContain("dist");
  expect(symbols.stderr).not.toContain("    at ");
  expect(readdirSync(dir)).toEqual(before);
  expect(readdirSync(`${dir}/out`)).toEqual([]);
  expect(readdirSync(tree.path("packages/log/dist"))).toEqual([]);
});

test("a place that may not be written is said by its reason", () => {
  const tree = written(PROGRAM);
  const dir = tree.path("packages/app");
  mkdirSync(`${dir}/kept`);
  chmodSync(`${dir}/kept`, 0o555);
  // Nobody keeps an administrator out but a file system that has no such files.
  const place = process.getuid?.() === 0 ? "/proc/graph.md" : "kept/graph.md";
  const { status, stdout, stderr } = runIn(dir, ["graph", "--out", place]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^error: cannot write `[^`]+graph\.md`: [a-z ]+\n$/);
  expect(readdirSync(`${dir}/kept`)).toEqual([]);
});

test("an option with an empty value is refused, as is a working directory that is a file", () => {
  const tree = written(PROGRAM);
  const dir = tree.path("packages/app");
  const before = readdirSync(dir);
  expect(runIn(dir, ["graph", "--out", ""])).toEqual(refused("`--out` has no value"));
  expect(runIn(dir, ["graph", "--out="])).toEqual(refused("`--out` has no value"));
  expect(runIn(dir, ["link", "--out-dir", ""])).toEqual(refused("`--out-dir` has no value"));
  expect(runIn(dir, ["check", "--cwd", ""])).toEqual(refused("`--cwd` has no value"));
  expect(runIn(dir, ["check", "--cwd", "package.json"])).toEqual(
    refused(`${dir}/package.json is no directory`),
  );
  expect(readdirSync(dir)).toEqual(before);
});

test("`link --json` is JSON also when something is wrong, and then writes nothing", () => {
  const tree = written({ app: source(["log"], calls("Log", "log")), log: facade("Log") });
  const dir = tree.path("packages/app");
  const { status, stdout, stderr } = runIn(dir, ["link", "--out-dir", "out", "--json"]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ written: [], diagnostics: [{ code: "CI2001" }] });
  expect(existsSync(`${dir}/out`)).toBe(false);
});

test("`link` in the root of a workspace is about its only application, or asks for one", () => {
  const one = written(PROGRAM);
  expect(runIn(one.dir, ["link", "--out-dir", "out"])).toEqual({
    status: 0,
    stdout: "out/link/Log.js\nout/object/Log.js\n",
    stderr: "",
  });
  const two = written({ ...PROGRAM, web: PROGRAM.app });
  expect(runIn(two.dir, ["link", "--out-dir", "out"])).toEqual(
    refused(`there are several applications; choose one:
  crate-interface link --out-dir out --cwd packages/app
  crate-interface link --out-dir out --cwd packages/web`),
  );
  expect(existsSync(`${two.dir}/out`)).toBe(false);
});

test("`link` without interfaces says that it wrote nothing", () => {
  const tree = written({ app: { files: {} } });
  const dir = tree.path("packages/app");
  expect(runIn(dir, ["link", "--out-dir", "out"])).toEqual({
    status: 0,
    stdout: "wrote nothing: app has no interfaces\n",
    stderr: "",
  });
  const json = runIn(dir, ["link", "--out-dir", "out", "--json"]).stdout;
  expect(JSON.parse(json)).toEqual({ written: [], diagnostics: [] });
  expect(existsSync(`${dir}/out`)).toBe(false);
});

/** It makes a terminal clear the screen, or reverses what comes after it. */
const HOSTILE = "\u202eevil\u001b[2J";

test("no command obeys what packages and files are called", () => {
  const tree = written({
    app: source(["log"], calls("Log", "log")),
    log: {
      manifest: {
        name: "log\u202e",
        "crate-interface": { facade: true, defaultFacadeImpl: `./src/${HOSTILE}.ts` },
      },
      files: {
        "src/index.ts": defines("Log"),
        [`src/${HOSTILE}.ts`]: implement("Log", "./index.ts"),
      },
    },
  });
  const dir = tree.path("packages/app");
  const ran = [
    ["check"],
    ["tree"],
    ["why", "Log"],
    ["why", HOSTILE],
    ["graph"],
    ["check", HOSTILE, `--${HOSTILE}`],
  ].map((args) => runIn(dir, args));
  ran.push(
    runIn(dir, ["graph", "--out", `${HOSTILE}.md`]),
    runIn(dir, ["link", "--out-dir", HOSTILE]),
  );
  for (const { stdout, stderr } of ran) {
    expect(stdout + stderr).not.toContain("\u001b");
    expect(stdout + stderr).not.toContain("\u202e");
  }
  expect(ran[0].stdout).toContain("\\u{202e}evil\\u{1b}[2J.ts");
  expect(ran.map(({ status }) => status)).toEqual([0, 0, 0, 2, 0, 2, 0, 0]);
});
