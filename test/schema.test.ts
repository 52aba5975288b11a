import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { readManifest } from "../src/scan/manifest/read-manifest.ts";
import { Editor, jsonLanguage, SCHEMAS } from "./json-language.ts";

const PACKAGE_JSON = "file:///project/packages/log/package.json";

/** VS Code with the setting that the guide recommends, beside its own schema for package.json. */
const service = jsonLanguage();
service.configure({
  validate: true,
  schemas: [
    { fileMatch: ["package.json"], uri: "https://json.schemastore.org/package.json" },
    { fileMatch: ["package.json"], uri: new URL("package-key.json", SCHEMAS).href },
  ],
});

const open = (key: string): Editor =>
  new Editor(service, PACKAGE_JSON, `{ "name": "log", "crate-interface": ${key} }`);

describe("in an editor", () => {
  test.each([
    ["{}", []],
    ['{ "facade": true, "defaultFacadeImpl": "./src/noop.ts" }', []],
    ['{ "facadeImpl": "rng", "symbols": "./dist/crate-interface.json" }', []],
    ['{ "facadeImpl": ["rng", "@x/log"] }', []],
    ['{ "implementations": { "rng#Rng": { "browser": "./a.ts", "default": "b" } } }', []],
    ["true", ["true"]],
    ['{ "facade": "yes" }', ['"yes"']],
    ['{ "facades": true }', ['"facades"']],
    ['{ "symbols": 1 }', ["1"]],
    ['{ "symbols": "../crate-interface.json" }', ['"../crate-interface.json"']],
    ['{ "symbols": "./dist" }', ['"./dist"']],
    ['{ "symbols": "./package.json" }', ['"./package.json"']],
    ['{ "symbols": "./dist/package.json" }', []],
    ['{ "facadeImpl": ["rng", 1] }', ["1"]],
    ['{ "facadeImpl": "./rng" }', ['"./rng"']],
    ['{ "implementations": { "Rng": { "browser": ["a"] } } }', ['["a"]']],
    ['{ "facade": true, "facadeImpl": "rng" }', ['"rng"']],
    ['{ "defaultFacadeImpl": "log-noop" }', ['"log-noop"']],
  ])("%s has these underlined: %j", async (key, underlined) => {
    const editor = open(key);
    const problems = await editor.problems();
    expect(problems.map(({ start, end }) => editor.text.slice(start, end))).toEqual(underlined);
  });

  test("what is wrong is said in words", async () => {
    const said = async (key: string) => (await open(key).problems()).map(({ message }) => message);
    expect(await said('{ "symbols": "/x.json" }')).toEqual([
      "A path is relative to the package and stays in its folder.",
    ]);
    expect(await said('{ "facade": true, "facadeImpl": "rng" }')).toEqual([
      "A package cannot be both `facade` and `facadeImpl`: put the implementation into a package of its own.",
    ]);
    expect(await said('{ "defaultFacadeImpl": "log-noop" }')).toEqual([
      '`defaultFacadeImpl` is only for a package with `"facade": true`.',
    ]);
  });

  test("keys and values are proposed", async () => {
    const beside = new Editor(service, PACKAGE_JSON, '{ "name": "log", "‸" }');
    expect(await beside.completions()).toEqual(
      expect.arrayContaining(["crate-interface", "license"]),
    );
    expect((await open('{ "‸" }').completions()).sort()).toEqual([
      "defaultFacadeImpl",
      "facade",
      "facadeImpl",
      "implementations",
      "symbols",
    ]);
    expect(await open('{ "facade": ‸ }').completions()).toEqual(["true", "false"]);
    expect(await open('{ "symbols": ‸ }').completions()).toContain('"./dist/crate-interface.json"');
    expect(await open('{ "implementations": { "Rng": { "‸" } } }').completions()).toEqual(
      expect.arrayContaining(["browser", "default"]),
    );
  });

  test.each([
    ["{ ‸}", "link-time interfaces"],
    ['{ "‸facade": true }', "the package being built chooses the implementation"],
    ['{ "defaultFacadeImpl‸": "x" }', "where the package being built chooses none"],
    ['{ "facadeImpl‸": "x" }', "all of them and fully"],
    ['{ "implementations‸": {} }', "Which implementation is linked where several could be"],
    ['{ "symbols‸": "x" }', "crate-interface symbols --write"],
  ])("%s is explained at the cursor", async (key, text) => {
    expect(await open(key).hover()).toContain(text);
  });

  test("`$schema` in the package.json itself works alike, whatever else an editor knows", async () => {
    const schema = new URL("package-json.json", SCHEMAS).href;
    const editor = new Editor(
      jsonLanguage(),
      PACKAGE_JSON,
      `{ "$schema": "${schema}", "name": 1, "crate-interface": { "facade": 2 } }`,
    );
    const problems = await editor.problems();
    expect(problems.map(({ start, end }) => editor.text.slice(start, end))).toEqual(["1", "2"]);
  });
});

type Place = { start: number; end: number };

/** Between a key and its value: of what excludes each other, one may show the key, one the value. */
const GAP = '": '.length - 1;

describe("the schema and the program agree", () => {
  /** Paths that lead out only after they have led in: no pattern can count. */
  const isCounted = (path: string): boolean => /[^./\\][^/\\]*[/\\].*\.\./.test(path);
  const text = fc
    .oneof(
      fc.constantFrom(
        "log",
        "@x/log",
        "./src/a.ts",
        "./a.json",
        ".\\\\package.json",
        ".json",
        "../a.ts",
        "./../a",
        "..",
        ".",
        "",
        "/a",
      ),
      fc.constantFrom(
        "C:\\a",
        "c:/a",
        ".\\..\\a",
        "a\\b",
        "./",
        ".//..",
        "...",
        "..a",
        "rng",
        "./a/../b",
      ),
      fc.string(),
    )
    .filter((path) => !isCounted(path) && !path.includes("\0") && path !== "log-self");
  const anything = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }));
  const mostly = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: anything });
  const { selection } = fc.letrec((tie) => ({
    selection: fc.oneof(
      { weight: 3, arbitrary: text },
      { weight: 1, arbitrary: anything },
      {
        weight: 2,
        arbitrary: fc.dictionary(
          fc.constantFrom("browser", "node", "default", "x"),
          tie("selection"),
          { maxKeys: 3 },
        ),
      },
    ),
  }));
  const key = fc.record(
    {
      facade: mostly(fc.boolean()),
      defaultFacadeImpl: mostly(text),
      facadeImpl: mostly(fc.oneof(text, fc.array(text, { maxLength: 3 }))),
      implementations: mostly(
        fc.dictionary(fc.constantFrom("Rng", "rng#Rng", "N/Rng"), selection, { maxKeys: 3 }),
      ),
      symbols: mostly(text),
      symbol: anything,
    },
    { requiredKeys: [] },
  );
  const manifest = fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: anything });

  /** What a package.json with this key is told, by the program and by an editor. */
  async function both(value: unknown) {
    const json = { name: "log-self", "crate-interface": value };
    const text = JSON.stringify(json, null, 1);
    const program: Diagnostic[] = [];
    readManifest(json, "/package.json", text, program);
    const editor = await new Editor(service, PACKAGE_JSON, text).problems();
    // A schema knows no order: that `default` comes before what it hides is a warning of the program's.
    const errors = program.filter(({ severity }) => severity === "error");
    return { text, program: errors.map(({ labels }) => labels[0]!.span), editor };
  }

  test("about which manifests are right, and about the places in those that are wrong", async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (value) => {
        const { text, program, editor } = await both(value);
        const touches = (a: Place) => (b: Place) =>
          a.start <= b.end + GAP && b.start <= a.end + GAP;
        const unseen = program.filter((span) => !editor.some(touches(span)));
        // Where another key is wrong, the program does not say what may only follow from that.
        const follows = ({ message }: (typeof editor)[number]): boolean =>
          program.length > 0 && message.startsWith("`defaultFacadeImpl` is only for");
        const invented = editor.filter((span) => !program.some(touches(span)) && !follows(span));
        const shown = ({ start, end }: Place) => text.slice(start, end);
        expect({ unseen: unseen.map(shown), invented: invented.map(shown) }).toEqual({
          unseen: [],
          invented: [],
        });
      }),
      {
        numRuns: 1000,
        // A warning, of the order of conditions, hides no error.
        examples: [
          [{ defaultFacadeImpl: "a", implementations: { Rng: { default: "b", node: "c" } } }],
        ],
      },
    );
  });

  test("except for what a schema cannot say", async () => {
    const selections = (depth: number): unknown =>
      depth === 0 ? "a" : { node: selections(depth - 1) };
    const beyond = [
      { symbols: "a/../../b.json" },
      { symbols: "./a/../package.json" },
      { facadeImpl: "log-self" },
      { facade: true, defaultFacadeImpl: "log-self" },
      { implementations: selections(20) },
    ];
    for (const value of beyond) {
      const { program, editor } = await both(value);
      expect({ value, program: program.length, editor: editor.length }).toEqual({
        value,
        program: 1,
        editor: 0,
      });
    }
  });
});
