import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { link } from "../../src/link/link.ts";
import type { Linkage } from "../../src/link/linkage.ts";
import { importErrors } from "../../src/link/module.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Files, writeTree } from "../tree.ts";

// What could not be read is reported, and what may merely follow from it is not: neither among the
// diagnostics of a build nor where somebody imports the interface, which is what dev servers show.

const APP = {
  name: "app",
  version: "1.0.0",
  dependencies: { "mall-if": "*", "mall-impl": "*" },
};
const IMPLEMENTATION = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "mall-if";
impl_interface(HelloIf, { hello() { return "hello"; }, bye: () => "bye" });
`;
const FILES: Files = {
  "packages/app/package.json": APP,
  "packages/app/main.ts": `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "mall-if";
console.log(call_interface(HelloIf.hello()), call_interface(HelloIf.bye()));
`,
  "packages/mall-if/package.json": { name: "mall-if", version: "1.0.0" },
  "packages/mall-if/index.ts": `import { def_interface } from "crate-interface/macro";
export const HelloIf = def_interface<{ hello(): string; bye(): string }>();
`,
  "packages/mall-impl/package.json": {
    name: "mall-impl",
    version: "1.0.0",
    dependencies: { "mall-if": "*" },
  },
  "packages/mall-impl/index.ts": IMPLEMENTATION,
};
const LINKS = {
  "node_modules/mall-if": "packages/mall-if",
  "node_modules/mall-impl": "packages/mall-impl",
};

/** The codes that a build reports, and those that importing the interface in `main.ts` fails with. */
function codes(changes: Files, links = LINKS): { reported: string[]; imported: string[] } {
  using tree = writeTree({ ...FILES, ...changes }, links);
  const root = tree.path("packages/app");
  const linkage = link(scan(root, { cache: false }), { conditions: [], production: false });
  return {
    reported: linkage.diagnostics.map(codeOf),
    imported: importing(linkage, root).map(codeOf),
  };
}

function importing(linkage: Linkage, root: string): Diagnostic[] {
  const found = linkage.resolve(null, "HelloIf", root);
  return "headline" in found ? [found] : importErrors(found, `${root}/main.ts`);
}

function codeOf({ code, severity }: Diagnostic): string {
  return severity === "error" ? code : `${severity} ${code}`;
}

const only = (code: string) => ({ reported: [code], imported: [code] });

test("all of it links", () => {
  expect(codes({})).toEqual({ reported: [], imported: [] });
});

describe("an implementation that could not be read", () => {
  const implementation = (text: string): Files => ({ "packages/mall-impl/index.ts": text });
  const selected = (): Files => ({
    "packages/app/package.json": {
      ...APP,
      "crate-interface": { implementations: { HelloIf: "mall-impl" } },
    },
  });

  test("is not said to be missing: syntax, with a selection or without", () => {
    const broken = implementation(IMPLEMENTATION.replace(" });", ""));
    expect(codes(broken)).toEqual(only("CI1012"));
    expect(codes({ ...broken, ...selected() })).toEqual(only("CI1012"));
  });

  test("has no members missing: one that is not supported", () => {
    expect(codes(implementation(IMPLEMENTATION.replace("hello()", "get hello()")))).toEqual(
      only("CI1005"),
    );
  });

  test("other forms that are not macros", () => {
    const change = (from: string, to: string) =>
      codes(implementation(IMPLEMENTATION.replace(from, to)));
    expect(change("impl_interface(H", "if (true) impl_interface(H")).toEqual(only("CI1003"));
    expect(change("{ hello()", "!{ hello()")).toEqual(only("CI1009"));
    expect(change("{ impl_interface }", "* as macros")).toEqual(only("CI1001"));
  });

  test("is missing all the same where nothing that hides it is wrong", () => {
    const main = `${FILES["packages/app/main.ts"]}call_interface(HelloIf["bye"]());\n`;
    expect(codes({ "packages/app/main.ts": main, ...implementation("export {};") })).toEqual({
      reported: ["CI2001", "CI1009"],
      imported: ["CI2001"],
    });
  });

  test("is missing all the same where only calls are wrong, in whatever way", () => {
    const main = `${FILES["packages/app/main.ts"]}const Alias = HelloIf;
call_interface(Alias.bye());
call_interface({ space: "Mall" }, HelloIf.bye());
`;
    expect(codes({ "packages/app/main.ts": main, ...implementation("export {};") })).toEqual({
      reported: ["CI2001", "CI1010", "CI1007"],
      imported: ["CI2001"],
    });
  });

  test("leaves alone what is missing in another file", () => {
    expect(
      codes({
        "packages/app/other.ts": `import { impl_interface } from "crate-interface/macro";
import { OtherIf } from "mall-if";
impl_interface(OtherIf, { get other() {} });
`,
        "packages/mall-if/other.ts": `import { def_interface } from "crate-interface/macro";
export const OtherIf = def_interface<{ other(): void }>();
`,
        ...implementation(IMPLEMENTATION.replace(', bye: () => "bye"', "")),
      }),
    ).toEqual({ reported: ["CI1005", "CI2003"], imported: ["CI2003"] });
  });
});

describe("a definition that could not be read", () => {
  const definition = FILES["packages/mall-if/index.ts"] as string;

  test.each([
    ["syntax", definition.replace(">();", ""), "CI1012"],
    ["its place", definition.replace("export ", ""), "CI1002"],
  ])("is not said to be unknown: %s", (_, text, code) => {
    expect(codes({ "packages/mall-if/index.ts": text })).toEqual(only(code));
  });

  test("is not said to be in another namespace", () => {
    const inMall = (text: string) => text.replace(" });", ' }, { namespace: "Mall" });');
    const { reported } = codes({
      "packages/mall-if/index.ts": definition.replace(">()", ">({ namespace: `Ma${0}` })"),
      "packages/mall-impl/index.ts": inMall(IMPLEMENTATION),
    });
    expect(reported).toEqual(["CI1007"]);
  });
});

describe("a package.json that could not be read", () => {
  test("of the root: nothing that it lists is said to be missing", () => {
    const text = JSON.stringify(APP).replace("}}", "},}");
    expect(codes({ "packages/app/package.json": text })).toEqual(only("CI3006"));
  });

  test("a selection that leaves the package is not ignored for another error", () => {
    const manifest = { ...APP, "crate-interface": { implementations: { HelloIf: "./../x.ts" } } };
    expect(
      codes({
        "packages/app/package.json": manifest,
        "packages/mall-impl/second.ts": IMPLEMENTATION,
      }),
    ).toEqual(only("CI3007"));
  });
});

describe("a facade whose package.json says wrongly that it is one", () => {
  /** Two implementations, so that the root has to choose where it is no facade. */
  const facade = (key: object, text = JSON.stringify): Files => ({
    "packages/app/package.json": {
      ...APP,
      dependencies: { ...APP.dependencies, "mall-noop": "*" },
    },
    "packages/mall-if/package.json": text({
      name: "mall-if",
      version: "1.0.0",
      dependencies: { "mall-noop": "*" },
      "crate-interface": key,
    }),
    ...implementing("mall-impl"),
    ...implementing("mall-noop"),
  });
  const implementing = (name: string): Files => ({
    [`packages/${name}/package.json`]: {
      name,
      version: "1.0.0",
      dependencies: { "mall-if": "*" },
      "crate-interface": { facadeImpl: "mall-if" },
    },
    [`packages/${name}/index.ts`]: IMPLEMENTATION,
  });
  const linked = { ...LINKS, "node_modules/mall-noop": "packages/mall-noop" };

  test.each([
    ["a key that is misspelt", { facad: true, defaultFacadeImpl: "mall-noop" }],
    ["a value of another type", { facade: "yes", defaultFacadeImpl: "mall-noop" }],
  ])("%s: nobody else made a mistake", (_, key) => {
    expect(codes(facade(key), linked)).toEqual(only("CI3006"));
  });

  test("what is no JSON", () => {
    const text = (json: object) => JSON.stringify(json).replace('"}}', '",}}');
    const key = { facade: true, defaultFacadeImpl: "mall-noop" };
    expect(codes(facade(key, text), linked)).toEqual(only("CI3006"));
  });

  test("its default under a misspelt key is not said to be brought along", () => {
    const key = { facade: true, defaultFacadeImp: "mall-noop" };
    const files = facade(key);
    expect(codes({ ...files, "packages/app/package.json": APP }, linked).reported).toEqual([
      "CI3006",
    ]);
  });

  test("its default file under a misspelt key is not said to be in the wrong place", () => {
    const files = facade({ facade: true, defaultFacadeImp: "./noop.ts" });
    const own = { "packages/mall-if/noop.ts": IMPLEMENTATION.replace("mall-if", "./index.ts") };
    expect(codes({ ...files, ...own, "packages/app/package.json": APP }, linked).reported).toEqual([
      "CI3006",
    ]);
  });

  test("what is no facade in all that it says is none", () => {
    expect(codes(facade({ facade: false }), linked).reported).toEqual(["CI3003", "CI3003"]);
  });
});
