import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runIn } from "../cli/command.ts";
import { copyExample, EXAMPLE } from "./copy.ts";

// What docs/facades.md shows is what the example has.

const GUIDE = readFileSync(new URL("../../docs/facades.md", import.meta.url), "utf8");
/** Stands for lines that are left out. */
const GAP = /^ *\/\/ …\n/m;

const blocks = [...GUIDE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => {
  const [head, path] = /^\/\/ (packages\/\S+)\n/.exec(text) ?? ["", null];
  return { language, path, text: text.slice(head.length) };
});
const ofFiles = blocks.flatMap(({ path, text }) => (path === null ? [] : { path, text }));

test("has blocks of the example and of commands", () => {
  expect(ofFiles.length).toBeGreaterThan(15);
  expect(commands).toHaveLength(2);
});

test.each(ofFiles)("$path", ({ path, text }) => {
  const file = readFileSync(`${EXAMPLE}/${path}`, "utf8");
  if (path.endsWith(".json")) {
    expect(JSON.parse(file)).toMatchObject(JSON.parse(text));
    return;
  }
  let rest = file;
  for (const part of text.split(GAP).map((part) => part.trim())) {
    expect(rest).toContain(part);
    rest = rest.slice(rest.indexOf(part) + part.length);
  }
});

const commands = blocks.filter(({ language }) => language === "console");

test.each(commands.map(({ text }) => text.split("\n")))("%s", (command, ...lines) => {
  const [tool, ...args] = command.split(" ").slice(2);
  expect(tool).toBe("crate-interface");
  const { stdout } = runIn(`${EXAMPLE}/packages/facades-app`, args);
  const parts = lines.join("\n").split(/^…\n/m);
  if (parts.length === 1) expect(stdout).toBe(parts[0]);
  for (const part of parts) expect(stdout).toContain(part);
});

describe("environments that are separate packages", () => {
  test.each([
    ["browser,development", "getrandom-web", "log-console"],
    ["node,production", "getrandom-node", "log-pino"],
  ])("%s", (conditions, expected, logger) => {
    const selection = blocks.find(({ text }) => text.includes("getrandom-web"))!;
    using copy = copyExample();
    const app = "packages/facades-app/package.json";
    for (const [name, file] of [
      ["getrandom-web", "browser"],
      ["getrandom-node", "node"],
    ] as const) {
      copy.write(`packages/${name}/package.json`, {
        ...JSON.parse(copy.read("packages/getrandom-system/package.json")),
        name,
        exports: "./src/index.ts",
      });
      const source = copy.read(`packages/getrandom-system/src/${file}.ts`);
      copy.write(`packages/${name}/src/index.ts`, source.replace(/\{ conditions: .*? \},\n/, ""));
      copy.link(`node_modules/${name}`, `packages/${name}`);
      copy.list("facades-app", name, true);
    }
    copy.list("facades-app", "getrandom-system", false);
    copy.list("facades-app", "log-console", true);
    copy.write(app, { ...JSON.parse(copy.read(app)), ...JSON.parse(`{${selection.text}}`) });
    const { stdout } = runIn(copy.path("packages/facades-app"), [
      "check",
      "--conditions",
      conditions,
    ]);
    expect(stdout).toContain(`✓ Getrandom → ${expected} ../${expected}/src/index.ts\n`);
    expect(stdout).toContain(`✓ Logger of log@1.2.0 → ${logger} `);
    expect(stdout).not.toContain("error");
  });
});
