import { expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { link } from "../src/link/link.ts";
import { allPages, type Example } from "../src/messages.ts";
import { scan } from "../src/scan/scan.ts";
import { writeTree } from "./tree.ts";

// The examples of the pages on linking and packages are parts of workspaces. Completed by what
// stands here, the wrong one must give its code, and the right one no error at all.

/** File to text, below `packages/`. */
type Sources = Record<string, string>;

const definition = (name: string, member: string): string =>
  `import { def_interface } from "crate-interface/macro";
export const ${name} = def_interface<{ ${member}(text: string): void }>();
`;
const implementation = (name: string, member: string, from: string, options = ""): string =>
  `import { impl_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
impl_interface(${name}, { ${member}() {} }${options});
`;
const caller = (name: string, member: string, from: string): string =>
  `import { call_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
call_interface(${name}.${member}("text"));
`;

const HELLO: Sources = {
  "hello-if/src/index.ts": definition("HelloIf", "hello"),
  "app/src/main.ts": caller("HelloIf", "hello", "hello-if"),
};
const HELLO_IMPL = { "hello-impl/src/index.ts": implementation("HelloIf", "hello", "hello-if") };
const LOG: Sources = {
  "log-if/src/index.ts": definition("Log", "write"),
  "log-console/src/index.ts": implementation("Log", "write", "log-if"),
  "log-file/src/index.ts": implementation("Log", "write", "log-if"),
  "app/src/main.ts": caller("Log", "write", "log-if"),
};
const MALL_IMPL = {
  "mall-impl/src/index.ts": implementation("HelloIf", "hello", "mall", ', { namespace: "Mall" }'),
};

const FACADE: Sources = {
  "log/package.json": `{ "name": "log", "version": "1.4.0", "crate-interface": { "facade": true } }`,
  "log/src/index.ts": definition("Log", "write"),
  "app/src/main.ts": caller("Log", "write", "log"),
};
const FACADE_IMPL: Sources = {
  "log-pino/package.json": `{
  "name": "log-pino",
  "version": "1.0.0",
  "peerDependencies": { "log": "^1.0.0" },
  "crate-interface": { "facadeImpl": "log" }
}`,
  "log-pino/src/index.ts": implementation("Log", "write", "log"),
};

/** What completes the examples of a code. */
const CONTEXT: Record<string, Sources> = {
  CI2001: { ...HELLO, ...HELLO_IMPL },
  CI2002: LOG,
  CI2003: HELLO,
  CI2004: { ...HELLO, ...HELLO_IMPL },
  CI2005: {
    ...MALL_IMPL,
    "restaurant-impl/src/index.ts": implementation("HelloIf", "hello", "restaurant"),
  },
  CI2006: HELLO,
  CI2007: MALL_IMPL,
  CI2008: {
    "log/src/index.ts": definition("Log", "write"),
    "log-pino/src/index.ts": implementation("Log", "write", "log"),
    "framework-with-log-pino/src/index.ts": 'import "log-pino";\n',
    "app/src/main.ts": caller("Log", "write", "log"),
  },
  CI2009: LOG,
  CI2010: HELLO,
  CI3001: FACADE,
  CI3002: { ...FACADE, "log-noop/src/index.ts": implementation("Log", "write", "log") },
  CI3003: { ...FACADE, "log-pino/src/index.ts": implementation("Log", "write", "log") },
  CI3004: { ...FACADE, ...FACADE_IMPL },
  CI3005: { ...FACADE, ...FACADE_IMPL },
  CI3006: {},
  CI3007: LOG,
};

/** What is said of a workspace in which every package is installed and `app` is built. */
function diagnosticsOf(context: Sources, examples: Example[]): Diagnostic[] {
  const files = new Map(Object.entries(context).map(([file, text]) => [`packages/${file}`, text]));
  for (const { file, text } of examples) files.set(file, text);
  const nameOf = (file: string): string => file.split("/")[1]!;
  const names = [...new Set(["app", ...[...files.keys()].map(nameOf)])];
  for (const name of names) {
    const manifest = `packages/${name}/package.json`;
    if (files.has(manifest)) continue;
    const own = [...files].filter(([file]) => nameOf(file) === name).map(([, text]) => text);
    const imports = (other: string): boolean => own.some((text) => text.includes(`"${other}";`));
    const needs = names.filter((other) => other !== name && (name === "app" || imports(other)));
    const dependencies = Object.fromEntries(needs.map((other) => [other, "^1.0.0"]));
    files.set(manifest, JSON.stringify({ name, version: "1.0.0", dependencies }));
  }
  const links = names.map((name) => [`node_modules/${name}`, `packages/${name}`]);
  using tree = writeTree(Object.fromEntries(files), Object.fromEntries(links));
  const graph = scan(tree.path("packages/app"), { cache: false });
  const tables = [...graph.packages.values()].flatMap((each) => each.files);
  const linkage = link(graph, { conditions: [], production: false });
  return [
    ...graph.diagnostics,
    ...tables.flatMap((table) => table.diagnostics),
    ...linkage.diagnostics,
  ];
}

function codesOf(context: Sources, examples: Example[], severities = ["error"]): string[] {
  return diagnosticsOf(context, examples)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code }) => code);
}

test.each(allPages().filter(({ code }) => code in CONTEXT))(
  "the examples of $code are one that gives it, and one without errors",
  ({ code, wrong, right }) => {
    expect(codesOf(CONTEXT[code]!, wrong, ["error", "warning"])).toContain(code);
    const kept = wrong.filter(({ file }) => !right.some((other) => other.file === file));
    expect(codesOf(CONTEXT[code]!, [...kept, ...right])).toEqual([]);
    expect(codesOf(CONTEXT[code]!, [...kept, ...right], ["warning"])).not.toContain(code);
  },
);
