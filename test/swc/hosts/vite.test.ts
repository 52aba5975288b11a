import { expect, test } from "vitest";
import type { Tree } from "../../tree.ts";
import { commandsFor, filesFor, type GuideFile } from "./guide.ts";
import { MARKED, MISTAKE, makeMistake, PRINTED, program } from "./program.ts";
import { type Ended, run, terminal } from "./terminal.ts";

const [beside, alone] = filesFor("@vitejs/plugin-react-swc");
const [unplugin] = filesFor("unplugin-swc");
const [link, build] = commandsFor("@vitejs/plugin-react-swc");

/** Hosts in which SWC expands and an alias links. */
const ALIASED: [string, GuideFile][] = [
  ["plugin-react-swc", alone],
  ["unplugin-swc", unplugin],
];

test.each(ALIASED)("%s expands, an alias links", (_, config) => {
  using tree = program(config);
  run(tree.path("packages/app"), link);
  expect(vite(tree).exitCode).toBe(0);
  expect(run(tree.path("packages/app"), "node dist/main.js")).toBe(PRINTED);
});

test("beside plugin-react-swc, the plugin for Vite does both", () => {
  using tree = program(beside);
  expect(vite(tree).exitCode).toBe(0);
  expect(run(tree.path("packages/app"), "node dist/main.js")).toBe(PRINTED);
});

test.each([
  ["before", `crateInterface(), react({ plugins: [["crate-interface/swc", {}]] })`],
  ["after", `react({ plugins: [["crate-interface/swc", {}]] }), crateInterface()`],
])("the plugin for Vite links what SWC expands, listed %s it", (_, plugins) => {
  const text = beside.text.replace("crateInterface(), react()", plugins);
  expect(text).toContain("crate-interface/swc");
  using tree = program({ ...beside, text });
  expect(vite(tree).exitCode).toBe(0);
  expect(run(tree.path("packages/app"), "node dist/main.js")).toBe(PRINTED);
});

/** Asks the dev server for what a browser would; SWC keeps one cache of plugins for all of a process. */
const request = `import { createServer } from "vite";

const server = await createServer({ server: { middlewareMode: true, ws: false, watch: null } });
for (const url of process.argv.slice(2)) console.log((await server.transformRequest(url)).code);
await server.close();
`;

test.each(ALIASED)("%s: the dev server serves what SWC expands", (_, config) => {
  using tree = program(config, { "request.js": request });
  const linked = "/.crate-interface/link/HelloIf.js";
  const served = run(tree.path("packages/app"), link, `node request.js /src/main.ts ${linked}`);
  expect(served).toContain(`from "${linked}";\nconsole.log(__HelloIf_hello("world", 123));`);
  expect(served).toMatch(/\{ __HelloIf_hello \} from ".*\/hello-impl\/src\/index\.ts"/);
});

test.each(ALIASED)("%s: what is wrong with a macro fails the build", (_, config) => {
  using tree = program(config);
  run(tree.path("packages/app"), link);
  makeMistake(tree);
  const { exitCode, stderr } = vite(tree);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(
    `packages/app/src/main.ts\nError:   x ${MISTAKE}\n  |   --> src/main.ts:4:36\n`,
  );
  expect(stderr).toMatch(MARKED);
});

/** A build for Node, which runs what is built. */
function vite(tree: Tree): Ended {
  return terminal(tree.path("packages/app"), `${build} --ssr src/main.ts`);
}
