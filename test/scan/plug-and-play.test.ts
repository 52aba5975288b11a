import { execFileSync } from "node:child_process";
import { generateInlinedScript, type PackageInformation, type PackageRegistry } from "@yarnpkg/pnp";
import { expect, test } from "vitest";
import { writeTree } from "../tree.ts";

// Yarn's own Plug'n'Play runtime, and packages as Yarn would register them.

const IMPL = ".yarn/unplugged/y-impl-virtual-abc/node_modules/y-impl";
const VIRTUAL = `.yarn/__virtual__/y-impl-virtual-abc/1/${IMPL}`;

function registered(
  folder: string,
  dependencies: [string, string][],
  peers: string[] = [],
): PackageInformation<string> {
  return {
    packageLocation: folder === "" ? "./" : `./${folder}/`,
    packageDependencies: new Map(dependencies),
    packagePeers: new Set(peers),
    linkType: "SOFT",
    discardFromLookup: false,
  } as PackageInformation<string>;
}

type Store = Map<string | null, PackageInformation<string>>;

const REGISTRY = new Map<string | null, Store>([
  [
    null,
    new Map<string | null, PackageInformation<string>>([
      [null, registered("", [["app", "workspace:app"]])],
    ]),
  ],
  [
    "app",
    new Map([
      [
        "workspace:app",
        registered("app", [
          ["app", "workspace:app"],
          ["y-if", "workspace:y-if"],
          ["y-impl", "virtual:abc#npm:1.0.0"],
        ]),
      ],
    ]),
  ],
  ["y-if", new Map([["workspace:y-if", registered("y-if", [["y-if", "workspace:y-if"]])]])],
  [
    "y-impl",
    new Map([
      [
        "virtual:abc#npm:1.0.0",
        registered(
          VIRTUAL,
          [
            ["y-impl", "virtual:abc#npm:1.0.0"],
            ["y-if", "workspace:y-if"],
          ],
          ["y-if"],
        ),
      ],
    ]),
  ],
]) as PackageRegistry;

test("Yarn Plug'n'Play: a workspace, and an installed package with a peer", () => {
  const span = { start: 0, end: 0 };
  using tree = writeTree({
    ".pnp.cjs": generateInlinedScript({
      packageRegistry: REGISTRY,
      dependencyTreeRoots: [{ name: "app", reference: "workspace:app" }],
      ignorePattern: null,
      fallbackPool: new Map(),
      fallbackExclusionList: [],
      enableTopLevelFallback: false,
      shebang: null,
    } as never),
    "app/package.json": {
      name: "app",
      dependencies: { "y-if": "workspace:*", "y-impl": "^1.0.0" },
    },
    "app/main.ts":
      'import { call_interface } from "crate-interface/macro";\n' +
      'import { YIf } from "y-if";\ncall_interface(YIf.a());\n',
    "y-if/package.json": { name: "y-if", version: "1.0.0" },
    "y-if/index.ts":
      'import { def_interface } from "crate-interface/macro";\n' +
      "export const YIf = def_interface<{ a(): void }>();\n",
    [`${IMPL}/package.json`]: {
      name: "y-impl",
      version: "1.0.0",
      peerDependencies: { "y-if": "1" },
      "crate-interface": { symbols: "./symbols.json" },
    },
    [`${IMPL}/index.js`]: "",
    [`${IMPL}/symbols.json`]: {
      format: 1,
      package: "y-impl",
      version: "1.0.0",
      files: [
        {
          file: "index.js",
          definitions: [],
          implementations: [
            {
              interface: { name: "YIf", namespace: null, source: "y-if" },
              members: [{ name: "a", kind: "function", span }],
              conditions: [],
              span,
            },
          ],
          calls: [],
        },
      ],
    },
    "link.mjs":
      `import { link, scan } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)};\n` +
      'const graph = scan(new URL("app", import.meta.url).pathname, { cache: false });\n' +
      "const { interfaces, diagnostics } = link(graph, { conditions: [], production: true });\n" +
      "console.log(JSON.stringify([interfaces.map((it) => it.implementation?.file), diagnostics]));\n",
  });
  const printed = execFileSync(
    process.execPath,
    ["-r", tree.path(".pnp.cjs"), tree.path("link.mjs")],
    {
      encoding: "utf8",
    },
  );
  expect(JSON.parse(printed)).toEqual([[tree.path(`${IMPL}/index.js`)], []]);
});
