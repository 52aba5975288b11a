import { describe, expect, test } from "vitest";
import type { LinkOptions } from "../../src/link/linkage.ts";
import { call, define, implement, type PackageSpec, type Statement, workspace } from "./graph.ts";

// As React Native's bundler resolves `./hello`: `hello.ios.ts`, then `hello.native.ts`, then `hello.ts`.

const all = ["android", "ios", "native", "web", "windows"];
const on = (...active: string[]): Partial<LinkOptions> => ({ platforms: { active, all } });
const ios = on("ios", "native");
const android = on("android", "native");
const web = on("web");

const helloIf: PackageSpec = { files: { "index.ts": [define("HelloIf", ["hello"])] } };
const hello = [implement("HelloIf", ["hello"])];

function program(files: Record<string, Statement[]>, caller = "main.ts") {
  return workspace({
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: { [caller]: [call("HelloIf.hello")] },
    },
    "hello-if": helloIf,
    "hello-impl": { dependencies: ["hello-if"], files },
  });
}

describe("which file", () => {
  test("that of the platform", () => {
    const { link } = program({ "hello.android.ts": hello, "hello.ios.ts": hello });
    expect(link(ios).target("HelloIf")).toBe("hello-impl/hello.ios.ts");
    expect(link(ios).interface("HelloIf").reason).toBe("the only implementation for `ios`");
    expect(link(android).target("HelloIf")).toBe("hello-impl/hello.android.ts");
    expect(link(android).problems).toEqual([]);
  });

  test("the more specific one of several that are for the platform", () => {
    const { link } = program({
      "hello.ios.ts": hello,
      "hello.native.tsx": hello,
      "hello.ts": hello,
    });
    expect(link(ios).target("HelloIf")).toBe("hello-impl/hello.ios.ts");
    expect(link(android).target("HelloIf")).toBe("hello-impl/hello.native.tsx");
    expect(link(web).target("HelloIf")).toBe("hello-impl/hello.ts");
  });

  test("of files of different names, one for the platform beats one for all, as with `conditions`", () => {
    const { link } = program({ "everywhere.ts": hello, "phone.native.ts": hello });
    expect(link(ios).target("HelloIf")).toBe("hello-impl/phone.native.ts");
    expect(link(web).target("HelloIf")).toBe("hello-impl/everywhere.ts");
  });

  test("two for the platform are two", () => {
    const { link } = program({ "one.ios.ts": hello, "two.native.ts": hello });
    expect(link(ios).problems.map(({ code }) => code)).toEqual(["CI2002"]);
  });

  test("conditions of the macro count as well", () => {
    const debug = [implement("HelloIf", ["hello"], { conditions: ["debug"] })];
    const { link } = program({ "hello.ios.ts": debug, "other.ts": hello });
    expect(link(ios).target("HelloIf")).toBe("hello-impl/other.ts");
    expect(link({ ...ios, conditions: ["debug"] }).target("HelloIf")).toBe(
      "hello-impl/hello.ios.ts",
    );
  });

  test("a platform is active as a condition, too", () => {
    const { link } = program({
      "a.ts": [implement("HelloIf", ["hello"], { conditions: ["ios"] })],
      "b.ts": [implement("HelloIf", ["hello"], { conditions: ["android"] })],
    });
    expect(link(ios).target("HelloIf")).toBe("hello-impl/a.ts");
  });

  test("a word that is no platform, and a folder or file named like one, say nothing", () => {
    for (const name of ["hello.impl.ts", "ios.ts", "x.ios/hello.ts"]) {
      expect(
        program({ [name]: hello })
          .link(android)
          .target("HelloIf"),
      ).toBe(`hello-impl/${name}`);
    }
  });
});

describe("files of other platforms", () => {
  test("call nothing, define nothing, and what is wrong in them is not of this build", () => {
    const { link } = workspace({
      app: { dependencies: ["health-if"], files: { "health.ios.ts": [call("HealthIf.steps")] } },
      "health-if": {
        files: {
          "index.ios.ts": [define("HealthIf", ["steps"])],
          "index.android.ts": [define("HealthIf", ["steps"])],
          "impl.ios.ts": [implement("NoSuchIf", [])],
        },
      },
    });
    expect(link(ios).problems.map(({ code }) => code)).toEqual(["CI2001", "CI2006"]);
    expect(link(android).problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "CI2001 warning",
    ]);
    expect(link(web).problems).toEqual([]);
  });

  test("are like any other where the bundler has no platforms", () => {
    const { link } = program({ "hello.android.ts": hello, "hello.ios.ts": hello });
    expect(link().problems.map(({ code }) => code)).toEqual(["CI2002"]);
    expect(link({ conditions: ["ios"] }).problems.map(({ code }) => code)).toEqual(["CI2002"]);
  });
});

describe("errors say which file is for whom", () => {
  test("an implementation for another platform", () => {
    const [problem] = program({ "src/hello.ios.ts": hello }).link(android).problems;
    expect(problem).toEqual({
      code: "CI2001",
      severity: "error",
      headline: "no implementation of `HelloIf` is linked into `app`",
      labels: [
        "app/main.ts HelloIf.hello: called here",
        "hello-if/index.ts HelloIf: defined here",
        "hello-impl/src/hello.ios.ts HelloIf: implemented here",
      ],
      chains: [],
      notes: ["`hello-impl@1.0.0` implements it, but its file is only for `ios`"],
      help: ["implement it in `src/hello.android.ts` of `hello-impl@1.0.0` as well"],
    });
  });

  test("a file that stands in the place of the implementation's", () => {
    const [problem] = program({
      "hello.ts": hello,
      "hello.native.ts": [call("HelloIf.hello")],
    }).link(ios).problems;
    expect(problem.notes).toEqual([
      "`hello-impl@1.0.0` implements it, but `hello.native.ts` stands in the place of its file",
    ]);
    expect(problem.help).toEqual(["implement it in `hello.ios.ts` of `hello-impl@1.0.0` as well"]);
  });

  test("a file for another platform that is selected", () => {
    const [problem] = workspace({
      app: {
        dependencies: ["hello-if"],
        files: { "main.ts": [call("HelloIf.hello")], "hello.ios.ts": hello },
      },
      "hello-if": helloIf,
    }).link({ ...android, implementations: { HelloIf: "./hello.ios.ts" } }).problems;
    expect(problem.code).toBe("CI2009");
    expect(problem.notes).toContain("`app@1.0.0` implements it, but its file is only for `ios`");
    expect(problem.help).toEqual(["implement it in `hello.android.ts` of `app@1.0.0` as well"]);
  });
});

test("what is for other platforms and is selected for all is to be selected for them", () => {
  const { link } = workspace({
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: { "main.ts": [call("HelloIf.hello")], "own.ts": hello },
    },
    "hello-if": helloIf,
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "index.ts": [implement("HelloIf", ["hello"], { conditions: ["android"] })] },
    },
  });
  const [{ code, help }] = link({ ...ios, implementations: { HelloIf: "hello-impl" } }).problems;
  expect(code).toBe("CI2009");
  expect(help).toEqual(['select it only for what it is for: `{ "android": "hello-impl" }`']);
  const implementations = { HelloIf: { android: "hello-impl" } };
  expect(link({ ...ios, implementations }).target("HelloIf")).toBe("app/own.ts");
});

describe("a build without platforms may be a check of what Metro builds", () => {
  const under = (...conditions: string[]) => [implement("HelloIf", ["hello"], { conditions })];
  const own = (files: Record<string, Statement[]>) =>
    workspace({
      app: {
        dependencies: ["hello-if"],
        files: { "main.ts": [call("HelloIf.hello")], ...files },
      },
      "hello-if": helloIf,
    });
  const check =
    "if this is for Metro, check each platform: `crate-interface check --platform android`, and the same with `ios`";

  test("files for platforms: none is to be selected for all of them", () => {
    const { link } = own({ "hello.android.ts": hello, "hello.ios.ts": hello });
    const [problem] = link().problems;
    expect(problem.code).toBe("CI2002");
    const exclude =
      'if it is not, leave them out with the option `exclude: ["**/*.{android,ios}.*"]` of the plugin, and with `--exclude "**/*.{android,ios}.*"` on the command line';
    expect(problem.help).toEqual([check, exclude]);
    expect(link(ios).problems).toEqual([]);
    expect(link(android).problems).toEqual([]);
  });

  test("a file for the web is not to be left out elsewhere", () => {
    const { link } = own({ "hello.native.ts": hello, "hello.ts": hello, "hello.web.ts": hello });
    expect(link().problems[0].help).toEqual([
      `${check}, \`web\``,
      expect.stringContaining('`exclude: ["**/*.native.*"]`'),
    ]);
    const web = own({ "hello.ts": hello, "hello.web.ts": hello }).link().problems[0];
    expect(web.help).toEqual([
      expect.stringContaining("`crate-interface check --platform web`"),
      expect.stringContaining('choose one with `"implementations": { "HelloIf": "./hello.ts" }`'),
    ]);
  });

  test("what is selected by platform needs no default", () => {
    const { link } = own({ "hello.android.ts": hello, "hello.ios.ts": hello });
    const implementations = {
      HelloIf: { android: "./hello.android.ts", ios: "./hello.ios.ts" },
    };
    const [problem] = link({ implementations }).problems;
    expect(problem.help[0]).toBe(check);
    expect(problem.help.join()).not.toContain("default");
    expect(link({ ...ios, implementations }).problems).toEqual([]);
  });

  test("conditions that are platforms", () => {
    const { link } = own({ "a.ts": under("android"), "b.ts": under("ios") });
    const [problem] = link().problems;
    expect(problem.code).toBe("CI2001");
    expect(problem.help).toEqual([
      check,
      ...["android", "ios"].map(
        (name) =>
          `activate \`${name}\` with the option \`conditions\` of the plugin, or with \`--conditions ${name}\` on the command line`,
      ),
    ]);
    expect(link(ios).problems).toEqual([]);
    // Nobody can have a build for iOS be one for Android.
    const { help } = own({ "a.ts": under("android") }).link(ios).problems[0];
    expect(help).toEqual([
      "implement it in `app` or in one of its dependencies: `impl_interface(HelloIf, { hello() {} })`",
    ]);
  });

  test("conditions that are platforms, beside several implementations without any", () => {
    const { link } = own({ "a.ts": under("ios"), "b.ts": hello, "c.ts": hello });
    const { code, help } = link().problems[0];
    expect(code).toBe("CI2002");
    expect(help).toEqual([
      "if this is for Metro, check each platform: `crate-interface check --platform ios`",
      expect.stringContaining('"./b.ts"'),
    ]);
  });

  test("a build that has what it needs, or lacks something else, says nothing of Metro", () => {
    const { link } = own({ "a.ts": hello, "b.ts": hello, "c.ts": under("browser") });
    expect(JSON.stringify(link().problems)).not.toContain("Metro");
    const same = own({ "one.ios.ts": hello, "two.ios.ts": hello });
    expect(JSON.stringify(same.link().problems)).not.toContain("Metro");
    const two = own({ "hello.android.ts": hello, "one.ios.ts": hello, "two.ios.ts": hello });
    expect(JSON.stringify(two.link(ios).problems)).not.toContain("Metro");
  });
});
