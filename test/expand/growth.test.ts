import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { beforeAll, expect, test } from "vitest";

// Twice as much code is about twice as much work, however deep it nests. Counted in steps, so that it is
// the same everywhere.

const ROOT = join(import.meta.dirname, "../..");

/** Files that grow: by the number of something, or by how deep it nests. */
const FILES: Record<string, (count: number) => string> = {
  calls: (n) => "call_interface(HelloIf.hello());\n".repeat(n),
  "terms of a sum": (n) => `x = 1${" + call_interface(HelloIf.hello())".repeat(n)};`,
  "terms in a function": (n) =>
    `function f() { return 1${" + call_interface(HelloIf.hello())".repeat(n)}; }`,
  "errors in a sum": (n) => `x = 1${" + call_interface(HelloIf)".repeat(n)};`,
  "members in a sum without a macro": (n) =>
    `use_interface(HelloIf.a); x = 1${" + HelloIf.goodMorning".repeat(n)};`,
  "calls in calls": (n) => `${"call_interface(HelloIf.hello(".repeat(n)}1${"))".repeat(n)};`,
  "calls in conditions": (n) => `x = ${"a ? call_interface(HelloIf.hello()) : ".repeat(n)}b;`,
  "calls in a chain": (n) =>
    `call_interface(HelloIf.a())${".a(call_interface(HelloIf.b()))".repeat(n)}`,
  "calls in elements": (n) =>
    `x = ${"<p title={call_interface(HelloIf.hello())}>".repeat(n)}${"</p>".repeat(n)};`,
  "types in a union": (n) => `let x: ${"typeof HelloIf | ".repeat(n)}1;`,
};

let counts: Record<string, Record<string, number>[]>;
beforeAll(() => {
  const program = join(ROOT, ".tmp/growth/expand.mjs");
  buildSync({
    entryPoints: [join(ROOT, "src/expand/expand.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const files = Object.entries(FILES).map(([name, write]) => [name, [write(300), write(600)]]);
  const script = join(import.meta.dirname, "count-steps.mjs");
  // Without these options V8 forgets counts of code that it optimizes or drops.
  const args = ["--no-opt", "--no-flush-bytecode", script, program];
  const printed = execFileSync(process.execPath, args, {
    input: JSON.stringify(Object.fromEntries(files)),
    maxBuffer: 2 ** 28,
  });
  counts = JSON.parse(String(printed)) as typeof counts;
});

test.each(Object.keys(FILES))(
  "no step runs more than twice as often for twice as many %s",
  (name) => {
    const [once, twice] = counts[name]!;
    expect(Object.keys(once!).length).toBeGreaterThan(50);
    // Sorting takes somewhat more than twice the steps, what is quadratic takes four times as many.
    const grown = Object.entries(twice!).filter(
      ([step, count]) => count > 600 && count > 2.7 * (once![step] ?? 0),
    );
    expect(grown.map(([step, count]) => `${step}: ${once![step] ?? 0}, then ${count}`)).toEqual([]);
  },
);
