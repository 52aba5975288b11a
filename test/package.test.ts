import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, ".tmp", "packed");

interface Target {
  types: string;
  default: string;
}

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | Target | { import: Target; require: Target }>;
}

const MANIFEST: Manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

describe("the packed tarball", () => {
  const tarball = join(FOLDER, `${MANIFEST.name}-${MANIFEST.version}.tgz`);

  beforeAll(() => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    // `npm test` has built `dist`; building again would pull it from under the other tests.
    execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", FOLDER], {
      cwd: ROOT,
      stdio: "pipe",
    });
  });
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  test("satisfies publint", async () => {
    const buffer = readFileSync(tarball);
    const bytes = new Uint8Array(buffer).buffer;
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("satisfies attw as a package of ES modules, some of which are there as CommonJS too", () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [attw, tarball, "--profile", "esm-only", "--format", "json"];
    // The plugin for SWC is no module.
    args.push("--exclude-entrypoints", "./swc");
    const report = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const relevant = report.analysis.problems.filter(
      ({ resolutionKind, entrypoint = "." }: { resolutionKind?: string; entrypoint?: string }) =>
        resolutionKind !== "node10" && (resolutionKind !== "node16-cjs" || hasCommonJs(entrypoint)),
    );
    expect(relevant).toEqual([]);
  });

  test("holds what it needs and nothing else", () => {
    const list = execFileSync("tar", ["-tf", tarball], { encoding: "utf8" }).trim().split("\n");
    const folders = [...new Set(list.map((path) => path.split("/").slice(1, 2)[0]))].sort();
    expect(folders).toEqual([
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "bin",
      "commonjs",
      "dist",
      "docs",
      "macro",
      "package.json",
      "schema",
      "swc",
    ]);
    expect(list.filter((path) => /^(test|bench|examples)\//.test(path))).toEqual([]);
  });
});

/** Whether an entry point is there as CommonJS too. */
function hasCommonJs(entry: string): boolean {
  const targets = MANIFEST.exports[entry];
  return typeof targets === "object" && "require" in targets;
}

describe("the public API", () => {
  test("is as reviewed: update with `npx vitest run test/package.test.ts -u` and read the diff", async () => {
    const parts: string[] = [];
    const files = new Set<string>();
    for (const [entry, targets] of Object.entries(MANIFEST.exports)) {
      if (typeof targets === "string" || entry.includes("*")) continue;
      // What is there as CommonJS too is the same.
      const target: Target = "import" in targets ? targets.import : targets;
      const module = await import(resolve(ROOT, target.default));
      parts.push(`// ${MANIFEST.name}${entry.slice(1)}: ${Object.keys(module).sort().join(", ")}`);
      collectDeclarations(resolve(ROOT, target.types), files);
    }
    for (const file of [...files].sort()) {
      parts.push(`\n// ${file.slice(ROOT.length)}\n${withoutComments(readFileSync(file, "utf8"))}`);
    }
    await expect(`${parts.join("\n")}\n`).toMatchFileSnapshot("api.snapshot.d.ts");
  });
});

/** The declaration files that an entry is made of. */
function collectDeclarations(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  const { module } = parseSync(file, readFileSync(file, "utf8"));
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest),
    ),
  ];
  for (const request of requests) {
    if (!request?.value.startsWith(".")) continue;
    collectDeclarations(resolve(dirname(file), request.value.replace(/\.[jt]s$/, ".d.ts")), files);
  }
}

function withoutComments(code: string): string {
  const { comments } = parseSync("api.d.ts", code);
  let text = code;
  for (const { start, end } of comments.reverse()) text = text.slice(0, start) + text.slice(end);
  return text.replace(/^\s*\n/gm, "").trimEnd();
}
