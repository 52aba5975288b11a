import { expect, test } from "vitest";
import { run } from "./run.ts";
import { type Outcome, watchers } from "./watchers.ts";
import { workspace } from "./workspace.ts";

const implementation = (text: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, { hello: () => "${text}" });
`;

test.each(Object.entries(watchers))("%s builds again when linking changes", async (_, watch) => {
  using tree = workspace({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string; bye?(): string }
          export const HelloIf = def_interface<HelloIf>({ defaults: { bye: () => "default" } });
        `,
      },
    },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/words.ts": `export const first = "first";` },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          console.log(call_interface(HelloIf.hello()), call_interface(HelloIf.bye!()));
        `,
      },
    },
  });
  const root = tree.path("packages/app");
  // Not a name by which output is known: only what is in it keeps a watcher from building for ever.
  const out = `${root}/lib`;
  const builds = new Builds();
  const job = { root, entry: `${root}/src/main.ts`, out, plugin: { root } };
  const stop = await watch({ ...job, mode: "development" }, (outcome) => builds.add(outcome));
  /** Whether a build went well and its output prints this. */
  const prints = (text: string) => async (outcome: Outcome) =>
    outcome === null && (await run(`${out}/main.js`).catch(() => "")) === text;
  const fails = (code: string) => (outcome: Outcome) => outcome?.includes(code) === true;
  try {
    // It begins with an error; the first implementation comes later.
    await builds.until(fails("CI2001"));
    await builds.until(prints("first default\n"), () =>
      tree.write("packages/hello-impl/src/index.ts", implementation("first")),
    );

    // Edit.
    tree.write("packages/hello-impl/src/index.ts", implementation("second"));
    await builds.until(prints("second default\n"));

    // Delete.
    tree.remove("packages/hello-impl/src/index.ts");
    await builds.until(fails("CI2001"));

    // Add, in a file and a folder that were not there.
    tree.write("packages/hello-impl/src/new/other.ts", implementation("third"));
    await builds.until(prints("third default\n"));

    // A second one beside it.
    tree.write("packages/hello-impl/src/fourth.ts", implementation("fourth"));
    await builds.until(fails("CI2002"));

    // Select one in package.json.
    tree.write("packages/app/package.json", {
      name: "app",
      type: "module",
      dependencies: { "hello-if": "*", "hello-impl": "*" },
      "crate-interface": { implementations: { HelloIf: "./src/own.ts" } },
    });
    tree.write("packages/app/src/own.ts", implementation("own"));
    await builds.until(prints("own default\n"));
    expect(builds.count).toBeLessThan(20);
  } finally {
    await stop();
  }
});

/** The outcomes of builds, one after the other. */
class Builds {
  #outcomes: Outcome[] = [];
  #waiting: (() => void) | null = null;
  /** How many there were so far. */
  count = 0;

  add(outcome: Outcome): void {
    this.count++;
    this.#outcomes.push(outcome);
    this.#waiting?.();
  }

  /**
   * Waits for the next build that ends like this; those before it are passed over.
   *
   * @param change what leads to it, done until a build ends: a watcher that was only just started
   *   takes what changes for what it was started with. In between a process runs, since watchers
   *   wait for the end of a series of changes.
   */
  async until(isMeant: IsMeant, change?: () => void): Promise<void> {
    const start = this.count;
    for (;;) {
      while (this.#outcomes.length > 0) {
        if (await isMeant(this.#outcomes.shift() ?? null)) return;
      }
      if (this.count === start) change?.();
      const next = new Promise<void>((done) => {
        this.#waiting = done;
      });
      await (change ? Promise.race([next, run("--version")]) : next);
    }
  }
}

type IsMeant = (outcome: Outcome) => boolean | Promise<boolean>;
