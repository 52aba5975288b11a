import { expect, test } from "vitest";
import { bundlers, type Job, type Output } from "../bundlers/bundlers.ts";
import { type Copy, copyExample } from "./copy.ts";
import { buildProgram } from "./programs.ts";

// The program for browsers, and one that has no facades: where a facade calls, it imports by hand the
// functions and the class that the program has chosen. They have the names of symbols, see twins.ts.

/** These derive module ids from the loaders of a module, of which our plugin is one. */
const NAMED_BY_LOADERS = ["webpack", "rspack"];

test.each(Object.entries(bundlers))(
  "%s makes of both the same, byte by byte",
  async (...bundler) => {
    using facades = copyExample();
    using imports = copyExample();
    byHand(imports);
    const build = (copy: Copy, more: Partial<Job> = {}): Promise<Output> => {
      // For short names, esbuild takes the letters that are frequent in the source, types included.
      const job = { minify: bundler[0] !== "esbuild", ...more };
      return buildProgram(bundler, copy.path("packages/facades-web"), "browser", job);
    };
    const plugin = NAMED_BY_LOADERS.includes(bundler[0]) ? {} : { plugin: false as const };
    const expected = await build(imports, { cyclic: true, ...plugin });
    const linked = await build(facades);
    expect(linked.files).toEqual(expected.files);
    expect(linked.files["main.js"]).toContain("getRandomValues");
    expect(linked.warnings).toEqual([]);
    // Imported by hand, the packages are a cycle like any other.
    const cycles = expected.warnings.map((text) => /^Circular dependency: .*/.exec(text)?.[0]);
    expect(cycles).toHaveLength(bundler[0] === "rollup" ? 1 : 0);
  },
);

/** Takes the facades out of a copy. */
function byHand(copy: Copy): void {
  copy.write(
    "packages/getrandom-system/src/browser.ts",
    `/** Browsers throw a QuotaExceededError where more is asked for at once. */
const MOST_BYTES = 65_536;

export function __Getrandom_getrandom(dest: Uint8Array<ArrayBuffer>): void {
  for (let at = 0; at < dest.length; at += MOST_BYTES) {
    crypto.getRandomValues(dest.subarray(at, at + MOST_BYTES));
  }
}
`,
  );
  copy.remove("packages/getrandom-system/src/node.ts");
  copy.write(
    "packages/getrandom/src/callers.ts",
    'export { __Getrandom_getrandom as getrandom } from "getrandom-system";\n',
  );
  copy.write("packages/getrandom/src/facade.ts", "export const Getrandom = 0;\n");

  copy.write(
    "packages/log-console/src/index.ts",
    `import { type Level, LevelFilter, type LogRecord, type Metadata } from "log";

const filter = new LevelFilter();

/** For the program that has chosen this logger. */
export function setLevel(level: Level): void {
  filter.level = level;
}

export function __Logger_enabled(metadata: Metadata): boolean {
  return filter.enabled(metadata);
}
export function __Logger_log({ level, target, message }: LogRecord): void {
  console[level](\`\${target}: \${message}\`);
}
export function __Logger_flush(): void {}
`,
  );
  copy.remove("packages/log-noop/src/index.ts");
  const callers = "packages/log/src/callers.ts";
  copy.edit(
    callers,
    'import { call_interface, use_interface } from "crate-interface/macro";',
    'import { __Logger_enabled, __Logger_log } from "log-console";',
  );
  copy.edit(callers, "import { type Level, Logger }", "import type { Level }");
  copy.edit(
    callers,
    "export const { flush } = use_interface(Logger);",
    'export { __Logger_flush as flush } from "log-console";',
  );
  copy.edit(
    callers,
    "call_interface(Logger.enabled({ level, target }))",
    "__Logger_enabled({ level, target })",
  );
  copy.edit(
    callers,
    "call_interface(Logger.log({ level, target, message: text }))",
    "__Logger_log({ level, target, message: text })",
  );
  withoutDefinition("packages/log/src/facade.ts");

  copy.write("vendor/log-0.5/src/noop.ts", "export function __Logger_log(): void {}\n");
  copy.write("vendor/log-0.5/src/callers.ts", 'export { __Logger_log as log } from "./noop.ts";\n');
  withoutDefinition("vendor/log-0.5/src/facade.ts");

  copy.edit(
    "packages/alloc/src/heap.ts",
    "impl_interface(Alloc, { GlobalAlloc: HeapAlloc });",
    "export { HeapAlloc as __Alloc_GlobalAlloc };",
  );
  copy.edit(
    "packages/alloc/src/heap.ts",
    'import { impl_interface } from "crate-interface/macro";\n',
    "",
  );
  copy.edit("packages/alloc/src/heap.ts", "{ Alloc, type Allocator }", "type { Allocator }");
  copy.write(
    "packages/alloc/src/callers.ts",
    'export { __Alloc_GlobalAlloc as GlobalAlloc } from "./heap.ts";\n',
  );
  withoutDefinition("packages/alloc/src/facade.ts");

  function withoutDefinition(file: string): void {
    copy.edit(file, 'import { def_interface } from "crate-interface/macro";\n', "");
    const [line, name] = /^export const (\w+) = def_interface.*$/m.exec(copy.read(file))!;
    copy.edit(file, line, `export const ${name} = 0;`);
  }
}
