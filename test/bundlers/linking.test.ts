import rolldownPlugin from "crate-interface/rolldown";
import crateInterface from "crate-interface/vite";
import { rolldown } from "rolldown";
import { createServer } from "vite";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { bundlersAndVite7, type Job } from "./bundlers.ts";
import { run } from "./run.ts";
import { type PackageSource, workspace } from "./workspace.ts";

const macro = (names: string) => `import { ${names} } from "crate-interface/macro";\n`;

const color = `
  ${macro("def_interface")}
  export interface ColorIf { paint(): string }
  export const ColorIf = def_interface<ColorIf>();
`;

/** Programs, by what they show: the packages (the application is `app`), and what it prints. */
const programs: Record<
  string,
  { packages: Record<string, PackageSource>; prints: string; platform?: "browser" | "node" }
> = {
  "an implementation extends a class of the definition's package": {
    packages: {
      "shape-if": {
        files: {
          "src/index.ts": `
            ${macro("def_interface")}
            export class Shape { constructor(public side: number) {} area() { return 0; } }
            export interface ShapeIf { make(side: number): Shape; name?(): string }
            export const ShapeIf = def_interface<ShapeIf>({ defaults: { name: () => "shape" } });
          `,
        },
      },
      "shape-impl": {
        dependencies: ["shape-if"],
        files: {
          "src/index.ts": `
            ${macro("impl_interface")}
            import { Shape, ShapeIf } from "shape-if";
            class Square extends Shape { override area() { return this.side ** 2; } }
            impl_interface(ShapeIf, { make: (side) => new Square(side) });
          `,
        },
      },
      app: {
        dependencies: ["shape-if", "shape-impl"],
        files: {
          "src/main.ts": `
            ${macro("call_interface")}
            import { Shape, ShapeIf } from "shape-if";
            const shape = call_interface(ShapeIf.make(3));
            export const result = [shape instanceof Shape, shape.area(), call_interface(ShapeIf.name!)].join();
          `,
        },
      },
    },
    prints: "true,9,shape",
  },

  "defaults fill what an implementation leaves out, and stand alone where there is none": {
    packages: {
      "greet-if": {
        files: {
          "src/index.ts": `
            ${macro("def_interface")}
            export interface GreetIf { name(): string; greet?(): string; bye?(): string }
            export const GreetIf = def_interface<GreetIf>({
              defaults: {
                greet() { return "Hello, " + this.name(); },
                bye() { return "Bye, " + this.name(); },
              },
            });
            export interface AloneIf { first?(): string; second?(): string }
            export const AloneIf = def_interface<AloneIf>({
              defaults: { first: () => "first", second() { const first = this.first; return first() + " second"; } },
            });
          `,
        },
      },
      "greet-impl": {
        dependencies: ["greet-if"],
        files: {
          "src/index.ts": `
            ${macro("impl_interface")}
            import { GreetIf } from "greet-if";
            impl_interface(GreetIf, { name: () => "world", bye() { return "So long, " + this.name(); } });
          `,
        },
      },
      app: {
        dependencies: ["greet-if", "greet-impl"],
        files: {
          "src/main.ts": `
            ${macro("call_interface")}
            import { AloneIf, GreetIf } from "greet-if";
            export const result = [
              call_interface(GreetIf.greet!()),
              call_interface(GreetIf.bye!()),
              call_interface(AloneIf.second!),
            ].join("; ");
          `,
        },
      },
    },
    prints: "Hello, world; So long, world; first second",
  },

  "an interface as one object, as callers, and as a facade type": {
    packages: {
      "kit-if": {
        files: {
          "src/index.ts": `
            ${macro("def_interface")}
            export interface KitIf { hello(name: string): string; version: number; Box: new (value: string) => { value: string } }
            export const KitIf = def_interface<KitIf>();
          `,
        },
      },
      "kit-impl": {
        dependencies: ["kit-if"],
        files: {
          "src/index.ts": `
            ${macro("impl_interface")}
            import { KitIf } from "kit-if";
            class MyBox { constructor(public value: string) {} }
            impl_interface(KitIf, { hello: (name) => "hello " + name, version: 3, Box: MyBox });
          `,
        },
      },
      app: {
        dependencies: ["kit-if", "kit-impl"],
        files: {
          "src/main.ts": `
            ${macro("use_interface")}
            import { KitIf } from "kit-if";
            import { hello } from "./callers.ts";
            const kit = use_interface(KitIf);
            const box = new (use_interface(KitIf.Box))("boxed");
            export const result = [kit.hello("object"), kit.version, hello("caller"), box.value, Object.keys(kit)].join();
          `,
          "src/callers.ts": `
            ${macro("use_interface")}
            import { KitIf } from "kit-if";
            export const { hello } = use_interface(KitIf);
          `,
        },
      },
    },
    prints: "hello object,3,hello caller,boxed,Box,hello,version",
  },

  "namespaces tell interfaces of the same name apart": {
    packages: {
      "shop-if": {
        files: {
          "src/index.ts": `export { HelloIf } from "./mall.ts";`,
          "src/mall.ts": `
            ${macro("def_interface")}
            export interface HelloIf { hello(): string }
            export const HelloIf = def_interface<HelloIf>({ namespace: "Mall" });
          `,
          "src/plain.ts": `
            ${macro("def_interface")}
            export interface HelloIf { hello(): string }
            export const HelloIf = def_interface<HelloIf>();
          `,
        },
        manifest: { exports: { ".": "./src/index.ts", "./plain": "./src/plain.ts" } },
      },
      app: {
        dependencies: ["shop-if"],
        files: {
          "src/main.ts": `
            ${macro("call_interface")}
            import { HelloIf } from "shop-if";
            import { plain } from "./plain.ts";
            export const result = [call_interface({ namespace: "Mall" }, HelloIf.hello()), plain()].join();
          `,
          "src/plain.ts": `
            ${macro("call_interface")}
            import { HelloIf } from "shop-if/plain";
            export const plain = () => call_interface(HelloIf.hello());
          `,
          "src/impl.ts": `
            ${macro("impl_interface")}
            import { HelloIf } from "shop-if";
            impl_interface(HelloIf, { hello: () => "mall" }, { namespace: "Mall" });
          `,
          "src/impl-plain.ts": `
            ${macro("impl_interface")}
            import { HelloIf } from "shop-if/plain";
            impl_interface(HelloIf, { hello: () => "plain" });
          `,
        },
      },
    },
    prints: "mall,plain",
  },

  "two packages define an interface of the same name, and each caller means its own": {
    packages: {
      "red-if": { files: { "src/index.ts": color } },
      "blue-if": { files: { "src/index.ts": color } },
      red: { dependencies: ["red-if"], files: { "src/index.ts": paint("red") } },
      blue: { dependencies: ["blue-if"], files: { "src/index.ts": paint("blue") } },
      app: {
        dependencies: ["red", "blue"],
        files: {
          "src/main.ts": `
            import { paint as red } from "red";
            import { paint as blue } from "blue";
            export const result = [red(), blue()].join();
          `,
        },
      },
    },
    prints: "red paints,blue paints",
  },

  "two versions of one definition have an implementation each": {
    packages: {
      "log-1": {
        manifest: { name: "log", version: "1.0.0" },
        files: { "src/index.ts": logIf("log") },
      },
      "log-2": {
        manifest: { name: "log", version: "2.0.0" },
        files: { "src/index.ts": logIf("write") },
      },
      "old-impl": {
        dependencies: { log: "1" },
        installed: { log: "log-1" },
        files: { "src/index.ts": logImpl("log", "old") },
      },
      "new-impl": {
        dependencies: { log: "2" },
        installed: { log: "log-2" },
        files: { "src/index.ts": logImpl("write", "new") },
      },
      "old-user": {
        dependencies: { log: "1" },
        installed: { log: "log-1" },
        files: { "src/index.ts": logUser("log") },
      },
      "new-user": {
        dependencies: { log: "2" },
        installed: { log: "log-2" },
        files: { "src/index.ts": logUser("write") },
      },
      app: {
        dependencies: ["old-impl", "new-impl", "old-user", "new-user"],
        files: {
          "src/main.ts": `
            import { use as old } from "old-user";
            import { use as recent } from "new-user";
            export const result = [old(), recent()].join();
          `,
        },
      },
    },
    prints: "old default,new default",
  },

  ...Object.fromEntries(
    (["browser", "node"] as const).map((platform) => [
      `conditions select the implementation for the ${platform}`,
      {
        platform,
        packages: {
          "env-if": {
            files: {
              "src/index.ts": `
                ${macro("def_interface")}
                export interface EnvIf { where(): string }
                export const EnvIf = def_interface<EnvIf>();
              `,
            },
          },
          "env-impl": {
            dependencies: ["env-if"],
            files: {
              "src/index.ts": "export {};",
              "src/browser.ts": where("browser"),
              "src/node.ts": where("node"),
            },
          },
          app: {
            dependencies: ["env-if", "env-impl"],
            files: {
              "src/main.ts": `
                ${macro("call_interface")}
                import { EnvIf } from "env-if";
                export const result = call_interface(EnvIf.where());
              `,
            },
          },
        },
        prints: platform,
      },
    ]),
  ),
};

/** A default besides, so that each version needs a generated module of its own. */
function logIf(member: string): string {
  return `
    ${macro("def_interface")}
    export interface LogIf { ${member}(): string; suffix?(): string }
    export const LogIf = def_interface<LogIf>({ defaults: { suffix: () => "default" } });
  `;
}

function logImpl(member: string, text: string): string {
  return `
    ${macro("impl_interface")}
    import { LogIf } from "log";
    impl_interface(LogIf, { ${member}: () => "${text}" });
  `;
}

function logUser(member: string): string {
  return `
    ${macro("call_interface")}
    import { LogIf } from "log";
    export const use = () => call_interface(LogIf.${member}()) + " " + call_interface(LogIf.suffix!());
  `;
}

function paint(name: string): string {
  return `
    ${macro("call_interface, impl_interface")}
    import { ColorIf } from "${name}-if";
    impl_interface(ColorIf, { paint: () => "${name} paints" });
    export const paint = () => call_interface(ColorIf.paint());
  `;
}

function where(condition: string): string {
  return `
    ${macro("impl_interface")}
    import { EnvIf } from "env-if";
    impl_interface(EnvIf, { where: () => "${condition}" }, { conditions: ["${condition}"] });
  `;
}

describe("output is the same wherever the project lies", () => {
  const { packages } = programs["an interface as one object, as callers, and as a facade type"];
  test.each(Object.entries(bundlersAndVite7))("%s", async (_, bundle) => {
    const outputs: string[] = [];
    for (let copy = 0; copy < 2; copy++) {
      using tree = workspace(packages);
      const root = tree.path("packages/app");
      const job: Job = {
        root,
        entry: `${root}/src/main.ts`,
        out: `${root}/dist`,
        plugin: { root },
      };
      const { files } = await bundle({ ...job, mode: "development" });
      // Vite's bundler names modules in comments, relative to the working directory.
      const text = Object.values(files)
        .join("\n")
        .replaceAll(/^\/\/.*$/gm, "");
      expect(text).not.toContain(tree.dir);
      outputs.push(text);
    }
    expect(outputs[0]).toBe(outputs[1]);
  });
});

describe("a project may lie in a folder of any name that its bundler can read", () => {
  const { packages, prints } =
    programs[
      "defaults fill what an implementation leaves out, and stand alone where there is none"
    ];
  test.each(Object.entries(bundlersAndVite7))("%s", async (_, bundle) => {
    const folder = "it's #1 (a) [b] {c} 100%25 & @/";
    using tree = workspace(packages, folder);
    const root = tree.path(`${folder}packages/app`);
    tree.write(
      `${folder}packages/app/src/print.ts`,
      'import { result } from "./main.ts"; console.log(result);',
    );
    const out = tree.path("out");
    const { files } = await bundle({ root, entry: `${root}/src/print.ts`, out, plugin: { root } });
    const main = Object.keys(files).find((file) => /^(main|print)/.test(file));
    expect(await run(`${out}/${main}`)).toBe(`${prints}\n`);
  });
});

test("one plugin in two configurations links each under its own conditions", async () => {
  const { packages } = programs["conditions select the implementation for the node"];
  using tree = workspace(packages);
  const cwd = tree.path("packages/app");
  const plugin = rolldownPlugin({ root: cwd });
  for (const platform of ["browser", "node"] as const) {
    const bundle = await rolldown({ cwd, input: "src/main.ts", platform, plugins: [plugin] });
    const { output } = await bundle.generate();
    await bundle.close();
    expect(output[0].code).toContain(`return "${platform}"`);
  }
});

describe.each(Object.entries(programs))("%s", (_, { packages, prints, platform = "node" }) => {
  const write = (): Tree => {
    const tree = workspace(packages);
    tree.write(
      "packages/app/src/print.ts",
      `import { result } from "./main.ts"; console.log(result);`,
    );
    return tree;
  };

  test.each(Object.entries(bundlersAndVite7))("%s", async (name, bundle) => {
    using tree = write();
    const root = tree.path("packages/app");
    const job: Job = {
      root,
      entry: `${root}/src/print.ts`,
      out: `${root}/dist`,
      platform,
      // Rollup resolves nothing and has no conditions of its own.
      plugin: { root, ...(name === "rollup" ? { conditions: [platform] } : {}) },
    };
    for (const minify of [false, true]) {
      const output = await bundle({ ...job, minify });
      const main = Object.keys(output.files).find((file) => /^(main|print)/.test(file));
      expect(await run(`${job.out}/${main}`)).toBe(`${prints}\n`);
    }
  });

  test("Vite's dev server", async () => {
    using tree = write();
    const server = await createServer({
      root: tree.path("packages/app"),
      configFile: false,
      logLevel: "silent",
      server: { middlewareMode: true, ws: false },
      plugins: [crateInterface()],
    });
    try {
      const { result } = await server.ssrLoadModule("/src/main.ts");
      expect(result).toBe(platform === "node" ? prints : "node");
    } finally {
      await server.close();
    }
  });
});
