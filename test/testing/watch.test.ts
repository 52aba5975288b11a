import { type ChildProcess, fork } from "node:child_process";
import { on, once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { program } from "./program.ts";

const CHILD = fileURLToPath(new URL("watching-vitest.mjs", import.meta.url));

interface Watching extends AsyncDisposable {
  /** Expects that a run after an edit says this: the first, or one soon after it. */
  after(edit: () => void, expected: object): Promise<void>;
}

function watch(tree: Tree): Watching {
  const { VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, NODE_ENV, TEST, ...env } = process.env;
  const child: ChildProcess = fork(CHILD, [tree.path("packages/app")], {
    cwd: tree.path("packages/app"),
    env,
    execArgv: [],
    silent: true,
  });
  return {
    async after(edit, expected) {
      const runs = on(child, "message");
      edit();
      let count = 0;
      for await (const [run] of runs) {
        // Vitest itself runs what imports an edited file, perhaps before that has been linked again.
        if (++count === 3) expect(run).toEqual(expected);
        if (equals(run, expected)) return;
      }
    },
    async [Symbol.asyncDispose]() {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

function equals(run: unknown, expected: object): boolean {
  try {
    expect(run).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}

const implementation = (text: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, {
    hello: (name) => "${text} " + name,
    later: async () => "",
    version: "1",
    Box: class { n = 1; double() { return 2; } static create() { return new this(); } },
  });
`;

test("tests run again when what they are linked to is edited, moved, gone or selected anew", async () => {
  using tree = program({
    "main.test.ts": `
      test("says", () => { throw new Error(main.say("a")); });
      test("overridden", () => {
        override_interface(HelloIf, { hello: () => "mock" });
        expect(main.say("a")).toBe("mock");
      });
    `,
  });
  tree.write(
    "packages/app/src/main.ts",
    `
      import { call_interface } from "crate-interface/macro";
      import { HelloIf } from "hello-if";
      export const say = (name: string) => call_interface(HelloIf.hello(name));
    `,
  );
  const file = "packages/hello-impl/src/index.ts";
  await using vitest = watch(tree);
  await vitest.after(() => {}, { says: "real a", overridden: "passed" });
  await vitest.after(() => tree.write(file, implementation("edited")), {
    says: "edited a",
    overridden: "passed",
  });
  await vitest.after(() => tree.remove(file), {
    says: expect.stringContaining("[CI2001] no implementation of `HelloIf`"),
    overridden: "passed",
  });
  await vitest.after(
    () => tree.write("packages/hello-impl/src/moved.ts", implementation("moved")),
    { says: "moved a", overridden: "passed" },
  );
  await vitest.after(() => tree.write("packages/app/src/own.ts", implementation("own")), {
    [tree.path("packages/app/src/main.test.ts")]: expect.stringContaining(
      "error[CI2002]: `HelloIf` has 2 implementations",
    ),
  });
  const selecting = {
    name: "app",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*" },
    "crate-interface": { implementations: { HelloIf: "./src/own.ts" } },
  };
  await vitest.after(() => tree.write("packages/app/package.json", selecting), {
    says: "own a",
    overridden: "passed",
  });
});
