import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { BIN, type Ran, runIn } from "./command.ts";

const HELLO = {
  "packages/hello-if/package.json": {
    name: "hello-if",
    version: "1.0.0",
    type: "module",
    exports: "./src/index.ts",
  },
  "packages/hello-if/src/index.ts": `import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string, id: number): string;
  greet?(name: string): string;
}
export const HelloIf = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      return this.hello(name, 0);
    },
  },
});
`,
  "packages/hello-impl/package.json": {
    name: "hello-impl",
    version: "1.0.0",
    type: "module",
    exports: "./src/index.ts",
    dependencies: { "hello-if": "*" },
  },
  "packages/hello-impl/src/index.ts": `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name, id) {
    return \`Hello, \${name} \${id}!\`;
  },
});
`,
  "packages/app/package.json": {
    name: "app",
    version: "1.0.0",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*" },
  },
  "packages/app/src/main.ts": `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

console.log(call_interface(HelloIf.hello("world", 123)));
console.log(call_interface(HelloIf.greet, "you"));
`,
};

const LINKS = {
  "node_modules/hello-if": "packages/hello-if",
  "node_modules/hello-impl": "packages/hello-impl",
  "node_modules/app": "packages/app",
};

let tree: Tree;

beforeEach(() => {
  tree = writeTree(HELLO, LINKS);
  onTestFinished(() => tree.cleanup());
});

function run(args: string[], env: Record<string, string> = {}): Ran {
  return runIn(tree.path("packages/app"), args, env);
}

describe("check", () => {
  test("says what is linked to what, and exits 0", () => {
    expect(run(["check"])).toEqual({
      status: 0,
      stderr: "",
      stdout: `✓ HelloIf → hello-impl ../hello-impl/src/index.ts
    greet → its default ../hello-if/src/index.ts

app: 1 interface
`,
    });
  });

  test("reports an interface without implementation, and exits 1", () => {
    tree.remove("packages/hello-impl/src/index.ts");
    const { status, stdout } = run(["check"]);
    expect(status).toBe(1);
    expect(stdout).toContain("✗ HelloIf → not linked");
    expect(stdout).toContain("error[CI2001]");
    expect(stdout).toContain("--> src/main.ts:4:36");
    expect(stdout).toMatch(/^ +help: /m);
    expect(stdout.trimEnd()).toMatch(/run `crate-interface explain CI2001` to read more$/);
  });

  test("reports a cycle that would crash the program", () => {
    tree.write(
      "packages/hello-if/src/index.ts",
      `export * from "./greet-all.ts";
export { Base } from "./base.ts";
export { HelloIf } from "./hello-if.ts";
`,
    );
    tree.write("packages/hello-if/src/base.ts", "export class Base {}\n");
    tree.write("packages/hello-if/src/hello-if.ts", HELLO["packages/hello-if/src/index.ts"]);
    tree.write(
      "packages/hello-if/src/greet-all.ts",
      `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "./hello-if.ts";
export const greetAll = () => call_interface(HelloIf.hello("all", 0));
`,
    );
    tree.write(
      "packages/hello-impl/src/index.ts",
      `import { impl_interface } from "crate-interface/macro";
import { Base, HelloIf } from "hello-if";
class Friendly extends Base {}
impl_interface(HelloIf, { hello: (name) => name + String(new Friendly()) });
`,
    );
    tree.write(
      "packages/app/src/main.ts",
      `import { greetAll } from "hello-if";
console.log(greetAll());
`,
    );
    const { stdout } = run(["check"]);
    expect(stdout).toContain("[CI2012]");
    expect(stdout).toContain("../hello-impl/src/index.ts:3:24");
  });

  test("--json is data with positions", () => {
    tree.remove("packages/hello-impl/src/index.ts");
    const { status, stdout } = run(["check", "--json"], { FORCE_COLOR: "1" });
    expect(status).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.root).toBe("app");
    expect(report.interfaces).toMatchObject([{ interface: "HelloIf", implementedIn: null }]);
    expect(report.diagnostics[0]).toMatchObject({
      code: "CI2001",
      severity: "error",
      labels: [
        { file: "src/main.ts", start: { line: 4, column: 36 }, text: "called here" },
        { file: "src/main.ts", start: { line: 5, column: 36 } },
        { file: "../hello-if/src/index.ts", start: { line: 7, column: 14 }, text: "defined here" },
      ],
    });
  });

  test("--conditions and --production decide as they do in a build", () => {
    tree.write("packages/app/package.json", {
      name: "app",
      dependencies: { "hello-if": "*" },
      devDependencies: { "hello-impl": "*" },
    });
    expect(run(["check"]).status).toBe(0);
    const production = run(["check", "--production"]);
    expect(production.status).toBe(1);
    expect(production.stdout).toContain("devDependencies");

    tree.write(
      "packages/hello-impl/src/index.ts",
      HELLO["packages/hello-impl/src/index.ts"].replace("});", '}, { conditions: ["browser"] });'),
    );
    expect(run(["check"]).status).toBe(1);
    expect(run(["check", "--conditions", "node,browser"]).status).toBe(0);
  });

  test("--cwd works elsewhere, and without a package says so", () => {
    const elsewhere = run(["check", "--cwd", "../hello-if/src"]);
    expect(elsewhere.stdout).toContain("hello-if: 1 interface");
    const nowhere = run(["check", "--cwd", "/"]);
    expect(nowhere).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: there is no package.json at or above /\n",
    });
    // Not the package above it.
    expect(run(["check", "--cwd", "../ap"])).toEqual({
      status: 2,
      stdout: "",
      stderr: `error: there is no directory ${tree.path("packages/ap")}\n`,
    });
  });

  test("colours follow NO_COLOR, FORCE_COLOR and --no-color", () => {
    const color = "\u001b[";
    expect(run(["check"]).stdout).not.toContain(color);
    expect(run(["check"], { FORCE_COLOR: "1" }).stdout).toContain(color);
    expect(run(["check"], { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain(color);
    expect(run(["check", "--no-color"], { FORCE_COLOR: "1" }).stdout).not.toContain(color);
  });

  test("a package without interfaces is fine", () => {
    tree.remove("packages/app/src/main.ts");
    tree.write("packages/app/package.json", { name: "app" });
    expect(run(["check"])).toMatchObject({
      status: 0,
      stdout: "app: 0 interfaces; nothing that it reaches imports crate-interface/macro\n",
    });
  });
});

describe("why", () => {
  test("says who was selected, by whom it is called, and how the root comes to both", () => {
    const { status, stdout } = run(["why", "HelloIf"]);
    expect(status).toBe(0);
    expect(stdout).toBe(`HelloIf of hello-if@1.0.0 ../hello-if/src/index.ts

linked to hello-impl@1.0.0 ../hello-impl/src/index.ts
    because: the only implementation
    required by: app → hello-impl@1.0.0
    greet → default ../hello-if/src/index.ts
    hello → ../hello-impl/src/index.ts

called by app src/main.ts
    hello, greet
`);
  });

  test("--json has the same with paths relative to the working directory", () => {
    const [why] = JSON.parse(run(["why", "hello-if#HelloIf", "--json"]).stdout);
    expect(why.selected).toMatchObject({
      package: "hello-impl@1.0.0",
      file: "../hello-impl/src/index.ts",
      chain: ["app", "hello-impl@1.0.0"],
    });
  });

  test("an unknown interface is met with one that is like it", () => {
    expect(run(["why", "HeloIf"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: app reaches no interface `HeloIf`; did you mean HelloIf?\n",
    });
    expect(run(["why", "hello"]).stderr).toBe(
      "error: app reaches no interface `hello`; it reaches HelloIf\n",
    );
  });
});

describe("expand", () => {
  test("prints what the macros become", () => {
    expect(run(["expand", "src/main.ts"])).toEqual({
      status: 0,
      stderr: "",
      stdout: `import { __HelloIf_hello, __HelloIf_greet } from "crate-interface/link/HelloIf";

console.log(__HelloIf_hello("world", 123));
console.log(__HelloIf_greet("you"));
`,
    });
  });

  test("shows errors where they are", () => {
    tree.write(
      "packages/app/src/main.ts",
      'import { call_interface } from "crate-interface/macro";\nexport const call = call_interface;\n',
    );
    const { status, stdout } = run(["expand", "src/main.ts"]);
    expect(status).toBe(1);
    expect(stdout).toContain("error[CI1001]");
    expect(stdout).toContain("--> src/main.ts:2:21");
  });

  test("an unreadable file and an unknown backend are wrong uses", () => {
    expect(run(["expand", "src/missing.ts"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: cannot read `src/missing.ts`: no such file or directory\n",
    });
    expect(run(["expand", "src"]).stderr).toBe("error: cannot read `src`: it is a folder\n");
    expect(run(["expand", "src/main.ts", "--backend", "tsc"]).stderr).toBe(
      "error: there is no backend `tsc`; there are bundler, babel, swc\n",
    );
  });
});

describe("symbols", () => {
  const impl = ["symbols", "--cwd", "../hello-impl"];

  test("prints the table of the package", () => {
    const table = JSON.parse(run(impl).stdout);
    expect(table).toMatchObject({ package: "hello-impl", version: "1.0.0" });
    expect(JSON.stringify(table)).toContain("src/index.ts");
    expect(JSON.stringify(table)).not.toContain(tree.dir);
  });

  test("--write writes where package.json says, and asks when it does not", () => {
    const without = run([...impl, "--write"]);
    expect(without.status).toBe(2);
    expect(without.stderr).toContain('"symbols": "./dist/crate-interface.json"');

    tree.write("packages/hello-impl/package.json", {
      ...HELLO["packages/hello-impl/package.json"],
      private: true,
      "crate-interface": { symbols: "./dist/symbols.json" },
    });
    const { status, stdout } = run([...impl, "--write"]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "wrote dist/symbols.json\n" });
    const written = readFileSync(tree.path("packages/hello-impl/dist/symbols.json"), "utf8");
    expect(JSON.parse(written)).toEqual(JSON.parse(run(impl).stdout));
  });

  test("is of no package whose package.json cannot be read", () => {
    tree.write("packages/hello-impl/package.json", "{");
    const { status, stdout } = run(impl);
    expect(status).toBe(1);
    expect(stdout).toContain("error[CI3006]");
    expect(run(["why", "HelloIf", "--cwd", "../hello-impl"]).stderr).toBe(
      "error: hello-impl reaches no interface `HelloIf`; run `crate-interface check` to see what is wrong\n",
    );
  });

  test("writes nothing for a file with errors", () => {
    tree.write("packages/hello-impl/package.json", {
      ...HELLO["packages/hello-impl/package.json"],
      "crate-interface": { symbols: "./dist/symbols.json" },
    });
    tree.write(
      "packages/hello-impl/src/index.ts",
      'import { impl_interface } from "crate-interface/macro";\nimpl_interface();\n',
    );
    const { status, stdout } = run([...impl, "--write"]);
    expect(status).toBe(1);
    expect(stdout).toContain("CI1009");
    expect(existsSync(tree.path("packages/hello-impl/dist"))).toBe(false);
  });
});

describe("link", () => {
  const command = ["link", "--out-dir", ".crate-interface"];
  const out = (path: string): string => tree.path(`packages/app/.crate-interface/${path}`);

  test("writes a module per interface that re-exports from relative paths", () => {
    const { status, stdout } = run(command);
    expect(stdout).toBe(".crate-interface/link/HelloIf.js\n.crate-interface/object/HelloIf.js\n");
    expect(status).toBe(0);
    expect(readFileSync(out("link/HelloIf.js"), "utf8")).toBe(
      `// Written by \`crate-interface link\`; do not edit.
export { __HelloIf_greet$weak as __HelloIf_greet } from "../../../hello-if/src/index.ts";
export { __HelloIf_hello } from "../../../hello-impl/src/index.ts";
`,
    );
  });

  test("deletes the modules of interfaces that are gone, and nothing else", () => {
    run(command);
    writeFileSync(out("link/mine.js"), "export {};\n");
    tree.write(
      "packages/hello-if/src/index.ts",
      HELLO["packages/hello-if/src/index.ts"].replaceAll("HelloIf", "HiIf"),
    );
    tree.write(
      "packages/hello-impl/src/index.ts",
      HELLO["packages/hello-impl/src/index.ts"].replaceAll("HelloIf", "HiIf"),
    );
    tree.write(
      "packages/app/src/main.ts",
      HELLO["packages/app/src/main.ts"].replaceAll("HelloIf", "HiIf"),
    );
    expect(run(command).status).toBe(0);
    expect(existsSync(out("link/HelloIf.js"))).toBe(false);
    expect(existsSync(out("link/HiIf.js"))).toBe(true);
    expect(existsSync(out("link/mine.js"))).toBe(true);
  });

  test("writes nothing when something is wrong", () => {
    tree.remove("packages/hello-impl/src/index.ts");
    const { status, stdout } = run(command);
    expect(status).toBe(1);
    expect(stdout).toContain("CI2001");
    expect(existsSync(out(""))).toBe(false);
  });

  test("two interfaces whose names differ only in case do not share a file", () => {
    tree.write(
      "packages/app/src/case.ts",
      `import { def_interface } from "crate-interface/macro";
export const HELLOIF = def_interface<{ a?(): void }>({ defaults: { a() {} } });
`,
    );
    const { status, stdout } = run(command);
    expect(status).toBe(1);
    expect(stdout).toContain("CI2014");
    expect(existsSync(out(""))).toBe(false);
  });

  test("does not touch a folder that has other files", () => {
    const { status, stdout, stderr } = run(["link", "--out-dir", "src"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("packages/app/src has other files; give the link modules a folder");
    expect(readdirSync(tree.path("packages/app/src"))).toEqual(["main.ts"]);
  });

  test("writes to a folder whose only files are hidden, again and again", () => {
    tree.write("packages/app/.crate-interface/.gitignore", "*\n!.gitignore\n");
    expect(run(command).status).toBe(0);
    rmSync(out("link"), { recursive: true });
    expect(run(command).status).toBe(0);
    expect(existsSync(out("link/HelloIf.js"))).toBe(true);
  });

  test("does not touch a folder that is a package, and wants a folder", () => {
    const before = readFileSync(tree.path("packages/app/package.json"), "utf8");
    expect(run(["link", "--out-dir", "."])).toMatchObject({ status: 2, stdout: "" });
    expect(readFileSync(tree.path("packages/app/package.json"), "utf8")).toBe(before);
    expect(run(["link"]).stderr).toContain("--out-dir");
  });
});

describe("the command line itself", () => {
  test("explains a code, and knows what was meant", () => {
    expect(run(["explain", "ci2001"]).stdout).toMatch(/^# CI2001: /);
    const { status, stderr } = run(["explain", "CI303"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/did you mean .*CI3003\?\n$/);
    expect(run(["explain", "CI9999"]).stderr).toMatch(
      /^error: there is no error code CI9999; there are CI1001 to CI10\d\d, CI2001 to CI20\d\d, CI3001 to CI30\d\d\n$/,
    );
  });

  test("an unknown command or option is met with what is like it, if anything is", () => {
    const commands = "the commands are check, tree, why, graph, expand, symbols, link, explain\n";
    expect(run(["chek"])).toMatchObject({ status: 2, stdout: "" });
    expect(run(["chek"]).stderr).toBe("error: there is no command `chek`; did you mean `check`?\n");
    expect(run(["foo"]).stderr).toBe(`error: there is no command \`foo\`; ${commands}`);
    expect(run(["check", "--produktion"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: `check` has no option `--produktion`; did you mean `--production`?\n",
    });
    expect(run(["link", "--outdir", "x"]).stderr).toBe(
      "error: `link` has no option `--outdir`; did you mean `--out-dir`?\n",
    );
    expect(run(["check", "--watch"]).stderr).toBe("error: `check` has no option `--watch`\n");
    expect(run(["check", "-w"]).stderr).toBe("error: `check` has no option `-w`\n");
    // What decides nothing is no option.
    expect(run(["explain", "CI2001", "--production"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("arguments that are missing or too many, and options without a value, are refused", () => {
    const refused = (line: string) => ({ status: 2, stdout: "", stderr: `error: ${line}\n` });
    expect(run(["why"])).toEqual(refused("say which interface; see `crate-interface why --help`"));
    expect(run(["explain", "CI2001", "x"])).toEqual(refused("unexpected argument `x`"));
    expect(run(["check", "../hello-if"])).toEqual(
      refused("unexpected argument `../hello-if`; did you mean `--cwd ../hello-if`?"),
    );
    expect(run(["link", "--out-dir"])).toEqual(refused("`--out-dir` has no value"));
  });

  test("whoever reads the output may stop; a full disk is said in one line", () => {
    const sh = (command: string) =>
      spawnSync("sh", ["-c", command], {
        cwd: tree.path("packages/app"),
        encoding: "utf8",
        env: { PATH: process.env.PATH },
      });
    const bin = `"${process.execPath}" "${BIN}"`;
    expect(sh(`${bin} check | true`).stderr).toBe("");
    if (!existsSync("/dev/full")) return;
    const { status, stderr } = sh(`${bin} check > /dev/full`);
    expect(stderr).toBe("error: cannot write the output: ENOSPC: no space left on device, write\n");
    expect(status).toBe(2);
  });

  test("what reads no packages loads nothing that does", () => {
    const coverage = tree.path("coverage");
    const loadedBy = (args: string[]): string => {
      rmSync(coverage, { recursive: true, force: true });
      run(args, { NODE_V8_COVERAGE: coverage });
      const files = readdirSync(coverage).map((name) =>
        readFileSync(`${coverage}/${name}`, "utf8"),
      );
      return files.join();
    };
    expect(loadedBy(["check"])).toContain("/dist/scan/scan.js");
    for (const args of [
      ["--version"],
      ["help", "check"],
      ["explain", "CI2001"],
      ["expand", "src/main.ts"],
    ]) {
      expect(loadedBy(args)).toContain("/dist/cli/main.js");
      expect(loadedBy(args)).not.toContain("/dist/scan/scan.js");
    }
    expect(loadedBy(["--version"])).not.toContain("/dist/messages.js");
  });

  test("--help and --version exit 0, nothing at all exits 2 with the help", () => {
    expect(run(["--help"])).toMatchObject({ status: 0, stderr: "" });
    expect(run(["--help"]).stdout).toContain("--no-color");
    expect(run(["--help"]).stdout).not.toContain("(default: true)");
    const help = run(["link", "--help"]);
    expect(help).toEqual({ status: 0, stderr: "", stdout: run(["help", "link"]).stdout });
    expect(help.stdout).toMatch(
      /\nWrite the link modules .*\n\nUsage:\n {2}\$ crate-interface link /,
    );
    expect(help.stdout).toMatch(/\nExamples:\n {2}\$ crate-interface link --out-dir \S+\n$/);
    expect(help.stdout).not.toMatch(/ $/m);
    expect(run(["--version"]).stdout).toContain("crate-interface/");
    expect(run([])).toMatchObject({ status: 2 });
    expect(run([]).stdout).toContain("crate-interface <command>");
  });
});
