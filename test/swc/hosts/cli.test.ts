import { expect, test } from "vitest";
import type { Tree } from "../../tree.ts";
import { commandsFor, filesFor } from "./guide.ts";
import { makeMistake, PRINTED, program } from "./program.ts";
import { run, terminal } from "./terminal.ts";

const [swcrc] = filesFor("@swc/cli");
const [link, compile, start] = commandsFor("@swc/cli");

/** A file that imports from the definition's package what is no interface. */
const main = `import { call_interface } from "crate-interface/macro";
import { HelloIf, planet } from "hello-if";

console.log(call_interface(HelloIf.hello(planet, 123)));
console.log(call_interface(HelloIf.greet, "you"));
`;

test("a workspace is compiled to ES modules that Node runs", () => {
  using tree = workspace(swcrc.text);
  tree.write("package.json", { private: true, type: "module", workspaces: ["packages/*"] });
  run(tree.dir, link, compile);
  expect(run(tree.dir, start)).toBe(PRINTED);
});

test("a workspace is compiled to CommonJS that Node runs", () => {
  const module = `{ "type": "es6", "resolveFully": true }`;
  expect(swcrc.text).toContain(module);
  using tree = workspace(swcrc.text.replace(module, `{ "type": "commonjs" }`));
  run(tree.dir, link, compile);
  expect(run(tree.dir, start)).toBe(PRINTED);
});

test("what is wrong with a macro is shown in its code, and fails the command", () => {
  using tree = workspace(swcrc.text);
  run(tree.dir, link);
  makeMistake(tree);
  const { exitCode, stderr } = terminal(tree.dir, compile);
  expect(exitCode).toBe(1);
  expect(stderr.split("\nSuccessfully")[0]).toBe(
    `  x error[CI1009]: malformed \`call_interface\`: a member cannot be computed
  |   --> packages/app/src/main.ts:4:36
  |   help: write \`call_interface(HelloIf.hello(planet, 123))\`
  |   help: run \`crate-interface explain CI1009\` to read more
   ,-[packages/app/src/main.ts:4:1]
 1 | import { call_interface } from "crate-interface/macro";
 2 | import { HelloIf, planet } from "hello-if";
 3 | 
 4 | console.log(call_interface(HelloIf["hello"](planet, 123)));
   :                                    ^^^^^^^
 5 | console.log(call_interface(HelloIf.greet, "you"));
   \`----
`,
  );
  expect(stderr).toContain("Failed to compile 1 file with swc.");
});

function workspace(config: string): Tree {
  const tree = program(undefined, { "src/main.ts": main });
  tree.write(swcrc.path, config);
  return tree;
}
