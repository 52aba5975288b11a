import { describe, expect, test } from "vitest";
import { bundlers, type Output } from "../bundlers/bundlers.ts";
import { type Copy, copyExample } from "./copy.ts";
import { buildProgram, printed } from "./programs.ts";

// The program for Node, as it is and with what its user may change about it, in every bundler.

const LOGGED_BY_PINO = [
  '{"level":20,"target":"app","msg":"blocks: {\\"allocated\\":3,\\"reused\\":1}"}',
  '{"level":30,"target":"foo","msg":"a token of 16 bytes"}',
];
const LOGGED_BY_OTHER = ["<6> bar: the sum is 6"];
const SAID = ["sum: 6", "token: 32 digits"];

describe.each(Object.entries(bundlers))("%s", (...bundler) => {
  const build = (copy: Copy): Promise<Output> =>
    buildProgram(bundler, copy.path("packages/facades-app"), "node");

  test("each version of log has the logger that the program lists for it", async () => {
    using copy = copyExample();
    const output = await build(copy);
    expect(await printed(output)).toEqual([...LOGGED_BY_OTHER, ...SAID, ...LOGGED_BY_PINO]);
    const text = Object.values(output.files).join("\n");
    expect(text).toContain("randomFillSync");
    expect(text).not.toContain("getRandomValues");
  });

  test("another logger takes the place of the first by being listed", async () => {
    using copy = copyExample();
    copy.list("facades-app", "log-pino", false);
    copy.list("facades-app", "log-console", true);
    copy.edit("packages/facades-app/src/main.ts", '"log-pino"', '"log-console"');
    expect(await printed(await build(copy))).toEqual([
      ...LOGGED_BY_OTHER,
      'app: blocks: {"allocated":3,"reused":1}',
      "foo: a token of 16 bytes",
      ...SAID,
    ]);
  });

  test("where the program lists none, both versions are silent", async () => {
    using copy = copyExample();
    copy.list("facades-app", "log-pino", false);
    copy.list("facades-app", "other-logger", false);
    copy.edit("packages/facades-app/src/main.ts", 'import { setLevel } from "log-pino";\n', "");
    copy.edit("packages/facades-app/src/main.ts", 'setLevel("debug");\n', "");
    const output = await build(copy);
    expect(await printed(output)).toEqual(SAID);
    expect(Object.values(output.files).join("\n")).not.toContain('from "pino"');
  });

  test("where the program lists no allocator, the facade's own file is the default", async () => {
    using copy = copyExample();
    copy.list("facades-app", "alloc-pool", false);
    const main = "packages/facades-app/src/main.ts";
    copy.edit(
      main,
      'import { statistics } from "alloc-pool";\n',
      'import { GlobalAlloc, HeapAlloc } from "alloc";\n',
    );
    copy.edit(main, "statistics()", "GlobalAlloc === HeapAlloc");
    copy.list("facades-app", "alloc", true);
    expect(await printed(await build(copy))).toContain(
      '{"level":20,"target":"app","msg":"blocks: true"}',
    );
  });

  test("a facade type that nobody uses is dropped, and its base class with it", async () => {
    using copy = copyExample();
    const text = async (): Promise<string> => Object.values((await build(copy)).files).join("\n");
    expect(await text()).toContain("new ArrayBuffer(");
    const main = "packages/facades-app/src/main.ts";
    copy.edit(main, /const list = [\s\S]*?\n\n/.exec(copy.read(main))![0], "");
    copy.edit(main, 'import { statistics } from "alloc-pool";\n', "");
    copy.edit(main, 'import { f64, Vec } from "vec";\n', "");
    expect(await text()).not.toContain("new ArrayBuffer(");
  });
});
