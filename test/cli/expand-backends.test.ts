import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { type Ran, runIn } from "./command.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const VIEW = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

/** Greets. */
export function View({ name }: { name: string }): Element {
  return <p title="größe">{call_interface(HelloIf.hello(name as string))}</p>; // politely
}
`;

let tree: Tree;
beforeEach(() => {
  tree = writeTree({ "package.json": { name: "app", type: "module" }, "view.tsx": VIEW });
  onTestFinished(() => tree.cleanup());
});

function babel(...args: string[]): Ran {
  return runIn(tree.dir, ["expand", "--backend", "babel", ...args]);
}

describe("expand --backend babel", () => {
  test("prints what Babel makes of the macros, with types and JSX as they were", () => {
    expect(babel("view.tsx")).toEqual({
      status: 0,
      stderr: "",
      stdout: `import { __HelloIf_hello } from "crate-interface/link/HelloIf";
/** Greets. */
export function View({
  name
}: {
  name: string;
}): Element {
  return <p title="größe">{__HelloIf_hello(name as string)}</p>; // politely
}
`,
    });
  });

  test("prints a file without macros as it is", () => {
    tree.write("plain.ts", "export   const one=1\n");
    expect(babel("plain.ts")).toEqual({ status: 0, stderr: "", stdout: "export   const one=1\n" });
  });

  test("reads no configuration of the project", () => {
    tree.write("babel.config.cjs", "throw new Error('read');");
    expect(babel("view.tsx").stderr).toBe("");
  });

  test("takes the Babel of the project before its own", () => {
    tree.write("node_modules/@babel/core/package.json", { main: "index.js", version: "8.0.0" });
    tree.write(
      "node_modules/@babel/core/index.js",
      "exports.transformAsync = async () => ({ code: 'by the Babel of the project' });",
    );
    expect(babel("view.tsx").stdout).toBe("by the Babel of the project\n");
  });

  // Both backends say the same in the same way; what a parser says is its own.
  test.each([
    ["a misused macro", VIEW.replace("HelloIf.hello(", 'HelloIf["hello"](')],
    ["two of them", `${VIEW}export { call_interface };\ncall_interface();\n`],
  ])("reports %s like the backend of bundlers", (_, code) => {
    tree.write("view.tsx", code);
    for (const json of [[], ["--json"]]) {
      const expected = runIn(tree.dir, ["expand", "view.tsx", ...json]);
      expect(expected.status).toBe(1);
      expect(babel("view.tsx", ...json)).toEqual(expected);
    }
  });

  test("reports what Babel cannot parse", () => {
    tree.write("broken.ts", `import "crate-interface/macro";\nconst one = = 1;\n`);
    expect(babel("broken.ts")).toEqual({
      status: 1,
      stderr: "",
      stdout: `error[CI1012]: this file cannot be parsed: Unexpected token
  --> broken.ts:2:13
  1 | import "crate-interface/macro";
> 2 | const one = = 1;
    |             ^
  note: none of its macros can be expanded or linked
  help: correct the syntax here

1 error; run \`crate-interface explain CI1012\` to read more
`,
    });
  });

  test("a component is none of Babel's languages", () => {
    tree.write("View.vue", `<script>import "crate-interface/macro";</script>`);
    expect(babel("View.vue")).toEqual({
      status: 2,
      stdout: "",
      stderr: `Babel does not read ${tree.path("View.vue")}; leave out \`--backend babel\`\n`,
    });
  });

  test("says what to install where there is no Babel", () => {
    const home = installedWithoutBabel();
    const bin = join(home, "node_modules/crate-interface/bin/crate-interface.js");
    const args = [bin, "expand", "--backend", "babel", tree.path("view.tsx")];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: "utf8" });
    expect(stderr).toBe("there is no Babel here: npm install --save-dev @babel/core\n");
    expect(status).toBe(2);
  });
});

/** A folder with the package as npm installs it, and no Babel in or above it. */
function installedWithoutBabel(): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "crate-interface-")));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const manifest = readFileSync(join(repository, "package.json"), "utf8");
  for (const part of ["bin", "dist", "package.json"]) {
    const installed = join(home, "node_modules/crate-interface", part);
    cpSync(join(repository, part), installed, { recursive: true });
  }
  for (const name of Object.keys(JSON.parse(manifest).dependencies)) {
    const link = join(home, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), link);
  }
  return home;
}
