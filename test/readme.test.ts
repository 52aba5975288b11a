import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { recognise } from "../src/expand/recognise.ts";
import { type Tree, writeTree } from "./tree.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(`${ROOT}/README.md`, "utf8");

/** Code blocks of a language, in order. */
function blocks(language: string): string[] {
  const fences = README.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm);
  return [...fences].filter((fence) => fence[2] === language).map((fence) => fence[3]);
}

/** The files of a block: each begins with a comment that is its path. */
function files(block: string): Record<string, string> {
  const parts = block.split(/^\/\/ (packages\/[^\s:;]+).*\n/m).slice(1);
  const found: Record<string, string> = {};
  for (let i = 0; i < parts.length; i += 2) found[parts[i]] = parts[i + 1];
  return found;
}

/** A package.json cannot hold its path: the name in it tells, which the workspace has none of. */
function manifest(block: string): Record<string, unknown> {
  const json = JSON.parse(block);
  return { [json.name ? `packages/${json.name}/package.json` : "package.json"]: json };
}

const sources = Object.assign({}, ...blocks("ts").map(files)) as Record<string, string>;
const manifests = Object.assign({}, ...blocks("json").map(manifest)) as Record<string, unknown>;

/** What a user has who copies every file of the README, as npm would lay it out. */
function copied(): Tree {
  return writeTree(
    { ...sources, ...manifests },
    {
      "node_modules/hello-if": "packages/hello-if",
      "node_modules/hello-impl": "packages/hello-impl",
      "node_modules/app": "packages/app",
    },
  );
}

describe("the README", () => {
  let tree: Tree;
  beforeAll(() => {
    tree = copied();
    return () => tree.cleanup();
  });

  test("has the files that it speaks of", () => {
    expect(Object.keys({ ...sources, ...manifests }).sort()).toEqual([
      "package.json",
      "packages/app/package.json",
      "packages/app/src/main.ts",
      "packages/app/vite.config.ts",
      "packages/hello-if/package.json",
      "packages/hello-if/src/index.ts",
      "packages/hello-impl/package.json",
      "packages/hello-impl/src/index.ts",
    ]);
  });

  test("its example type-checks", () => {
    const tsc = `${ROOT}/node_modules/typescript/bin/tsc`;
    const options = "--noEmit --strict --module esnext --moduleResolution bundler --target es2023";
    const entries = ["packages/hello-impl/src/index.ts", "packages/app/src/main.ts"];
    const args = [tsc, ...options.split(" "), "--ignoreConfig", "--types", "node", ...entries];
    const { stdout } = spawnSync(process.execPath, args, { cwd: tree.dir, encoding: "utf8" });
    expect(stdout).toBe("");
  });

  test("`check` prints what it says", () => {
    const cli = `${ROOT}/bin/crate-interface.js`;
    const printed = execFileSync(process.execPath, [cli, "check"], {
      cwd: tree.path("packages/app"),
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    expect(blocks("console")[0].split("\n").slice(1).join("\n")).toBe(printed);
  });

  test("its example builds with its Vite configuration, and runs", () => {
    const vite = `${ROOT}/node_modules/vite/bin/vite.js`;
    const args = [vite, "build", "--logLevel", "error"];
    execFileSync(process.execPath, args, { cwd: tree.path("packages/app"), stdio: "pipe" });
    const main = tree.path("packages/app/dist/main.js");
    expect(execFileSync(process.execPath, [main], { encoding: "utf8" })).toBe(
      "Hello, world 123!\n",
    );
  });

  test("its error is the one that is printed", () => {
    const broken = copied();
    onTestFinished(() => broken.cleanup());
    broken.remove("packages/hello-impl/src/index.ts");
    const cli = `${ROOT}/bin/crate-interface.js`;
    const { stdout } = spawnSync(process.execPath, [cli, "check", "--no-color"], {
      cwd: broken.path("packages/app"),
      encoding: "utf8",
    });
    const [sample] = blocks("text");
    for (const line of sample.trim().split("\n")) expect(stdout).toContain(line.trim());
  });

  test("every form of the macros that it lists is one", () => {
    const forms = blocks("ts").find((block) => block.includes("// Define:")) ?? "";
    const [define, implement, use] = forms.split(/^\/\/ (?:Implement|Call)\b.*\n/m);
    const macros = "call_interface, def_interface, impl_interface, use_interface, type Interface";
    const head = `import { ${macros} } from "crate-interface/macro";
      import { AllocIf, HelloIf } from "hello-if";\n`;
    const filled = (code: string): string => code.replaceAll("{ ... }", "{}");
    const problems = [
      // Each line is a file of its own: they define and implement the same thing over and over.
      ...filled(define)
        .split("\n")
        .filter((line) => line.startsWith("export")),
      ...filled(implement)
        .split("\n")
        .filter((line) => line.startsWith("impl")),
      ...filled(use).split("\n"),
    ].map((line) => {
      const code = line.startsWith("export const HelloIf")
        ? head.replace(", HelloIf", "") + line
        : head + line;
      expect(parseSync("a.ts", code).errors).toEqual([]);
      return recognise(code, "a.ts").problems.map(({ message }) => `${message.headline}: ${line}`);
    });
    expect(problems.flat()).toEqual([]);
  });
});
