import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import type { LinkedInterface } from "../../src/link/linkage.ts";
import { importErrors, linkModule, objectModule } from "../../src/link/module.ts";
import { call, define, implement, inDefault, type Statement, workspace } from "./graph.ts";

/** The interface `HelloIf` (in any namespace) of a package with an implementation beside it. */
function helloIf(
  definition: Statement[],
  implementation: Statement[] = [],
  file = "impl.ts",
): LinkedInterface {
  return workspace({
    app: {
      files: {
        "index.ts": definition,
        [file]: implementation,
        "main.ts": [call("HelloIf.hello", { from: "./index.ts" })],
      },
    },
  })
    .link()
    .interface("HelloIf");
}

describe("a link specifier", () => {
  test("is the implementing file where that provides everything", () => {
    const linked = helloIf(
      [define("HelloIf", ["hello", "greet?"], { defaults: ["greet"] })],
      [implement("HelloIf", ["hello", "greet"])],
    );
    expect(linkModule(linked)).toEqual({ kind: "redirect", file: "/ws/app/impl.ts" });
  });

  test("is the implementing file where no default is known, members visible or not", () => {
    for (const members of [null, ["hello", "unused?"]]) {
      const linked = helloIf([define("HelloIf", members)], [implement("HelloIf", ["hello"])]);
      expect(linkModule(linked)).toEqual({ kind: "redirect", file: "/ws/app/impl.ts" });
    }
  });

  test("is a module of re-exports where a default is left, called or not", () => {
    const linked = helloIf(
      [define("HelloIf", ["bye", "greet?", "hello"], { defaults: ["greet"] })],
      [implement("HelloIf", ["hello", "bye"])],
    );
    expect(linkModule(linked)).toEqual({
      kind: "virtual",
      code:
        'export { __HelloIf_bye, __HelloIf_hello } from "/ws/app/impl.ts";\n' +
        'export { __HelloIf_greet$weak as __HelloIf_greet } from "/ws/app/index.ts";\n',
    });
  });

  test("is a module of defaults where nothing implements it", () => {
    const linked = helloIf([define("HelloIf", ["hello?"], { defaults: ["hello"] })]);
    expect(linkModule(linked)).toEqual({
      kind: "virtual",
      code: 'export { __HelloIf_hello$weak as __HelloIf_hello } from "/ws/app/index.ts";\n',
    });
  });

  test("of an interface without members is an empty module", () => {
    const linked = workspace({ app: { files: { "index.ts": [define("HelloIf", [])] } } })
      .link()
      .interface("HelloIf");
    expect(linkModule(linked)).toEqual({ kind: "virtual", code: "export {};\n" });
    expect(objectModule(linked)).toEqual({ kind: "virtual", code: "export {};\n" });
  });
});

describe("the definition's own import of its specifier", () => {
  const { interface: linkedInterface } = workspace({
    app: {
      files: {
        "index.ts": [
          define("HelloIf", ["hello", "greet?"], { defaults: ["greet"] }),
          inDefault("HelloIf.hello", "greet"),
        ],
      },
    },
  }).link();
  const linked = linkedInterface("HelloIf");

  test("fails nothing while nobody calls the interface; any other import does", () => {
    expect(importErrors(linked, "/ws/app/index.ts")).toEqual([]);
    expect(importErrors(linked, "/ws/app/main.test.ts")).toMatchObject([{ code: "CI2001" }]);
  });

  test("is free for implementations, too: the selected one and others", () => {
    const { interface: uncalled } = workspace({
      app: {
        files: {
          "index.ts": [define("HelloIf", ["hello", "bye"])],
          "a.ts": [implement("HelloIf", ["hello"], { from: "./index.ts" })],
          "b.ts": [implement("HelloIf", ["bye"], { from: "./index.ts", conditions: ["browser"] })],
        },
      },
    }).link();
    expect(uncalled("HelloIf").errors).toMatchObject([{ code: "CI2003" }]);
    for (const file of ["a.ts", "b.ts"]) {
      expect(importErrors(uncalled("HelloIf"), `/ws/app/${file}`)).toEqual([]);
    }
    expect(importErrors(uncalled("HelloIf"), "/ws/app/c.ts")).toHaveLength(1);
  });

  test("finds a stub that names the hole", () => {
    const module = linkModule(linked);
    expect(module).toEqual({
      kind: "virtual",
      code:
        "export function __HelloIf_hello() " +
        '{ throw new Error("CI2001: nothing implements `hello` of `HelloIf`"); }\n',
    });
  });
});

describe("an object specifier", () => {
  test("exports the members under their own names, whatever file they are in", () => {
    const linked = helloIf(
      [define("HelloIf", ["hello", "greet?"], { defaults: ["greet"] })],
      [implement("HelloIf", ["hello"])],
    );
    expect(objectModule(linked)).toEqual({
      kind: "virtual",
      code:
        'export { __HelloIf_greet$weak as greet } from "/ws/app/index.ts";\n' +
        'export { __HelloIf_hello as hello } from "/ws/app/impl.ts";\n',
    });
  });

  test("names that are no identifiers are strings, and no name or path escapes from them", () => {
    const names = [
      "hello",
      "default",
      "then",
      "__proto__",
      "constructor",
      "delete",
      "foo-bar",
      "0",
      "",
      'quo"te',
      "back\\slash",
      "new\nline",
      "*/",
      "\u2028",
      "größe",
      "😀",
      "${x}",
    ];
    const file = `we"ird\\ \u2028 */ \n.ts`;
    const linked = helloIf([define("HelloIf", null)], [implement("HelloIf", names)], file);
    const { code } = objectModule(linked) as { code: string };
    expect(code).not.toMatch(/[\u2028\n](?!$)|\*\//);

    const { program, errors } = parseSync("object.mjs", code);
    expect(errors).toEqual([]);
    const [statement] = program.body;
    if (statement?.type !== "ExportNamedDeclaration") throw new Error(code);
    expect(program.body).toHaveLength(1);
    expect(statement.source?.value).toBe(`/ws/app/${file}`);
    const exported = statement.specifiers.map(({ exported: name }) =>
      name.type === "Literal" ? name.value : name.name,
    );
    expect(exported.sort()).toEqual([...names].sort());
  });

  test("can be evaluated with the names that objects treat specially", async () => {
    const linked = helloIf(
      [define("HelloIf", null)],
      [implement("HelloIf", ["hello", "default", "then", "__proto__"])],
    );
    const { code } = objectModule(linked) as { code: string };
    const target = `data:text/javascript,${encodeURIComponent(
      "export const __HelloIf_hello = 1, __HelloIf_default = 2, __HelloIf_then = 3, __HelloIf__1_1proto_1_1 = 4;",
    )}`;
    const source = code.replace("/ws/app/impl.ts", target);
    const object = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    expect(Object.entries(object)).toEqual([
      ["__proto__", 4],
      ["default", 2],
      ["hello", 1],
      ["then", 3],
    ]);
  });
});
