import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import {
  demangle,
  freshName,
  interfacePath,
  isNamespace,
  linkSpecifier,
  localName,
  mangle,
  mangleObject,
  mangleWeak,
  objectSpecifier,
  parseSpecifier,
  SymbolParts,
} from "../src/naming.ts";
import { anyText, identifier, symbolLike } from "./arbitraries.ts";

const anyNamespace = fc.option(anyText);
const anyParts = fc.tuple(anyNamespace, anyText, anyText, fc.boolean());
type Parts = [string | null, string, string, boolean];

function symbolOf([namespace, interfaceName, member, weak]: Parts): string {
  return (weak ? mangleWeak : mangle)(namespace, interfaceName, member);
}

describe("local names", () => {
  test.each([
    ["hello", "__Mall_If_hello"],
    ["useTheme", "useTheme"],
    ["use2", "use2"],
    ["useA_$1", "useA_$1"],
    // React knows no hook by these names, or they cannot be written as a name.
    ["use", "__Mall_If_use"],
    ["used", "__Mall_If_used"],
    ["use_theme", "__Mall_If_use_1theme"],
    ["UseTheme", "__Mall_If_UseTheme"],
    ["useA-b", "__Mall_If_useA_0002db"],
    ["useÄ", "__Mall_If_use_000c4"],
  ])("%s", (member, local) => {
    expect(localName("Mall", "If", member)).toBe(local);
  });
});

describe("examples of the contract", () => {
  test.each<[Parts, string]>([
    [[null, "HelloIf", "hello", false], "__HelloIf_hello"],
    [["Mall", "HelloIf", "hello", false], "__Mall_HelloIf_hello"],
    [[null, "AllDefaultIf", "method_a", false], "__AllDefaultIf_method_1a"],
    [[null, "HelloIf", "greet", true], "__HelloIf_greet$weak"],
    [["Mall", "HelloIf", "greet", true], "__Mall_HelloIf_greet$weak"],
    [[null, "If", "$", false], "__If__00024"],
    [[null, "If", "0", false], "__If__00030"],
    [[null, "If", "a0", false], "__If_a0"],
    [[null, "If", "not-a-name", false], "__If_not_0002da_0002dname"],
    [[null, "If", "😀", false], "__If__0d83d_0de00"],
    [[null, "If", "", false], "__If_"],
    [[null, "If", "__proto__", false], "__If__1_1proto_1_1"],
    [[null, "If", "constructor", false], "__If_constructor"],
    [[null, "If", "class", false], "__If_class"],
  ])("%j is %s", (parts, symbol) => {
    expect(symbolOf(parts)).toBe(symbol);
    expect(demangle(symbol)).toEqual(new SymbolParts(...parts));
  });

  test("specifiers and objects", () => {
    expect(linkSpecifier(null, "HelloIf")).toBe("crate-interface/link/HelloIf");
    expect(linkSpecifier("Mall", "HelloIf")).toBe("crate-interface/link/Mall/HelloIf");
    expect(objectSpecifier(null, "HelloIf")).toBe("crate-interface/object/HelloIf");
    expect(objectSpecifier("Mall", "HelloIf")).toBe("crate-interface/object/Mall/HelloIf");
    expect(mangleObject(null, "HelloIf")).toBe("__HelloIf");
    expect(mangleObject("Mall", "HelloIf")).toBe("__Mall_HelloIf");
    expect(interfacePath("Mall", "HelloIf")).toBe("Mall/HelloIf");
    expect(freshName("__HelloIf_hello", "1")).toBe("__HelloIf_hello$1");
  });
});

describe("symbols", () => {
  test("are inverted by demangle, for any text in any part", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(demangle(symbolOf(parts))).toEqual(new SymbolParts(...parts));
      }),
      { numRuns: 2000 },
    );
  });

  test("are equal only for equal parts, also where the parts are made to collide", () => {
    const confusing = fc
      .array(fc.constantFrom("_", "$", "0", "1", "a", "_1", "_0005f", "$weak"), { maxLength: 3 })
      .map((pieces) => pieces.join(""));
    const parts = fc.tuple(fc.option(confusing), confusing, confusing, fc.boolean());
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(parts, (each) => {
        const symbol = symbolOf(each);
        const key = JSON.stringify(each);
        expect(seen.get(symbol) ?? key).toBe(key);
        seen.set(symbol, key);
      }),
      { numRuns: 20_000 },
    );
    expect(seen.size).toBeGreaterThan(5000);
  });

  test("are identifiers that a module can declare and export", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const symbol = symbolOf(parts);
        expect(symbol).toMatch(/^__[A-Za-z0-9_]*(\$weak)?$/);
        expect(parseSync("a.js", `export function ${symbol}() {}`).errors).toEqual([]);
      }),
    );
  });

  test("are read from nothing else: what demangle accepts is what mangle makes", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(symbolLike, anyText), (text) => {
        const parts = demangle(text);
        if (parts === null) return;
        accepted += 1;
        const { namespace, interfaceName, member, weak } = parts;
        expect(symbolOf([namespace, interfaceName, member, weak])).toBe(text);
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  test.each([
    "",
    "__",
    "hello",
    "_HelloIf_hello",
    "__HelloIf",
    "__a_b_c_d",
    "__HelloIf_1a",
    "__HelloIf_hel$lo",
    "__HelloIf_hello$1",
    "__HelloIf_a_0",
    "__HelloIf_a_0002",
    "__HelloIf_a_0002D",
    "__HelloIf_a_00061",
    "__HelloIf_a_0005f",
    "__HelloIf_a_00030",
    "__1HelloIf_hello",
    "__HelloIf_é",
  ])("%j is none", (text) => {
    expect(demangle(text)).toBeNull();
  });
});

describe("specifiers", () => {
  test("are inverted by parseSpecifier", () => {
    fc.assert(
      fc.property(fc.option(identifier), identifier, (namespace, interfaceName) => {
        const parts = { namespace, interfaceName };
        const link = parseSpecifier(linkSpecifier(namespace, interfaceName));
        expect(link).toEqual({ ...parts, object: false });
        const object = parseSpecifier(objectSpecifier(namespace, interfaceName));
        expect(object).toEqual({ ...parts, object: true });
      }),
    );
  });

  test.each([
    "crate-interface",
    "crate-interface/link",
    "crate-interface/link/",
    "crate-interface/link//HelloIf",
    "crate-interface/link/Mall/",
    "crate-interface/link/a/b/c",
    "crate-interface/macro",
    "./crate-interface/link/HelloIf",
    "crate-interface/objects/HelloIf",
  ])("%s is none", (specifier) => {
    expect(parseSpecifier(specifier)).toBeNull();
  });
});

test("a namespace is an ASCII identifier", () => {
  for (const good of ["Mall", "_", "$", "a1", "constructor", "__proto__"]) {
    expect(isNamespace(good)).toBe(true);
  }
  for (const bad of ["", "1a", "a-b", "a/b", "a b", "é", "😀", "a\n", ".."]) {
    expect(isNamespace(bad)).toBe(false);
  }
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isNamespace(text)).toBe(/^[A-Za-z_$][\w$]*$/.test(text) && !text.endsWith("\n"));
    }),
  );
});
