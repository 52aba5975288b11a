import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../src/diagnostics/code-frame.ts";
import { diagnose } from "../src/diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../src/diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../src/diagnostics/error.ts";
import { diagnosticsToJson } from "../src/diagnostics/json.ts";
import { renderDiagnostics, summarize } from "../src/diagnostics/render.ts";
import { sortDiagnostics } from "../src/diagnostics/sort.ts";
import { SourceLines } from "../src/diagnostics/source-lines.ts";
import { Message } from "../src/messages.ts";

const MAIN = "/repo/app/src/main.ts";
const INTERFACE = "/repo/hello-if/src/index.ts";
const FILES: Record<string, string> = {
  [MAIN]: [
    'import { call_interface } from "crate-interface/macro";',
    'import { HelloIf } from "hello-if";',
    "",
    'call_interface(HelloIf.hello("world"));',
    "",
  ].join("\n"),
  [INTERFACE]: "export const HelloIf = def_interface<HelloIf>();\n",
};

const fromMemory = (file: string): string | null => FILES[file] ?? null;
const PLAIN = { color: false, readSource: fromMemory, cwd: "/repo" };

/** The span of a text's first occurrence in one of the files. */
function spanOf(file: string, text: string): Span {
  const start = FILES[file]!.indexOf(text);
  expect(start).toBeGreaterThanOrEqual(0);
  return { file, start, end: start + text.length };
}

function noImplementation(): Diagnostic {
  const message = new Message(
    "CI2001",
    "`HelloIf` has no implementation",
    "called here",
    ["`hello-impl` implements it, but app/package.json does not list it"],
    ["add `hello-impl` to the dependencies of app/package.json"],
  );
  return diagnose(message, spanOf(MAIN, 'HelloIf.hello("world")'), {
    labels: [{ span: spanOf(INTERFACE, "HelloIf"), text: "defined here" }],
    chains: [["app", "hello-if@1.2.0"]],
  });
}

function at(file: string, start: number, code = "CI1004"): Diagnostic {
  return diagnose(new Message(code, "wrong", "here", [], []), { file, start, end: start + 1 });
}

/** The frame of the piece between two `|` of a source text. */
function frame(marked: string, text = "", color = false): string {
  const start = marked.indexOf("|");
  const source = marked.replace("|", "");
  const end = source.indexOf("|");
  const lines = new SourceLines(source.replace("|", ""));
  return codeFrame(lines, { start, end }, { color, text, context: 1 });
}

describe("rendering", () => {
  test("shows code, headline, places, chain, notes, help and where to read on", () => {
    expect(renderDiagnostics([noImplementation()], PLAIN)).toBe(
      [
        "error[CI2001]: `HelloIf` has no implementation",
        "  --> app/src/main.ts:4:16",
        '  2 | import { HelloIf } from "hello-if";',
        "  3 |",
        '> 4 | call_interface(HelloIf.hello("world"));',
        "    |                ^^^^^^^^^^^^^^^^^^^^^^ called here",
        "  ::: hello-if/src/index.ts:1:14: defined here",
        "> 1 | export const HelloIf = def_interface<HelloIf>();",
        "    |              ^^^^^^^",
        "  required by: app → hello-if@1.2.0",
        "  note: `hello-impl` implements it, but app/package.json does not list it",
        "  help: add `hello-impl` to the dependencies of app/package.json",
        "",
        "1 error; run `crate-interface explain CI2001` to read more",
      ].join("\n"),
    );
  });

  test("counts, separates and sorts several, and names every code once", () => {
    const warning = diagnose(new Message("CI3005", "listed", "", [], []), null, {
      severity: "warning",
    });
    const text = renderDiagnostics([at(MAIN, 60), noImplementation(), at(MAIN, 1), warning], PLAIN);
    const heads = text.split("\n").filter((line) => /^(error|warning)\[/.test(line));
    expect(heads).toEqual([
      "warning[CI3005]: listed",
      "error[CI1004]: wrong",
      "error[CI1004]: wrong",
      "error[CI2001]: `HelloIf` has no implementation",
    ]);
    expect(
      text.endsWith(
        "\n\n3 errors, 1 warning; run `crate-interface explain CI1004` (also CI2001, CI3005) to read more",
      ),
    ).toBe(true);
  });

  test("says nothing about nothing", () => {
    expect(renderDiagnostics([], PLAIN)).toBe("");
    expect(summarize([])).toBe("0 errors");
  });

  test("colours differ from the plain text by escapes only", () => {
    const coloured = renderDiagnostics([noImplementation()], { ...PLAIN, color: true });
    expect(coloured).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(
      renderDiagnostics([noImplementation()], PLAIN),
    );
  });

  test("names a file that cannot be read, with the texts of its places", () => {
    const text = renderDiagnostics([noImplementation()], { ...PLAIN, readSource: () => null });
    expect(text.split("\n").slice(0, 4)).toEqual([
      "error[CI2001]: `HelloIf` has no implementation",
      "  --> app/src/main.ts: called here",
      "  ::: hello-if/src/index.ts: defined here",
      "  required by: app → hello-if@1.2.0",
    ]);
  });

  test("says of an installed package that the source is not there, as of a table without it", () => {
    const span = { file: "/repo/node_modules/@x/log/src/log.ts", start: 9, end: 12 };
    const message = new Message("CI2004", "`Logger`", "defined here", [], []);
    expect(
      renderDiagnostics([diagnose(message, span)], { ...PLAIN, readSource: () => null }),
    ).toContain("  --> node_modules/@x/log/src/log.ts (source not installed): defined here\n");
  });

  test("shows files outside the working directory relative to it", () => {
    expect(renderDiagnostics([noImplementation()], { ...PLAIN, cwd: "/repo/app" })).toContain(
      "  ::: ../hello-if/src/index.ts:1:14: defined here",
    );
  });

  test("lets no control character of a name through, and no half of a character", () => {
    const name = "a\n\u001b[2J\u202e\ud83d😀";
    const message = new Message("CI2004", `\`${name}\` is unknown`, "", [], ["\u0007"]);
    const text = renderDiagnostics([diagnose(message, { file: "/x\ny.ts", start: 0, end: 0 })], {
      ...PLAIN,
      cwd: "/",
    });
    expect(text.split("\n").slice(0, 3)).toEqual([
      "error[CI2004]: `a\\n\\u{1b}[2J\\u{202e}\\u{d83d}😀` is unknown",
      "  --> x\\ny.ts",
      "  help: \\u{7}",
    ]);
  });

  test("never throws, whatever the span and the source", () => {
    const offset = fc.oneof(
      fc.integer({ min: -5, max: 400 }),
      fc.constant(Number.MAX_SAFE_INTEGER),
    );
    const piece = fc.constantFrom(
      "a",
      "é",
      "😀",
      "\ud800",
      "\t",
      "\r\n",
      "\r",
      "\n",
      "\u2028",
      " ",
      "\ufeff",
      "x".repeat(90),
      "(",
    );
    const source = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(source, offset, offset, fc.string(), (text, start, end, label) => {
        const diagnostic = diagnose(new Message("CI1012", "h", label, [], []), {
          file: MAIN,
          start,
          end,
        });
        const rendered = renderDiagnostics([diagnostic], { ...PLAIN, readSource: () => text });
        expect(rendered).toMatch(/\n {2}--> app\/src\/main\.ts:\d+:\d+\n/);
        expect(rendered).toContain("^");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("code frames", () => {
  test("mark with tabs as the source has them", () => {
    expect(frame("\tcall(|hello|);")).toBe("> 1 | \tcall(hello);\n    | \t     ^^^^^");
  });

  test("count lines ended by CRLF", () => {
    expect(frame("a\r\n|b|\r\nc")).toBe("  1 | a\n> 2 | b\n    | ^\n  3 | c");
  });

  test("mark what begins inside a line break at the end of the line", () => {
    expect(frame("a\r|\nb|")).toBe("> 1 | a\n    |  ^\n  2 | b");
  });

  test("do not count a byte order mark", () => {
    expect(frame("\ufeffcall(|hello|);")).toBe("> 1 | call(hello);\n    |      ^^^^^");
    expect(new SourceLines("\ufeffabc").at(1)).toEqual({ line: 1, column: 1 });
  });

  test("mark an empty span, an empty file and a place past the end", () => {
    expect(frame("ab||", "expected `)`")).toBe("> 1 | ab\n    |   ^ expected `)`");
    const empty = new SourceLines("");
    const options = { color: false, text: "", context: 1 };
    expect(codeFrame(empty, { start: 0, end: 0 }, options)).toBe("> 1 |\n    | ^");
    expect(codeFrame(empty, { start: 70, end: 90 }, options)).toBe("> 1 |\n    | ^");
  });

  test("mark a span of several lines on its first", () => {
    expect(frame("a\nimpl(|{\n  b\n}|)", "here")).toBe(
      "  1 | a\n> 2 | impl({\n    |      ^ here\n  3 |   b",
    );
  });

  test("show control characters as pictures of the same width", () => {
    expect(frame("a\u001b[31m|b|\u202e")).toBe("> 1 | a␛[31mb\ufffd\n    |       ^");
  });

  test("cut a minified line to what surrounds the span, between names", () => {
    const minified = `${"function alpha(){}".repeat(400)}call(|hello|)${";var omega=1".repeat(400)}`;
    expect(frame(minified)).toBe(
      [
        "> 1 | … alpha(){}function alpha(){}call(hello);var omega=1;var omega=1;var omega=1;…",
        "    |                                   ^^^^^",
      ].join("\n"),
    );
  });

  test("never cut a name, however long, nor what a short line holds", () => {
    const name = "n".repeat(500);
    expect(frame(`${"x;".repeat(200)}|${name}|${";y".repeat(200)}`)).toContain(`;${name};`);
    const short = "y".repeat(160);
    expect(frame(`|${short}|`)).toContain(short);
  });

  test("cut a marked piece that is itself very long", () => {
    const text = frame(`call(|"${"data,".repeat(9000)}"|)${" ".repeat(200)}`, "too much");
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/^> 1 \| call\("data,.*…\n {4}\| {6}\^+ too much$/);
  });

  test("cut no name and no pair of surrogates in any long line", () => {
    const word = fc.constantFrom("alpha", "$b_1", "😀😀", "naïve", "\u4e2d\u6587");
    const gap = fc.constantFrom(" ", ";", "(", ",");
    const line = fc.array(fc.tuple(word, gap), { minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(line, fc.nat(59), (pairs, index) => {
        const before = pairs.slice(0, index).flat().join("");
        const [name, ...after] = pairs.slice(index).flat();
        const text = frame(`${before}|${name}|${after.join("")}`);
        const shown = text.split("\n")[0]!.slice("> 1 | ".length);
        const words = new Set([...pairs.map(([each]) => each), ""]);
        const cut = shown.split(/[ ;(,…]/).filter((each) => !words.has(each));
        expect(cut).toEqual([]);
        const marks = text.split("\n")[1]!.slice("    | ".length);
        expect(shown.slice(marks.indexOf("^"), marks.length)).toBe(name);
      }),
    );
  });

  test("positions are those of counting line ends from the start", () => {
    const piece = fc.constantFrom("a", "\n", "\r\n", "😀");
    const source = fc.array(piece).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(source, fc.nat(60), (text, offset) => {
        fc.pre(offset <= text.length && !(text[offset - 1] === "\r" && text[offset] === "\n"));
        const before = text.slice(0, offset).split(/\r\n|\n/);
        expect(new SourceLines(text).at(offset)).toEqual({
          line: before.length,
          column: before.at(-1)!.length + 1,
        });
      }),
    );
  });
});

describe("sorting", () => {
  test("is by file, position and code, and keeps each diagnostic once", () => {
    const placeless = diagnose(new Message("CI3006", "bad", "", [], []), null);
    const sorted = [
      placeless,
      at(MAIN, 2, "CI1004"),
      at(MAIN, 2, "CI1009"),
      at(MAIN, 10),
      at(INTERFACE, 0),
    ];
    expect(sortDiagnostics([...sorted, ...structuredClone(sorted)].reverse())).toEqual(sorted);
  });

  test("does not depend on the order given", () => {
    const diagnostic = fc.record({
      code: fc.constantFrom("CI1001", "CI2001"),
      severity: fc.constantFrom("error" as const, "warning" as const),
      headline: fc.constantFrom("a", "b"),
      labels: fc.array(
        fc.record({
          span: fc.record({
            file: fc.constantFrom("/a.ts", "/b.ts"),
            start: fc.nat(2),
            end: fc.nat(2),
          }),
          text: fc.constantFrom("", "x"),
        }),
        { maxLength: 2 },
      ),
      chains: fc.constant<string[][]>([]),
      notes: fc.constant<string[]>([]),
      help: fc.constant<string[]>([]),
    });
    const shuffled = fc
      .array(diagnostic)
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sortDiagnostics(other)).toEqual(sortDiagnostics(list));
      }),
    );
  });
});

test("JSON has offsets, lines and columns, and its keys in one order", () => {
  const json = diagnosticsToJson([noImplementation()], PLAIN);
  expect(JSON.stringify(json)).toBe(
    JSON.stringify([
      {
        code: "CI2001",
        severity: "error",
        headline: "`HelloIf` has no implementation",
        labels: [
          {
            file: "app/src/main.ts",
            start: { offset: 108, line: 4, column: 16 },
            end: { offset: 130, line: 4, column: 38 },
            text: "called here",
          },
          {
            file: "hello-if/src/index.ts",
            start: { offset: 13, line: 1, column: 14 },
            end: { offset: 20, line: 1, column: 21 },
            text: "defined here",
          },
        ],
        chains: [["app", "hello-if@1.2.0"]],
        notes: ["`hello-impl` implements it, but app/package.json does not list it"],
        help: ["add `hello-impl` to the dependencies of app/package.json"],
      },
    ]),
  );
  const [unread] = diagnosticsToJson([noImplementation()], { ...PLAIN, readSource: () => null });
  expect(unread!.labels[0]!.start).toEqual({ offset: 108, line: null, column: null });
});

describe("CrateInterfaceError", () => {
  test("carries the plain rendering and what hosts show of a place", () => {
    const error = new CrateInterfaceError([at(MAIN, 60), noImplementation(), at(MAIN, 1)], PLAIN);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe(
      `CrateInterfaceError: ${renderDiagnostics(error.diagnostics, PLAIN)}`,
    );
    expect(error.diagnostics.map(({ labels }) => labels[0]!.span.start)).toEqual([1, 60, 108]);
    expect(error).toMatchObject({
      plugin: "crate-interface",
      code: "CI1004",
      pluginCode: "CI1004",
      id: MAIN,
      loc: { file: MAIN, line: 1, column: 2 },
    });
    // The message has it already.
    expect(error).not.toHaveProperty("frame");
    expect(error.stack).toBe(`${String(error)}\n`);
  });

  test("reads from disk by default, and does without", () => {
    const file = import.meta.filename;
    expect(new CrateInterfaceError([at(file, 0)]).message).toContain(
      '> 1 | import fc from "fast-check"',
    );
    const absent = new CrateInterfaceError([at(`${file}.absent`, 0)]);
    expect([absent.id, absent.loc]).toEqual([`${file}.absent`, undefined]);
    const placeless = diagnose(new Message("CI3006", "bad", "", [], []), null);
    expect(new CrateInterfaceError([placeless]).id).toBeUndefined();
  });
});
