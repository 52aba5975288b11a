import { afterAll, describe, expect, test } from "vitest";
import { PLUGIN } from "../backends/swc.ts";
import { options } from "./bytes/swc.ts";
import { HostProcess } from "./host-process.ts";

// Files that are large in one way or another. Hosts draw the code around an error, and panic where that
// is too wide.

const host = new HostProcess();

afterAll(() => host.stop());

const IMPORTS = `import { call_interface, impl_interface } from "crate-interface/macro"; import { HelloIf } from "hello-if"; `;

describe.each(["swc-1.15.0", "@swc/core"])("%s", (version) => {
  const transform = async (code: string) => {
    const answer = await host.transform(version, code, options("main.js", [PLUGIN, {}], false));
    expect(answer.died).toBe(false);
    return answer;
  };

  /** Where errors are, as the report says, and how many are shown in the code. */
  const report = async (code: string): Promise<{ places: string[]; shown: number }> => {
    const error = (await transform(code)).error ?? "";
    return {
      places: [...error.matchAll(/--> main\.js:(\S+)/g)].map(([, place]) => place!),
      shown: error.split(",-[").length - 1,
    };
  };

  test.each([
    ["letters", "f".repeat(70_000), 70_000],
    ["letters as wide as two", "中".repeat(40_000), 40_000],
    ["characters of two units", "😀".repeat(40_000), 80_000],
    ["characters without a width", "e" + "\u0301".repeat(70_000), 70_001],
    ["tabs", "\t".repeat(20_000), 20_000],
    ["blanks", " ".repeat(70_000), 70_000],
  ])("an error behind many %s", async (_, many, columns) => {
    const before = `${IMPORTS}/*${many}*/`;
    const column = before.length + 1;
    expect(column).toBe(IMPORTS.length + columns + 5);
    expect(await report(`${before}call_interface();`)).toEqual({
      places: [`1:${column}`],
      shown: 0,
    });
  });

  test("an error in a line that goes on", async () => {
    const code = `${IMPORTS}\ncall_interface(); f("${"x".repeat(70_000)}");`;
    expect(await report(code)).toEqual({ places: ["2:1"], shown: 0 });
  });

  test("an error between lines that others take for one", async () => {
    // What ends a line of JavaScript does not end one to all.
    const code = `${IMPORTS}${"\r".repeat(40_000)}${"\u2028".repeat(40_000)}call_interface();`;
    expect(await report(code)).toEqual({ places: ["80001:1"], shown: 0 });
  });

  test("an error that has to do with something far away in the line", async () => {
    const twice = (between: string): string =>
      `${IMPORTS}\nimpl_interface(HelloIf, { a() {}, ${between}\na() {} });`;
    expect(await report(twice(""))).toEqual({ places: ["3:1"], shown: 1 });
    const { error } = await transform(twice(""));
    expect(error).toContain("first here");
    const far = await transform(twice("").replace("{ a", `{ /*${"x".repeat(70_000)}*/ a`));
    expect(far.error).toContain("--> main.js:3:1\n");
    expect(far.error).toContain("implemented again");
    expect(far.error).not.toContain("first here");
  });

  test("the longest line that is shown, and one that is longer", async () => {
    const line = (length: number): string => `${IMPORTS}\n${"call_interface();".padEnd(length)}\n`;
    expect(await report(line(999))).toEqual({ places: ["2:1"], shown: 1 });
    expect(await report(line(1000))).toEqual({ places: ["2:1"], shown: 0 });
    const end = (length: number): string => `${IMPORTS}\n${"call_interface();".padStart(length)}`;
    expect(await report(end(999))).toEqual({ places: ["2:983"], shown: 1 });
    expect(await report(end(1000))).toEqual({ places: ["2:984"], shown: 0 });
  });

  test("10,000 errors", async () => {
    const { places, shown } = await report(`${IMPORTS}\n${"call_interface();\n".repeat(10_000)}`);
    expect(places).toEqual(Array.from({ length: 10_000 }, (_, index) => `${index + 2}:1`));
    expect(shown).toBe(10_000);
  });

  test("10,000 errors in a line", async () => {
    const { places, shown } = await report(`${IMPORTS}${"call_interface();".repeat(10_000)}`);
    const first = IMPORTS.length + 1;
    const columns = Array.from({ length: 10_000 }, (_, index) => `1:${first + index * 17}`);
    expect(places).toEqual(columns);
    expect(shown).toBe(0);
  });

  test("a line of a megabyte", async () => {
    const { code } = await transform(
      `${IMPORTS}/* a */ call_interface(HelloIf.hello(/* b */ "${"é".repeat(1 << 19)}"));`,
    );
    expect(code).toMatch(/^\/\* a \*\/ __HelloIf_hello\(\/\* b \*\/ "é{524288}"\);$/m);
  });

  test("many comments in a line", async () => {
    const { code } = await transform(
      IMPORTS + "/* a */ call_interface(/* b */ HelloIf.hello(/* c */) /* d */);".repeat(5000),
    );
    for (const comment of ["a", "b", "c", "d"]) {
      expect(code?.split(`/* ${comment} */`)).toHaveLength(5001);
    }
  });
});
