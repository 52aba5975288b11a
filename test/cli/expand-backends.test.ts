import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { type Ran, runIn } from "./command.ts";

const resolveOld = createRequire(new URL("../swc-versions/package.json", import.meta.url)).resolve;
const repository = fileURLToPath(new URL("../..", import.meta.url));

const VIEW = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

/** Greets. */
export function View({ name }: { name: string }): Element {
  return <p title="größe">{call_interface(HelloIf.hello(name as string))}</p>; // politely
}
`;

// All backends say the same in the same way; what a parser says is its own.
const MISUSED = [
  ["a misused macro", VIEW.replace("HelloIf.hello(", 'HelloIf["hello"](')],
  ["two of them", `${VIEW}export { call_interface };\ncall_interface();\n`],
] as const;

let tree: Tree;
beforeEach(() => {
  tree = writeTree({ "package.json": { name: "app", type: "module" }, "view.tsx": VIEW });
  onTestFinished(() => tree.cleanup());
});

function swc(...args: string[]): Ran {
  return runIn(tree.dir, ["expand", "--backend", "swc", ...args]);
}

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

  test.each(MISUSED)("reports %s like the backend of bundlers", (_, code) => {
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
      stderr: "error: Babel does not read `View.vue`; leave out `--backend babel`\n",
    });
  });

  test("says what to install where there is no Babel", () => {
    const { status, stderr } = runAlone("babel");
    expect(stderr).toBe("error: there is no Babel here: npm install --save-dev @babel/core\n");
    expect(status).toBe(2);
  });
});

describe("expand --backend swc", () => {
  test("prints what SWC makes of the macros, without types, with JSX as it was", () => {
    expect(swc("view.tsx")).toEqual({
      status: 0,
      stderr: "",
      stdout: `import { __HelloIf_hello } from "crate-interface/link/HelloIf";
/** Greets. */ export function View({ name }) {
    return <p title="größe">{__HelloIf_hello(name)}</p>; // politely
}
`,
    });
  });

  test("prints a file without macros as it is", () => {
    tree.write("plain.ts", "export   const one:number=1\n");
    expect(swc("plain.ts").stdout).toBe("export   const one:number=1\n");
  });

  test("reads no configuration of the project, and leaves nothing there", () => {
    tree.write(".swcrc", "{ broken");
    expect(swc("view.tsx").stderr).toBe("");
    expect(readdirSync(tree.dir).sort()).toEqual([".swcrc", "package.json", "view.tsx"]);
  });

  test("takes the SWC of the project before its own", () => {
    tree.write("node_modules/@swc/core/package.json", { main: "index.js" });
    tree.write(
      "node_modules/@swc/core/index.js",
      "exports.transform = async () => ({ code: 'by the SWC of the project' });",
    );
    expect(swc("view.tsx").stdout).toBe("by the SWC of the project\n");
  });

  test.each(MISUSED)("reports %s like the backend of bundlers", (_, code) => {
    tree.write("view.tsx", code);
    for (const json of [[], ["--json"]]) {
      const expected = runIn(tree.dir, ["expand", "view.tsx", ...json]);
      expect(expected.status).toBe(1);
      expect(swc("view.tsx", ...json)).toEqual(expected);
    }
  });

  test.each([
    [
      "in the middle",
      "const one = = 1;\n",
      "2:13",
      "> 2 | const one = = 1;\n    |             ^\n",
    ],
    ["at the end", "call(\n", "3:1", "> 3 |\n    | ^\n"],
  ])("reports what SWC cannot parse %s", (_, code, place, frame) => {
    tree.write("broken.ts", `import "crate-interface/macro";\n${code}`);
    const { status, stdout } = swc("broken.ts");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error\[CI1012\]: this file cannot be parsed: \w.*\n/);
    expect(stdout).toContain(`  --> broken.ts:${place}\n`);
    expect(stdout).toContain(frame);
  });

  test("tells the plugin the version of SWC, where the file does not", () => {
    tree.write(
      "arrow.ts",
      'import { impl_interface } from "crate-interface/macro";\nimport { HelloIf } from "hello-if";\nimpl_interface(HelloIf, { hello: (x) => x });\n',
    );
    expect(swc("arrow.ts")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^export function __HelloIf_hello\(x\)/),
    });
  });

  test("reports an SWC that is too old", () => {
    const old = dirname(resolveOld("swc-1.14.0/package.json"));
    mkdirSync(tree.path("node_modules/@swc"), { recursive: true });
    symlinkSync(old, tree.path("node_modules/@swc/core"));
    expect(swc("view.tsx")).toEqual({
      status: 1,
      stderr: "",
      stdout: `error[CI2021]: \`crate-interface/swc\` needs @swc/core 1.15 or newer, Next.js 16.1 or newer, or Rspack 1.7 or newer
  note: this is an older one, which encodes programs in another way; nothing of the file was changed
  help: update it
  help: or expand the macros before SWC, with the plugin for your bundler such as \`crate-interface/vite\` or \`crate-interface/webpack\`

1 error; run \`crate-interface explain CI2021\` to read more
`,
    });
  });

  test("a component is none of SWC's languages", () => {
    tree.write("View.vue", `<script>import "crate-interface/macro";</script>`);
    expect(swc("View.vue")).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: SWC does not read `View.vue`; leave out `--backend swc`\n",
    });
  });

  test("says what to install where there is no SWC", () => {
    const { status, stderr } = runAlone("swc");
    expect(stderr).toBe("error: there is no SWC here: npm install --save-dev @swc/core\n");
    expect(status).toBe(2);
  });
});

/** Runs a backend in a folder without the tools of the repository. */
function runAlone(backend: string): { status: number | null; stderr: string } {
  const home = installedAlone();
  const bin = join(home, "node_modules/crate-interface/bin/crate-interface.js");
  const args = [bin, "expand", "--backend", backend, tree.path("view.tsx")];
  const env = { PATH: process.env.PATH };
  return spawnSync(process.execPath, args, { cwd: home, encoding: "utf8", env });
}

/** A folder with the package as npm installs it, and neither Babel nor SWC in or above it. */
function installedAlone(): string {
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
