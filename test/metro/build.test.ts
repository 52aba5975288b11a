import { expect, test } from "vitest";
import { byHand, linked } from "../bundlers/twins.ts";
import { bundle } from "./metro.ts";
import { configureBabel, hello, helloIf, main, project, projectOf } from "./project.ts";

test("a linked bundle is that of somebody who imports the implementation by hand", async () => {
  using withInterface = configureBabel(linked());
  using without = configureBabel(byHand());
  const ours = await bundle(withInterface, { minify: true });
  const theirs = await bundle(without, { linked: false, minify: true });
  expect(ours.modules).toEqual([
    "packages/app/src/main.ts",
    "packages/tools-impl/src/index.ts",
    "packages/words/src/index.ts",
    "packages/app/src/lazy.ts",
  ]);
  expect(ours.modules).toEqual(theirs.modules);
  expect(ours.printed).toEqual([
    "the implementation is here",
    "implementation of two for main",
    "implementation of five for lazy",
  ]);
  // Minified, since Babel names what it requires after the specifier.
  expect(ours.code).toBe(theirs.code);
});

test("what several files provide is a module of its own, and so is an interface as one object", async () => {
  using tree = projectOf({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string; twice?(): string }
          export const HelloIf = def_interface<HelloIf>({
            defaults: { twice() { return this.hello() + this.hello(); } },
          });
        `,
      },
    },
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": hello("hi") } },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.ts": `
          import { call_interface, use_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          const all = use_interface(HelloIf);
          console.log(call_interface(HelloIf.twice!()), Object.keys(all).sort());
        `,
      },
    },
  });
  const { modules, printed } = await bundle(tree);
  expect(printed).toEqual(["hihi hello,twice"]);
  const folder = "packages/app/node_modules/.cache/crate-interface/metro";
  expect(modules.map((path) => path.replace(/-[0-9a-f]{16}\.js$/, "-*.js"))).toEqual([
    "packages/app/src/main.ts",
    `${folder}/link-HelloIf-*.js`,
    "packages/hello-impl/src/index.ts",
    "packages/hello-if/src/index.ts",
    `${folder}/object-HelloIf-*.js`,
  ]);
});

test("a file is for the platform that its name says, and it is that file that is bundled", async () => {
  using tree = project({
    "src/index.ios.ts": hello("ios"),
    "src/index.native.ts": hello("native"),
    "src/index.ts": hello("everywhere"),
    "src/index.web.ts": hello("web"),
  });
  const prints = async (platform: string): Promise<string> => {
    const { modules, printed } = await bundle(tree, { platform });
    expect(modules).toHaveLength(2);
    return `${printed} from ${modules[1].split("/").at(-1)}`;
  };
  expect(await prints("ios")).toBe("ios from index.ios.ts");
  expect(await prints("android")).toBe("native from index.native.ts");
  expect(await prints("web")).toBe("web from index.web.ts");
});

test("a module of several files names those of its platform, default included", async () => {
  using tree = projectOf({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string; name?(): string }
          export const HelloIf = def_interface<HelloIf>({ defaults: { name: () => "default" } });
        `,
      },
    },
    app: {
      dependencies: ["hello-if"],
      files: {
        "src/main.ts": `
          import { use_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          const { hello, name } = use_interface(HelloIf);
          console.log(hello(), name());
        `,
        "src/hello.android.ts": hello("android"),
        "src/hello.ios.ts": hello("ios"),
      },
    },
  });
  expect((await bundle(tree, { platform: "ios" })).printed).toEqual(["ios default"]);
  expect((await bundle(tree, { platform: "android" })).printed).toEqual(["android default"]);
});

test("an interface may be defined apart for each platform", async () => {
  const definition = (name: string): string => `
    import { def_interface } from "crate-interface/macro";
    export interface HelloIf { hello(): string; name?(): string }
    export const HelloIf = def_interface<HelloIf>({ defaults: { name: () => "${name}" } });
  `;
  using tree = projectOf({
    "hello-if": {
      files: {
        "src/index.ts": `export * from "./hello";`,
        "src/hello.android.ts": definition("of Android"),
        "src/hello.ios.ts": definition("of iOS"),
      },
    },
    app: {
      dependencies: ["hello-if"],
      files: {
        "src/main.ts": `
          import { use_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          const { hello, name } = use_interface(HelloIf);
          console.log(hello(), name());
        `,
        "src/hello.ts": hello("hello"),
      },
    },
  });
  expect((await bundle(tree, { platform: "ios" })).printed).toEqual(["hello of iOS"]);
  expect((await bundle(tree, { platform: "android" })).printed).toEqual(["hello of Android"]);
});

test("conditions are the platform, Metro's own, and what the bundle is for", async () => {
  const under = (condition: string): string => hello(condition, `{ conditions: ["${condition}"] }`);
  using tree = project({
    "src/browser.ts": hello("browser", `{ conditions: ["browser", "production"] }`),
    "src/debug.ts": hello("debug", `{ conditions: ["development", "ios"] }`),
    "src/native.ts": hello("android", `{ conditions: ["android", "native"] }`),
    "src/index.ts": hello("any"),
    "src/rn.ts": under("react-native"),
  });
  const prints = async (
    ...[build]: Parameters<typeof bundle> extends [unknown, ...infer R] ? R : never
  ) => (await bundle(tree, build)).printed;
  expect(await prints({ platform: "web" })).toEqual(["browser"]);
  expect(await prints({ platform: "web", dev: true })).toEqual(["any"]);
  expect(await prints({ platform: "ios" })).toEqual(["any"]);
  expect(await prints({ platform: "ios", dev: true })).toEqual(["debug"]);
  expect(await prints({ platform: "android" })).toEqual(["android"]);
  const resolver = { unstable_conditionNames: ["react-native"] };
  expect(await prints({ platform: "ios", config: { resolver } })).toEqual(["react-native"]);
});

test("devDependencies count while developing", async () => {
  using tree = projectOf({
    "hello-if": helloIf,
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": hello("real") } },
    "hello-mock": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": hello("mock", `{ conditions: ["development"] }`) },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      devDependencies: ["hello-mock"],
      files: { "src/main.ts": main },
    },
  });
  expect((await bundle(tree, { dev: true })).printed).toEqual(["mock"]);
  expect((await bundle(tree)).printed).toEqual(["real"]);
});

test("options are those of every plugin", async () => {
  using tree = project(
    { "src/index.ts": hello("impl"), "lib/old.ts": hello("old") },
    { files: { "src/own.ts": hello("own", `{ conditions: ["own"] }`) } },
  );
  const exclude = "lib/**";
  expect((await bundle(tree, { options: { exclude } })).printed).toEqual(["impl"]);
  const options = { exclude, conditions: ["own"] };
  expect((await bundle(tree, { options })).printed).toEqual(["own"]);
  const implementations = { HelloIf: "hello-impl" };
  expect((await bundle(tree, { options: { ...options, implementations } })).printed).toEqual([
    "impl",
  ]);
});
