import { expect, test } from "vitest";
import { BABEL_7, BABEL_8, ENTRIES, parsing, transform } from "../backends/babel.ts";
import { bundler } from "../fuzz/backends.ts";

// What TypeScript's checker resolves a name to in namespaces of several parts. SWC does so since a version
// behind 1.16.0, so this is no fixture.

const HEAD = `import { use_interface } from "crate-interface/macro"; import { HelloIf } from "hello-if";\n`;

const HIDDEN = [
  "namespace N { export const HelloIf = 1; } namespace N { USE }",
  "namespace N { USE } namespace N { export const HelloIf = 1; }",
  "export namespace N { export function HelloIf() {} } export namespace N { USE }",
  "namespace a.b { export const [HelloIf] = x; } namespace a.b { USE }",
  "namespace a.HelloIf.c { USE }",
  "namespace a.HelloIf { export const c = 1 } namespace a { USE }",
  "namespace a { export const HelloIf = 1 } namespace a.b.c { USE }",
  "namespace a.b { export class HelloIf {} } namespace a { export namespace b { USE } }",
  "namespace a { namespace b { export enum HelloIf {} } namespace b { USE } }",
  "namespace N { export import HelloIf = x.y; } namespace N { USE }",
];

const VISIBLE = [
  "namespace N { const HelloIf = 1; } namespace N { USE }",
  "namespace N { export interface HelloIf {} } namespace N { USE }",
  "namespace N { export const HelloIf = 1; } namespace M { USE }",
  "namespace N { export const HelloIf = 1; } function f() { namespace N { USE } }",
  "namespace a { namespace b { export const HelloIf = 1 } } namespace a { namespace b { USE } }",
  'declare module "a"; declare module "b" { export const HelloIf; } namespace N { USE }',
  "namespace HelloIf2 { } namespace N.HelloIf2 { USE }",
];

const BACKENDS = [
  bundler,
  ...[BABEL_7, BABEL_8].map((babel) => ({
    name: `Babel ${babel.version}`,
    expand: async (code: string, file: string) =>
      transform(babel, code, { ...parsing(file), plugins: [ENTRIES.plugin] }),
  })),
];

const using = (text: string): string => HEAD + text.replace("USE", "use_interface(HelloIf.x);");

test.each(BACKENDS)("a part of a namespace has what others export: $name", async ({ expand }) => {
  for (const text of HIDDEN) {
    const column = text.indexOf("USE") + "use_interface(".length + 1;
    const { errors } = await expand(using(text), "input.ts");
    expect(errors, text).toEqual([`CI1004 2:${column}`]);
  }
});

test.each(BACKENDS)("and nothing else of them: $name", async ({ expand }) => {
  for (const text of VISIBLE) {
    const { errors } = await expand(using(text), "input.ts");
    expect(errors, text).toBeUndefined();
  }
});
