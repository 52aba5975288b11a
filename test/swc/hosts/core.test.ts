import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { filesFor } from "./guide.ts";
import { MARKED, MISTAKE, makeMistake, program } from "./program.ts";
import { run, terminal } from "./terminal.ts";

const [byName, byPath] = filesFor("@swc/core");

const EXPANDED = `import { __HelloIf_hello, __HelloIf_greet } from "crate-interface/link/HelloIf";
console.log(__HelloIf_hello("world", 123));
console.log(__HelloIf_greet("you"));

`;

test("the plugin is found by its name, and expands", () => {
  using tree = program(byName);
  expect(run(tree.path("packages/app"), "node expand.js")).toBe(EXPANDED);
});

test("where its name is not enough, its path is", () => {
  using tree = program(byName);
  const command = `node "${tree.path("packages/app/expand.js")}" "${tree.path("packages/app/src/main.ts")}"`;
  const { exitCode, stderr } = terminal(tmpdir(), command);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("failed to resolve plugin path: crate-interface/swc");

  tree.write("packages/app/expand.js", byPath.text);
  expect(run(tmpdir(), command)).toBe(EXPANDED);
});

test("what is wrong with a macro is thrown", () => {
  using tree = program(byName);
  makeMistake(tree);
  const { exitCode, stdout, stderr } = terminal(tree.path("packages/app"), "node expand.js");
  expect(exitCode).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(`[Error:   x ${MISTAKE}\n  |   --> src/main.ts:4:36\n`);
  expect(stderr).toMatch(MARKED);
});

test("an option is none of the plugin's", () => {
  const text = byName.text.replace('swc", {}', `swc", { "production": true }`);
  using tree = program({ ...byName, text });
  const { exitCode, stderr } = terminal(tree.path("packages/app"), "node expand.js");
  expect(exitCode).toBe(1);
  expect(
    stderr,
  ).toContain(`error[CI2021]: \`crate-interface/swc\` has no option \`production\`, only \`core\`
  |   --> src/main.ts
  |   note: it only expands macros; what they are linked to is decided where the program is bundled
  |   help: write \`["crate-interface/swc", {}]\`
`);
});
