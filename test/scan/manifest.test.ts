import { describe, expect, test } from "vitest";
import type { Diagnostic, Span } from "../../src/diagnostics/diagnostic.ts";
import { link } from "../../src/link/link.ts";
import { findJsonError, locateJson, parseJson } from "../../src/scan/json-text.ts";
import type { Manifest } from "../../src/scan/manifest/manifest.ts";
import { readManifest } from "../../src/scan/manifest/read-manifest.ts";
import { scan } from "../../src/scan/scan.ts";
import { writeTree } from "../tree.ts";

interface Read {
  manifest: Manifest;
  /** Code, headline, and what is underlined. */
  found: [string, string, string][];
  text(span: Span | undefined): string | undefined;
}

function read(key: string): Read {
  const text = `{"name":"x","crate-interface":${key}}`;
  const diagnostics: Diagnostic[] = [];
  const json = parseJson(text) as Record<string, unknown>;
  const manifest = readManifest(json, "/x/package.json", text, diagnostics);
  const found = diagnostics.map(({ code, headline, labels }): [string, string, string] => {
    const { start, end } = labels[0].span;
    return [code, headline, text.slice(start, end)];
  });
  return { manifest, found, text: (span) => span && text.slice(span.start, span.end) };
}

describe("the crate-interface key", () => {
  test("everything that it may say", () => {
    const { manifest, found } = read(`{
      "facade": true, "defaultFacadeImpl": "./src/noop.ts", "facadeImpl": [], "symbols": "dist/ci.json",
      "implementations": {"Logger": "log-pino", "rng#Rng": {"browser": "./web.ts", "default": {"node": "a"}}}}`);
    expect(found).toEqual([]);
    expect(manifest).toEqual({
      present: true,
      facade: true,
      defaultFacadeImpl: "./src/noop.ts",
      facadeImpl: [],
      symbols: "dist/ci.json",
      implementations: {
        Logger: "log-pino",
        "rng#Rng": { browser: "./web.ts", default: { node: "a" } },
      },
      selectionSpans: expect.any(Object),
      spans: expect.any(Object),
    });
    expect(read('{"facadeImpl": "log"}').manifest.facadeImpl).toEqual(["log"]);
    expect(read('{"facadeImpl": ["log", "@x/rng"]}').manifest.facadeImpl).toEqual([
      "log",
      "@x/rng",
    ]);
  });

  test("where it speaks of facades", () => {
    const facade = read('{"facade" : true, "defaultFacadeImpl" : "log-noop"}');
    expect(facade.text(facade.manifest.spans.facade)).toBe('"facade" : true');
    expect(facade.text(facade.manifest.spans.defaultFacadeImpl)).toBe('"log-noop"');
    const one = read('{"facadeImpl": "log"}');
    expect(one.text(one.manifest.spans.facadeImpl.log)).toBe('"log"');
    const { manifest, text } = read('{"facadeImpl": ["__proto__", "rng"]}');
    expect(Object.keys(manifest.spans.facadeImpl)).toEqual(["__proto__", "rng"]);
    expect(text(manifest.spans.facadeImpl.rng)).toBe('"rng"');
  });

  test("what is wrong with one element of a list leaves the others alone", () => {
    const { manifest, found } = read('{"facadeImpl": ["a", 1, "", "./b", "c", "a", "x"]}');
    expect(manifest.facadeImpl).toEqual(["a", "c"]);
    expect(found).toEqual([
      ["CI3006", "`facadeImpl[1]` must be the name of a package", "1"],
      ["CI3006", "`facadeImpl[2]` must be the name of a package", '""'],
      ["CI3006", "`facadeImpl[3]` must be the name of a package", '"./b"'],
      ["CI3006", "`facadeImpl` names `a` more than once", '"a"'],
      ["CI3006", "`facadeImpl[6]` names `x`, which is this package itself", '"x"'],
    ]);
  });

  test("where its selections stand: whole, and of choices by condition the key", () => {
    const text = `{"crate-interface":{"implementations":{"A": "a", "B": {"node" : "b"}}}}`;
    const json = parseJson(text) as Record<string, unknown>;
    const { selectionSpans } = readManifest(json, "/x/package.json", text, []);
    const texts = Object.entries(selectionSpans).map(([path, { file, start, end }]) => [
      path,
      file,
      text.slice(start, end),
    ]);
    expect(texts).toEqual([
      ["A", "/x/package.json", '"A": "a"'],
      ["B.node", "/x/package.json", '"node" : "b"'],
      ["B", "/x/package.json", '"B"'],
    ]);
  });

  test("none at all", () => {
    const manifest = readManifest({ name: "x" }, "/x/package.json", "{}", []);
    expect(manifest.present).toBe(false);
  });

  test("an unknown key names the one that was meant", () => {
    const text = `{"crate-interface":{"facadeimpl":["a"],"colour":1}}`;
    const diagnostics: Diagnostic[] = [];
    readManifest(parseJson(text) as Record<string, unknown>, "/p", text, diagnostics);
    expect(diagnostics.map(({ help }) => help)).toEqual([
      ["rename `facadeimpl` to `facadeImpl`"],
      ['remove `colour` from `"crate-interface"`'],
    ]);
    expect(diagnostics[0].labels[0].span).toEqual({ file: "/p", start: 20, end: 32 });
  });

  const misspelt = (keys: string[], file = "/x/package.json") => {
    const text = JSON.stringify(Object.fromEntries(keys.map((key) => [key, { facade: true }])));
    const diagnostics: Diagnostic[] = [];
    const manifest = readManifest(JSON.parse(text), file, text, diagnostics);
    expect(manifest.facade).toBe(keys.includes("crate-interface"));
    return diagnostics.map(({ code, severity, labels: [{ span }], help }) => {
      return [code, severity, text.slice(span.start, span.end), ...help];
    });
  };

  test.each(["crateInterface", "crate-interfaces", "crate_interface", "crate-inteface"])(
    "`%s` in its place is a warning, but not in an installed package",
    (key) => {
      expect(misspelt(["name", key])).toEqual([
        ["CI3006", "warning", `"${key}"`, `rename \`"${key}"\` to \`"crate-interface"\``],
      ]);
      expect(misspelt([key], "/x/node_modules/y/package.json")).toEqual([]);
      expect(misspelt([key, "crate-interface"])).toEqual([]);
    },
  );

  test("what others read is not taken for it", () => {
    expect(misspelt(["publishConfig", "peerDependencies", "interface", "create-react"])).toEqual(
      [],
    );
  });

  test("what comes after `default` in a choice is never reached", () => {
    const text = `{"crate-interface":{"implementations":{"default":"a","A":{
      "default":{"node":"a"},"x":{"default":"b","node":"c"},"default ":"d"},
      "B":{"default":"e","browser":"f","worker":"./g.ts"}}}}`;
    const diagnostics: Diagnostic[] = [];
    const json = parseJson(text) as Record<string, unknown>;
    const { implementations } = readManifest(json, "/p", text, diagnostics);
    expect(
      diagnostics.map(({ code, severity, headline, labels: [{ span }], help }) => [
        code,
        severity,
        headline,
        text.slice(span.start, span.end),
        ...help,
      ]),
    ).toEqual(
      [
        ["A.x.node", "node"],
        ["B.browser", "browser"],
        ["B.worker", "worker"],
      ].map(([path, name]) => [
        "CI3006",
        "warning",
        `\`implementations.${path}\` is never reached`,
        `"${name}"`,
        `put \`${name}\` before \`default\`, or remove it`,
      ]),
    );
    expect(implementations.B).toEqual({ default: "e", browser: "f", worker: "./g.ts" });
  });

  test.each([
    ["[]", '`"crate-interface"` must be an object', "[]"],
    ["null", '`"crate-interface"` must be an object', "null"],
    ['{"facade":"yes"}', "`facade` must be `true` or `false`", '"yes"'],
    [
      '{"facade":true,"defaultFacadeImpl":""}',
      "`defaultFacadeImpl` must be a package or a `./path`",
      '""',
    ],
    ['{"facadeImpl":{"a":1}}', "`facadeImpl` must be a package or a list of packages", '{"a":1}'],
    ['{"facadeImpl":"../a"}', "`facadeImpl` must be the name of a package", '"../a"'],
    ['{"facadeImpl":"x"}', "`facadeImpl` names `x`, which is this package itself", '"x"'],
    [
      '{"facade":true,"defaultFacadeImpl":"x"}',
      "`defaultFacadeImpl` names `x`, which is this package itself",
      '"x"',
    ],
    [
      '{"defaultFacadeImpl":"a"}',
      "`defaultFacadeImpl` is only for a package with `facade`",
      '"defaultFacadeImpl"',
    ],
    ['{"symbols":{"a":1}}', "`symbols` must be a path", '{"a":1}'],
    ['{"implementations":[]}', "`implementations` must be an object", "[]"],
    [
      '{"implementations":{"A":{"node":1}}}',
      "`implementations.A.node` must be a package, a `./path`, or an object of those by condition",
      "1",
    ],
    [
      '{"facade":true,"facadeImpl":["a"]}',
      "a package cannot be both `facade` and `facadeImpl`",
      '"facadeImpl"',
    ],
  ])("%s is CI3006", (key, headline, place) => {
    expect(read(key).found).toEqual([["CI3006", headline, place]]);
  });

  test.each([
    ['{"symbols":"../x.json"}', "symbols"],
    ['{"symbols":"a/../../x.json"}', "symbols"],
    ['{"symbols":"/etc/passwd"}', "symbols"],
    ['{"symbols":"C:/x.json"}', "symbols"],
    ['{"symbols":"..\\\\x.json"}', "symbols"],
    ['{"symbols":"a\\u0000b"}', "symbols"],
    ['{"defaultFacadeImpl":"../other/src/index.ts"}', "defaultFacadeImpl"],
    ['{"implementations":{"A":"../a.ts"}}', "implementations.A"],
    ['{"implementations":{"A":{"node":"./../a.ts"}}}', "implementations.A.node"],
  ])("%s is CI3007 and does not count", (key, name) => {
    const { manifest, found } = read(key);
    expect(found.map(([code, headline]) => [code, headline.split(":")[0]])).toEqual([
      ["CI3007", `\`${name}\` leads out of the package`],
    ]);
    expect(manifest.symbols).toBeNull();
    expect(manifest.defaultFacadeImpl).toBeNull();
    expect(JSON.stringify(manifest.implementations)).not.toContain("..");
  });

  test("names of Object.prototype are names like any other", () => {
    const { manifest, found } = read(
      '{"implementations":{"__proto__":"a","constructor":{"__proto__":"b"}},"__proto__":{"facade":true}}',
    );
    expect(Object.keys(manifest.implementations)).toEqual(["__proto__", "constructor"]);
    expect(manifest.implementations.constructor).toHaveProperty("__proto__", "b");
    expect(manifest.facade).toBe(false);
    expect(found).toEqual([
      ["CI3006", '`"crate-interface"` has no key `__proto__`', '"__proto__"'],
    ]);
    expect(({} as { facade?: unknown }).facade).toBeUndefined();
  });

  test("choices by condition nested without end are refused", () => {
    const deep = `${'{"a":'.repeat(5_000)}"x"${"}".repeat(5_000)}`;
    expect(read(`{"implementations":{"A":${deep}}}`).found.map(([code]) => code)).toEqual([
      "CI3006",
    ]);
  });
});

test("a default that is a symbolic link out of its package is CI3007, and nothing follows", () => {
  using tree = writeTree(
    {
      "log/package.json": {
        name: "log",
        "crate-interface": { facade: true, defaultFacadeImpl: "./noop.ts" },
      },
      "log/index.ts":
        'import { call_interface, def_interface } from "crate-interface/macro";\n' +
        "export const Log = def_interface<{ log(): void }>();\ncall_interface(Log.log());\n",
      "elsewhere/noop.ts": "export {};",
    },
    { "log/noop.ts": "elsewhere/noop.ts" },
  );
  const graph = scan(tree.path("log"), { cache: false });
  const { diagnostics } = link(graph, { conditions: [], production: false });
  expect(diagnostics.map(({ code, headline, notes }) => ({ code, headline, notes }))).toEqual([
    {
      code: "CI3007",
      headline: "`defaultFacadeImpl` leads out of the package: `./noop.ts`",
      notes: [`it is a symbolic link to \`${tree.path("elsewhere/noop.ts")}\``],
    },
  ]);
});

describe("positions in JSON", () => {
  test.each([
    ['{"a":1,}', "}", "expected a key"],
    ["{a:1}", "a", "expected a key or `}`"],
    ["[1 22]", "22", "expected `,` or `]`"],
    ['{"a" 1}', "1", "expected `:`"],
    ['{"a":tru}', "tru", "expected a value"],
    ['{"a":1} x', "x", "expected the end of the file"],
    ["// c\n{}", "//", "expected a value"],
    ["{'a':1}", "'", "expected a key or `}`"],
    ['{"a":"x', '"', "expected a value"],
    ['{"a":1', "", "expected `,` or `}`"],
    ["[1}", "}", "expected `,` or `]`"],
    ["", "", "expected a value"],
  ])("%s", (text, word, problem) => {
    const error = findJsonError(text);
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(error && [text.slice(error.start, error.end), error.problem]).toEqual([word, problem]);
  });

  test("what JSON.parse accepts has no error", () => {
    for (const text of [
      ' {"a":[1,-2.5e+3,"\\u00e9\\n\u007f",{}],"b":null} ',
      "0",
      '"x"',
      "\uFEFF[]",
    ]) {
      expect(findJsonError(text)).toBeNull();
    }
  });

  test("values and keys are found; of a repeated key the last", () => {
    const text = '{"a":{"x":1},"a":{"x":[0,{"y":"z"}]}}';
    const place = locateJson(text, ["a", "x", 1, "y"]);
    expect(
      place && [
        text.slice(place.key?.start, place.key?.end),
        text.slice(place.value.start, place.value.end),
      ],
    ).toEqual(['"y"', '"z"']);
    expect(text.slice(locateJson(text, ["a", "x"])?.value.start)).toBe('[0,{"y":"z"}]}}');
    expect(locateJson(text, ["b"])).toBeNull();
  });

  test("no nesting is too deep", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(findJsonError(deep)).toBeNull();
    expect(findJsonError(`${deep}]`)?.problem).toBe("expected the end of the file");
  });
});
