import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { findTooDeep } from "../../src/expand/nesting.ts";
import { parse } from "../../src/expand/parse.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

test("what nests too deeply is refused, on the small stack of a worker too", () => {
  const child = join(ROOT, ".tmp/nesting/child.mjs");
  buildSync({
    entryPoints: [join(ROOT, "test/expand/nesting-child.ts")],
    outfile: child,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const script = `new (require("node:worker_threads").Worker)(${JSON.stringify(child)})`;
  const { stdout, signal, status } = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
  });
  const lines = stdout.trim().split("\n");
  // The last line names the input that ended the process.
  expect({ signal, status, last: lines.at(-1) }).toEqual({
    signal: null,
    status: 0,
    last: "50000 comments in input.tsx: CI1012",
  });
  expect(lines).toContain("50000 parentheses in input.ts: CI1012");
  expect(lines).toContain("50000 else if in input.ts: CI1012");
  expect(lines).toContain("1000 parentheses in input.ts: expanded");
  expect(lines).toContain("1000 else if in input.ts: expanded");
});

describe("code that people write is never refused", () => {
  // Handwritten and generated, bundled and minified, with and without types and semicolons.
  test.each([
    "webpack",
    "vite",
    "@vue",
    "svelte",
    "playwright-core",
    "assemblyscript",
    "react-dom",
  ])("%s", (name) => {
    const sources = sourcesOf(join(ROOT, "node_modules", name));
    expect(sources.length).toBeGreaterThan(5);
    const refused = sources.filter((file) => findTooDeep(readFileSync(file, "utf8")) >= 0);
    expect(refused).toEqual([]);
  });

  test("1,000 statements without semicolons, in every style of line end", () => {
    const line = "exports.a = b ? c : !d\nlog(`x`)\nif (a) b()\nelse c()\n@d class E {}\n";
    expect(findTooDeep(line.repeat(1_000))).toBe(-1);
    expect(findTooDeep(line.repeat(1_000).replaceAll("\n", "\r\n"))).toBe(-1);
  });

  test("a page of 5,000 elements, and a sum of 5,000 texts", () => {
    expect(findTooDeep(`x = <p>${"<b>text</b><br/>\n".repeat(5_000)}</p>`)).toBe(-1);
    expect(findTooDeep(`x = ${'"text" +\n'.repeat(5_000)} ""`)).toBe(-1);
  });
});

test("the place is told", () => {
  const { error } = parse(`a;\n${"(".repeat(10_000)}`, "/input.ts");
  expect(error?.reason).toBe("it nests too deeply");
  expect(error!.start).toBeGreaterThan(1_000);
  expect(error!.end).toBe(error!.start + 1);
});

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.([cm]?[jt]s|[jt]sx)$/.test(file))
    .map((file) => join(folder, file));
}
