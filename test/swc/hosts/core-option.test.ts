import { experiments, rspackVersion } from "@rspack/core";
import { type Options, transform as swc, version as swcVersion } from "@swc/core";
import { loadBindings, transform as next } from "next/dist/build/swc/index.js";
import nextPackage from "next/package.json" with { type: "json" };
import { satisfies } from "semver";
import { beforeAll, expect, test } from "vitest";
import { options, PLUGIN } from "../../backends/swc.ts";
import { filesFor, GUIDE } from "./guide.ts";
import { program } from "./program.ts";
import { run } from "./terminal.ts";

// What the guide says of `core`, the option for files that do not tell how their host encodes functions.

const [byVersion] = filesFor("The option `core`");

const FILE = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello: (name) => name });
`;

interface Host {
  name: string;
  version: string;
  transform(code: string, options: Options): Promise<{ code: string }>;
}

const HOSTS: Host[] = [
  { name: "@swc/core", version: swcVersion, transform: swc },
  { name: "Next.js", version: nextPackage.version, transform: next },
  { name: "Rspack", version: rspackVersion, transform: experiments.swc.transform },
];

beforeAll(() => loadBindings());

test.each(HOSTS)("$name $version is told its encoding by the value in the table", async (host) => {
  const cores = table()
    .filter(({ name, range }) => name === host.name && satisfies(host.version, range))
    .map(({ core }) => core);
  expect(cores).toHaveLength(1);
  const { code } = await host.transform(FILE, options("main.ts", "default", PLUGIN, cores[0]));
  expect(code).toContain("export function __HelloIf_hello(name) {");
});

test("a program gives the version of its @swc/core", () => {
  using tree = program(byVersion);
  const command = "node expand.js ../hello-impl/src/index.ts";
  expect(run(tree.path("packages/app"), command)).toContain("export function __HelloIf_hello(");
});

/** The rows of the guide's table: which versions of a host have which value. */
function table(): { name: string; range: string; core: string }[] {
  let name = "";
  return [
    ...GUIDE.matchAll(/^\| ([\w@./]*) *\| ([\d.]+)(?: (or newer|to [\d.]+))? \| `"(.*)"` \|$/gm),
  ].map(([, host, from, to = `to ${from}`, core]) => {
    name = host || name;
    const range = to === "or newer" ? `>=${from}.0` : `>=${from}.0 <=${to.slice(3)}`;
    return { name, range, core: core! };
  });
}
