import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { explain, nearestCodes } from "../src/cli/explain.ts";
import { pageMarkdown, referenceMarkdown } from "../src/diagnostics/reference.ts";
import { expand } from "../src/expand/expand.ts";
import * as catalogue from "../src/messages.ts";
import { allPages, type Example, findPage, Message } from "../src/messages.ts";
import { catalogueFunctions } from "./catalogue.ts";

const FUNCTIONS = catalogueFunctions();
const PAGES = allPages();
const CODES = PAGES.map(({ code }) => code);
const TEXTS = ["first", "second", "third", "fourth", "fifth"];

/** What each function says. */
const MESSAGES = FUNCTIONS.map(({ call }) => call(TEXTS)).filter((said) => said instanceof Message);

/** Codes that have a page, but no message yet: dynamic interfaces are not built yet. */
const WITHOUT_MESSAGE = ["CI2011"];

describe("the catalogue", () => {
  test("is read whole: each of its functions was found in the source", () => {
    const exported = Object.entries(catalogue)
      .filter(([, value]) => typeof value === "function" && !/^class /.test(String(value)))
      .map(([name]) => name)
      .filter((name) => name !== "allPages" && name !== "findPage");
    expect(FUNCTIONS.map(({ name }) => name).sort()).toEqual(exported.sort());
  });

  test("has one page for every code that a message uses, and messages for every page", () => {
    const used = new Set([...MESSAGES.map(({ code }) => code), ...WITHOUT_MESSAGE]);
    expect([...used].sort()).toEqual([...new Set(CODES)].sort());
    expect(
      WITHOUT_MESSAGE.filter((code) => MESSAGES.some((message) => message.code === code)),
    ).toEqual([]);
  });

  test("has the codes of the contract, sorted, each once", () => {
    const range = (from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, index) => `CI${from + index}`);
    expect(CODES).toEqual([...range(1001, 1013), ...range(2001, 2021), ...range(3001, 3009)]);
  });

  test("says in one line what is wrong, and never cuts a name", () => {
    for (const { headline, label, notes, help } of MESSAGES) {
      expect(headline).toMatch(/^[^A-Z\s]/);
      for (const line of [headline, label, ...notes, ...help]) {
        expect(line).not.toMatch(/[\n\r\t]|\.$|\s$|^\s| {2}/);
        expect(line.split("`").length % 2).toBe(1);
      }
    }
    const long = "a_very_long_identifier_".repeat(40);
    for (const { call, returns, name, parameters } of FUNCTIONS) {
      if (returns !== "Message" || parameters.length === 0) continue;
      expect({ name, said: JSON.stringify(call(parameters.map(() => long))) }).toEqual({
        name,
        said: expect.stringContaining(long),
      });
    }
  });

  test("helps: whatever is wrong in a file comes with what to do", () => {
    const macros = MESSAGES.filter(({ code }) => code.startsWith("CI1"));
    expect(macros.filter(({ help }) => help.length === 0)).toEqual([]);
  });
});

describe("a page", () => {
  test.each(PAGES)("$code is complete", (page) => {
    for (const text of [page.happened, page.why, ...page.fixes]) {
      expect(text).toMatch(/^[A-Z`].*[.:`]$/);
      expect(text.split("`").length % 2).toBe(1);
    }
    expect(page.title).toMatch(/^[A-Z`].*[^.]$/);
    expect(page.fixes.length).toBeGreaterThan(0);
    expect(page.wrong.length).toBeGreaterThan(0);
    expect(page.right.length).toBeGreaterThan(0);
    expect(page.right).not.toEqual(page.wrong);
  });

  test.each(PAGES)("$code has examples that are valid files", ({ code, wrong, right }) => {
    const examples = code === "CI1012" ? right : [...wrong, ...right];
    for (const { file, text } of examples) {
      expect(text.endsWith("\n")).toBe(true);
      if (file.endsWith(".json")) expect(JSON.parse(text)).toBeTypeOf("object");
      else expect(parseSync(file, text).errors).toEqual([]);
    }
  });

  test.each(PAGES)(
    "$code shows in its right example files of the wrong one",
    ({ wrong, right }) => {
      const files = wrong.map(({ file }) => file);
      expect(files).toEqual(expect.arrayContaining(right.map(({ file }) => file)));
    },
  );

  const codesOf = (examples: Example[]): string[] =>
    examples.flatMap(({ file, text }) => {
      const diagnostics = expand(text, `/${file}`)?.diagnostics ?? [];
      return diagnostics.map(({ code }) => code);
    });

  test.each(PAGES.filter(({ code }) => code < "CI2"))(
    "$code has a wrong example that triggers it and nothing else, and a right one without errors",
    ({ code, wrong, right }) => {
      expect([...new Set(codesOf(wrong))]).toEqual([code]);
      expect(codesOf(right)).toEqual([]);
    },
  );

  test.each(PAGES.filter(({ code }) => code >= "CI2"))(
    "$code has examples whose macros are used well",
    ({ wrong, right }) => {
      expect(codesOf([...wrong, ...right])).toEqual([]);
    },
  );
});

describe("the reference", () => {
  test("docs/diagnostics.md is up to date: else run `node scripts/docs.mjs`", () => {
    const file = new URL("../docs/diagnostics.md", import.meta.url);
    expect(readFileSync(file, "utf8").replaceAll("\r\n", "\n")).toBe(referenceMarkdown());
  });

  test("leads from its table to every page", () => {
    const markdown = referenceMarkdown();
    for (const { code, title } of PAGES) {
      expect(markdown).toContain(`| [${code}](#${code.toLowerCase()}) | ${title} |`);
      expect(markdown).toContain(`<a id="${code.toLowerCase()}"></a>\n\n### ${code}: ${title}\n`);
    }
  });
});

describe("explain", () => {
  test("prints the page of a code", () => {
    const page = explain("CI2001");
    expect(page).toBe(pageMarkdown(findPage("CI2001")!));
    expect(page).toMatch(/^# CI2001: No implementation\n\nAn interface is called, but/);
    expect(page).toContain("\n\n## How to fix\n\n- Add a package");
    expect(page).toContain("`packages/app/package.json`\n\n```json\n{\n");
  });

  test("takes lower case, spaces around, and digits alone", () => {
    for (const code of ["ci2001", " CI2001\n", "2001"]) {
      expect(explain(code)).toBe(explain("CI2001"));
    }
  });

  test("knows no other code, but what is near", () => {
    for (const code of ["", "CI", "CI9999", "constructor", "__proto__", "CI20011"]) {
      expect(explain(code)).toBeNull();
    }
    expect(nearestCodes("CI201")).toEqual([
      "CI2001",
      "CI2010",
      "CI2011",
      "CI2012",
      "CI2013",
      "CI2014",
      "CI2015",
      "CI2016",
      "CI2017",
      "CI2018",
      "CI2019",
      "CI2021",
    ]);
    expect(nearestCodes("cl2002")).toEqual(["CI2002"]);
    expect(nearestCodes("CI30004")).toEqual(["CI3004"]);
    expect(nearestCodes("hello")).toEqual([]);
  });
});
