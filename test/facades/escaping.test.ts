import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFromDisk } from "../../src/diagnostics/error.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import {
  APP,
  type Attack,
  attack,
  implementing,
  LOGGER,
  manifest,
  type Outcome,
  SPAN,
  table,
} from "./attack.ts";
import { run } from "./project.ts";

// A package says which files of it take part. All of them have to be its own: what is linked is code
// that the program runs, and what is shown in an error ends in logs that others read.

const CONSOLE = "app/node_modules/log-stdout/index.ts";
const EVIL = "app/node_modules/evil";
const SECRET = "TOKEN=hunter2\n";

/** The app depends on `evil` itself and has no other logger, so that nothing else keeps it out. */
const TRUSTING: Attack["app"] = {
  ...APP,
  "package.json": { name: "app", dependencies: { evil: "^1.0.0", log: "^1.0.0" } },
};

/** `evil` with this table, or this path to it, among other files on disk. */
function trusting(
  { symbols = "./crate-interface.json", written }: { symbols?: unknown; written?: unknown },
  more: Pick<Attack, "disk" | "links"> = {},
): Outcome {
  return attack({
    app: TRUSTING!,
    published: {
      "evil@1.0.0/package.json": manifest({ symbols }),
      "evil@1.0.0/index.ts": LOGGER,
      ...(written === undefined ? {} : { "evil@1.0.0/crate-interface.json": written }),
    },
    ...more,
  });
}

/** Everything that is said, with code frames. */
function said({ linkage, tree }: Outcome): string {
  const options = { color: false, cwd: tree.dir, readSource: readFromDisk };
  return renderDiagnostics(linkage.diagnostics, options);
}

test("the victim of these tests is linked to what `evil` implements in its own files", () => {
  using honest = trusting({});
  expect(honest.target()).toBe(`${EVIL}/index.ts`);
  expect(honest.errors).toEqual([]);
});

describe("`symbols` outside of the package", () => {
  test.each([
    "../log-stdout/crate-interface.json",
    "./dist/../../log-stdout/crate-interface.json",
    "..\\log-stdout\\crate-interface.json",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "c:secrets.json",
    "\\\\server\\share\\table.json",
    "./a\0b.json",
    "..",
  ])("%j would be read, and parts of it shown", (symbols) => {
    using outcome = trusting({ symbols });
    expect(outcome.target()).toBe("CI3007");
    expect(said(outcome)).toContain("leads out of the package");
  });

  test("as a link to a file, or below a link to a folder", () => {
    for (const [symbols, links] of [
      ["./table.json", { [`${EVIL}/table.json`]: "secret/table.json" }],
      ["./dist/table.json", { [`${EVIL}/dist`]: "secret" }],
      ["./gone.json", { [`${EVIL}/gone.json`]: "secret/gone.json" }],
      ["./self.json", { [`${EVIL}/self.json`]: `${EVIL}/self.json` }],
    ] as const) {
      const disk = { "secret/table.json": SECRET };
      using outcome = trusting({ symbols }, { disk, links });
      expect(outcome.target()).toMatch(/^CI300[78]$/);
      expect(said(outcome)).not.toContain("hunter2");
    }
  });
});

describe("a table that names files outside of the package", () => {
  const implementation = { implementations: [implementing()] };

  test.each([
    "../log-stdout/index.ts",
    "/etc/passwd",
    "..\\log-stdout\\index.ts",
    "a/../../log-stdout/index.ts",
    "C:/index.ts",
    "",
    ".",
    "..",
  ])("%j as what it implements something in: the program would run it", (file) => {
    using outcome = trusting({ written: table({ file, ...implementation }) });
    expect(outcome.target()).toBe("CI3008");
  });

  test("by a link to a file, or below a link to a folder", () => {
    for (const [file, links] of [
      ["link.ts", { [`${EVIL}/link.ts`]: "other/index.ts" }],
      ["dist/index.ts", { [`${EVIL}/dist`]: "other" }],
    ] as const) {
      const written = table({ file, ...implementation });
      using outcome = trusting({ written }, { disk: { "other/index.ts": LOGGER }, links });
      expect(outcome.target()).toBe("CI3008");
      expect(said(outcome)).toContain("leads out of the package");
    }
  });

  test("as the source of a file, of which errors show lines", () => {
    const call = {
      interface: { name: "Logger", namespace: null, source: "log" },
      member: "nope",
      span: { start: 0, end: 5 },
    };
    for (const [source, links] of [
      ["../../../secret/.env", {}],
      ["link.ts", { [`${EVIL}/link.ts`]: "secret/.env" }],
      ["src/.env", { [`${EVIL}/src`]: "secret" }],
    ] as const) {
      const written = table({ source, calls: [call] });
      using outcome = trusting({ written }, { disk: { "secret/.env": SECRET }, links });
      expect(outcome.errors).not.toEqual([]);
      expect(said(outcome)).not.toContain("hunter2");
    }
  });

  test("as the file of a span, which is shown as well", () => {
    const shown = (file: string): object => ({
      interface: { name: "Logger", namespace: null, source: "log" },
      member: "nope",
      span: { file, start: 0, end: 5 },
    });
    const disk = { "secret/.env": SECRET };
    const links = { [`${EVIL}/link.ts`]: "secret/.env" };
    for (const file of ["../../../secret/.env", "link.ts"]) {
      const written = table({ calls: [shown(file)] });
      using outcome = trusting({ written }, { disk, links });
      expect(outcome.errors).not.toEqual([]);
      expect(said(outcome)).not.toContain("hunter2");
    }
  });

  test("with places far behind the end of the file", () => {
    const far = { start: 2 ** 52, end: 2 ** 53 - 1 };
    const written = table({ implementations: [implementing(["log"], { span: far })] });
    using outcome = trusting({ written });
    expect(outcome.target()).toBe("CI2003");
    expect(said(outcome)).toContain("missing `enabled`");
  });
});

describe("a package whose folder is a link", () => {
  test("out of `node_modules`, brought by a package: it would be scanned as if developed here", () => {
    using outcome = attack({
      published: {
        "lib@1.0.0/package.json": { name: "lib", version: "1.0.0", dependencies: { victim: "*" } },
      },
      disk: {
        "home/package.json": { name: "victim", version: "1.0.0" },
        "home/private.ts": LOGGER,
      },
      links: { "app/node_modules/lib/node_modules/victim": "home" },
    });
    expect(outcome.target()).toBe(CONSOLE);
    expect([...outcome.graph.packages.keys()]).not.toContain(outcome.tree.path("home"));
  });

  test("to the folder above, or to itself: nothing goes round in circles", () => {
    using outcome = attack({
      published: {
        "lib@1.0.0/package.json": {
          name: "lib",
          version: "1.0.0",
          dependencies: { app: "*", lib: "*", loop: "*" },
        },
      },
      disk: { "app/node_modules/lib/node_modules/x/y": "" },
      links: {
        "app/node_modules/lib/node_modules/app": "app",
        "app/node_modules/lib/node_modules/lib": "app/node_modules/lib",
        "app/node_modules/lib/node_modules/loop": "app/node_modules/lib/node_modules/loop",
      },
    });
    expect(outcome.target()).toBe(CONSOLE);
    expect(outcome.errors).toEqual([]);
  });
});

test("`crate-interface link` writes where it was told, whatever a table says", () => {
  const names = ["__proto__", "constructor", "CON", "é", "index"];
  const definitions = names.map((name) => ({
    name,
    namespace: name === "index" ? "__proto__" : null,
    members: null,
    defaults: [{ name: "../../../../escape", kind: "function", span: SPAN }],
    span: SPAN,
  }));
  using outcome = attack({
    published: {
      "evil@1.0.0/package.json": manifest(),
      "evil@1.0.0/index.ts": "",
      "evil@1.0.0/crate-interface.json": table({ definitions }),
    },
  });
  const written = run("crate-interface link --out-dir out", outcome.tree).split("\n");
  expect(written).toContain("out/link/__proto__.js");
  expect(written).toContain("out/link/__proto__/index.js");
  expect(written).toHaveLength(2 * (names.length + 1));
  expect(written.filter((path) => !/^out\/(?:link|object)\/[^.]+\.js$/.test(path))).toEqual([]);
  const code = readFileSync(outcome.tree.path("app/out/link/__proto__.js"), "utf8");
  expect(code).toContain('from "../../node_modules/evil/index.ts"');
});
