import { cpSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Result } from "../../src/cli/settings.ts";
import { notExpanded } from "../../src/messages.ts";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn, writeSymbolsIn } from "./commands.ts";

const MANIFEST = {
  name: "rng-node",
  version: "1.0.0",
  type: "module",
  exports: "./dist/index.js",
  "crate-interface": { symbols: "./dist/crate-interface.json" },
};
const DEFINITION = `import { def_interface } from "crate-interface/macro";
export const Rng = def_interface<{ next(): number; seed?(): number }>({ defaults: { seed: () => 4 } });
`;
const IMPLEMENTATION = `import { impl_interface } from "crate-interface/macro";
import { Rng } from "./rng.js";
impl_interface(Rng, { next: () => 4 });
`;
const BUILT_DEFINITION =
  "export const Rng = {};\nexport function __Rng_seed$weak() { return 4; }\n";
const BUILT_IMPLEMENTATION = "export function __Rng_next() { return 4; }\n";

/** A library in `library` that is built, with a table that is right. */
function published(): Tree {
  const tree = writeTree({
    "library/package.json": MANIFEST,
    "library/src/rng.ts": DEFINITION,
    "library/src/node.ts": IMPLEMENTATION,
    "library/dist/index.js": "export {};\n",
    "library/dist/rng.js": BUILT_DEFINITION,
    "library/dist/node.js": BUILT_IMPLEMENTATION,
  });
  write(tree);
  return tree;
}

function write(tree: Tree): void {
  expect(writeSymbolsIn(tree.path("library")).stdout).toBe("wrote dist/crate-interface.json");
}

/** What `check` says of the library beside what it is linked to. */
function said(tree: Tree): string {
  const { exitCode, stdout } = checkIn(tree.path("library"));
  expect(exitCode).toBe(0);
  return stdout.slice(stdout.indexOf("1 interface") + "1 interface".length).trim();
}

describe("a library's own table", () => {
  test("is right after it was written, and when only the places in the source are others", () => {
    using tree = published();
    expect(said(tree)).toBe("");
    tree.write("library/src/node.ts", `// A comment.\n\n${IMPLEMENTATION}`);
    expect(said(tree)).toBe("");
  });

  test("that is not there is not missed: the library may not be built yet", () => {
    using tree = published();
    tree.remove("library/dist");
    expect(said(tree)).toBe("");
  });

  test("is older than its source", () => {
    using tree = published();
    tree.write("library/src/node.ts", IMPLEMENTATION.replace("4 }", "4, seed: () => 5 }"));
    tree.write(
      "library/src/web.ts",
      IMPLEMENTATION.replace("})", '}, { conditions: ["browser"] })'),
    );
    expect(said(tree)).toBe(
      [
        "warning[CI3008]: the symbol table of `rng-node` is older than its source",
        "  --> dist/crate-interface.json:1:1",
        "> 1 | {",
        "    | ^",
        '  2 |   "format": 1,',
        '  3 |   "package": "rng-node",',
        "  note: `src/node.ts` defines, implements or calls something else now",
        "  note: it does not have `src/web.ts`",
        "  help: build `rng-node` again before publishing it, and unless a plugin of crate-interface did that, run `crate-interface symbols --write`",
        "",
        "1 warning; run `crate-interface explain CI3008` to read more",
      ].join("\n"),
    );

    // What the help says.
    tree.write("library/dist/node.js", `${BUILT_IMPLEMENTATION}export function __Rng_seed() {}\n`);
    tree.write("library/dist/web.js", BUILT_IMPLEMENTATION);
    write(tree);
    expect(said(tree)).toBe("");
  });

  test("has a file that is gone", () => {
    using tree = published();
    tree.remove("library/src/node.ts");
    expect(said(tree)).toContain("note: it has `src/node.ts`, which is gone or has no macros\n");
  });

  test("is of another version, or of another package", () => {
    using tree = published();
    tree.write("library/package.json", { ...MANIFEST, version: "1.1.0" });
    expect(said(tree)).toContain(
      "warning[CI3008]: the symbol table of `rng-node` is stale\n" +
        "  --> dist/crate-interface.json:4:14\n",
    );
    expect(said(tree)).toContain("note: the package is `rng-node@1.1.0`\n");
    write(tree);
    expect(said(tree)).toBe("");
    tree.write("library/package.json", { ...MANIFEST, version: "1.1.0", name: "rng-fork" });
    expect(said(tree)).toContain("the symbol table of `rng-fork` is stale\n");
    expect(said(tree)).toContain("written for `rng-node@1.1.0`\n");
  });

  test("names a file of the output that is not there, or that exports something else", () => {
    using tree = published();
    tree.write("library/dist/node.js", "export function __Rng_random() {}\n");
    expect(said(tree)).toContain(
      "warning[CI3008]: `dist/node.js` of `rng-node` does not export what its symbol table says\n",
    );
    expect(said(tree)).toContain("note: not exported: `__Rng_next`\n");
    tree.remove("library/dist/node.js");
    expect(said(tree)).toContain(
      "warning[CI3008]: the symbol table of `rng-node` is not valid: `files[0].file` does not exist: ",
    );
  });
});

test("a table that `files` leaves out is not published, whoever wrote it", () => {
  using tree = published();
  tree.write("library/package.json", { ...MANIFEST, files: ["dist/*.js"] });
  expect(said(tree)).toContain(
    "warning[CI3008]: `files` of `rng-node` leaves out what has to be published\n",
  );
  expect(said(tree)).toContain("without `dist/crate-interface.json`\n");
});

describe("the table of an installed package", () => {
  function installed(change: (tree: Tree, folder: string) => void): Result {
    using tree = published();
    const folder = "app/node_modules/rng-node";
    cpSync(tree.path("library"), tree.path(folder), { recursive: true });
    tree.write("app/package.json", { name: "app", dependencies: { "rng-node": "1" } });
    tree.write(
      "app/src/main.ts",
      'import { call_interface } from "crate-interface/macro";\n' +
        'import { Rng } from "rng-node";\ncall_interface(Rng.next());\n',
    );
    change(tree, folder);
    return checkIn(tree.path("app"));
  }

  test("is believed, whatever its sources say", () => {
    const { exitCode, stdout } = installed((tree, folder) => tree.remove(`${folder}/src`));
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout:
        "✓ Rng → rng-node node_modules/rng-node/dist/node.js\n" +
        "    seed → its default node_modules/rng-node/dist/rng.js\n\napp: 1 interface",
    });
  });

  test("that is of another version is used, with a warning", () => {
    const { exitCode, stdout } = installed((tree, folder) =>
      tree.write(`${folder}/package.json`, { ...MANIFEST, version: "1.0.1" }),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("warning[CI3008]: the symbol table of `rng-node` is stale\n");
  });

  test("whose files do not export what is linked is an error before any bundler stumbles over it", () => {
    const { exitCode, stdout } = installed((tree, folder) =>
      tree.write(`${folder}/dist/node.js`, 'export * as other from "./rng.js";\n'),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      "error[CI3008]: `dist/node.js` of `rng-node` does not export what its symbol table says\n" +
        "  --> node_modules/rng-node/dist/crate-interface.json:1:1\n",
    );
    expect(stdout).toContain(
      "note: not exported: `__Rng_next`\n" +
        "  note: the table was written for another build of the package\n" +
        "  help: install `rng-node` again, or another version of it; in `rng-node`, run `crate-interface symbols --write` after building, and publish again\n",
    );
  });

  test("whose calls were bundled with the macros is an error: they throw", () => {
    const { exitCode, stdout } = installed((tree, folder) => {
      const table = JSON.parse(
        readFileSync(tree.path(`${folder}/dist/crate-interface.json`), "utf8"),
      );
      const span = { start: 0, end: 0 };
      const call = {
        interface: { name: "Rng", namespace: null, source: "./rng.js" },
        member: "next",
      };
      table.files.push({
        file: "dist/index.js",
        definitions: [],
        implementations: [],
        calls: [{ ...call, span }],
      });
      tree.write(`${folder}/dist/crate-interface.json`, table);
      const thrown = notExpanded("call_interface").headline;
      tree.write(
        `${folder}/dist/index.js`,
        `export const f = () => { throw ${JSON.stringify(thrown)}; };\n`,
      );
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      "error[CI3008]: `dist/index.js` of `rng-node` has the macros in it, unexpanded\n",
    );
  });

  test("whose files re-export what another has is right", () => {
    const { exitCode } = installed((tree, folder) => {
      tree.write(`${folder}/dist/node.js`, 'export * from "./chunk.js";\n');
      tree.write(`${folder}/dist/chunk.js`, BUILT_IMPLEMENTATION);
    });
    expect(exitCode).toBe(0);
  });

  test("whose files are more than can be read is believed", () => {
    const { exitCode } = installed((tree, folder) =>
      tree.write(`${folder}/dist/node.js`, `f(${"[".repeat(1e5)}"__Rng_next"${"]".repeat(1e5)})`),
    );
    expect(exitCode).toBe(0);
  });

  test("that names a file which is not there is an error", () => {
    const { exitCode, stdout } = installed((tree, folder) => tree.remove(`${folder}/dist/rng.js`));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("error[CI3008]: the symbol table of `rng-node` is not valid: ");
  });
});
