import { expect, test } from "vitest";
import { workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";
import { runIn } from "./command.ts";
import {
  calls,
  defines,
  facade,
  implement,
  proposal,
  source,
  twoMajors,
  withDefaults,
} from "./facade-tree.ts";

function run(tree: Tree, name: string, ...args: string[]) {
  return runIn(tree.path(`packages/${name}`), ["why", ...args]);
}

test("of a facade: who may implement it, which default was replaced, who was found but is not selectable", () => {
  using tree = withDefaults();
  expect(run(tree, "app", "Log")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Log of log@1.0.0 ../log/src/index.ts
    a facade: app implements it, or a package that app lists itself; otherwise its default, log-noop

linked to log-console@1.0.0 ../log-console/src/index.ts
    because: the only implementation
    in place of the default, log-noop
    required by: app → log-console@1.0.0
    say → ../log-console/src/index.ts

not selected log-fancy@1.0.0 ../log-fancy/src/index.ts
    because: \`app\` does not list it in its own dependencies
    required by: app → foo@1.0.0 → log-fancy@1.0.0

not selected log-noop@1.0.0 ../log-noop/src/index.ts
    because: it is the default of its facade, which counts where nothing else is chosen
    required by: app → log@1.0.0 → log-noop@1.0.0

called by foo@1.0.0 ../foo/src/index.ts
    say
    required by: app → foo@1.0.0
`,
  });
});

test("the default itself, in production", () => {
  using tree = withDefaults();
  const { stdout } = run(tree, "app", "Log", "--production");
  expect(stdout).toContain(`
linked to log-noop@1.0.0 ../log-noop/src/index.ts
    because: the \`defaultFacadeImpl\` of log/package.json
    required by: app → log@1.0.0 → log-noop@1.0.0
    say → ../log-noop/src/index.ts

not selected log-console@1.0.0 ../log-console/src/index.ts
    because: \`app\` lists it only in its devDependencies, and the build is for production
    required by: app → log-console@1.0.0
`);
  expect(stdout).not.toContain("in place of");
  const [rng] = JSON.parse(run(tree, "app", "Rng", "--json").stdout);
  expect(rng).toMatchObject({
    interface: "Rng",
    id: "rng@1.0.0#Rng",
    facade: { root: "app", default: "./src/zero.ts", replaced: false },
    selected: { file: "../rng/src/zero.ts" },
    rule: "default",
  });
});

test("what is not linked where a library is built is left to its users", () => {
  using tree = proposal();
  expect(run(tree, "bar", "Log")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Log of log@1.0.0 ../log/src/index.ts
    a facade: bar implements it, or a package that bar lists itself

left to the users of bar

called by bar src/index.ts
    say
`,
  });
});

test("two majors are told apart by their version", () => {
  using tree = twoMajors();
  const both = run(tree, "my_bin", "Log").stdout;
  expect(both).toMatch(/^2 interfaces are named Log: log@0\.5\.0#Log, log@1\.0\.0#Log\n\n/);
  const old = run(tree, "my_bin", "log@0.5.0#Log").stdout;
  expect(old).toBe(`Log of log@0.5.0 ../log-0.5/src/index.ts
    a facade: my_bin implements it, or a package that my_bin lists itself

linked to other_logger@1.0.0 ../other_logger/src/index.ts
    because: the only implementation
    required by: my_bin → other_logger@1.0.0
    say → ../other_logger/src/index.ts

called by bar@1.0.0 ../bar/src/index.ts
    say
    required by: my_bin → bar@1.0.0
`);
  expect(both).toContain(old.trimEnd());
  expect(run(tree, "my_bin", "log#Log").stdout).toContain("2 interfaces are named log#Log");
  const ids = JSON.parse(run(tree, "my_bin", "Log", "--json").stdout).map(
    ({ id, selected }: { id: string; selected: { package: string } }) => [id, selected.package],
  );
  expect(ids).toEqual([
    ["log@1.0.0#Log", "my_logger@1.0.0"],
    ["log@0.5.0#Log", "other_logger@1.0.0"],
  ]);
  expect(run(tree, "my_bin", "log@0.6.0#Log").stderr).toContain("did you mean log@0.5.0#Log");
});

test("in the root of a workspace: of the one application that reaches it, or of the one that is chosen", () => {
  using tree = workspace({
    app: source(["log", "log-noop"], calls("Log", "log")),
    web: {
      dependencies: ["log", "log-noop", "rng"],
      files: { "src/index.ts": calls("Log", "log"), "src/random.ts": calls("Rng", "rng") },
    },
    log: facade("Log"),
    "log-noop": source(["log"], implement("Log", "log")),
    rng: { files: { "src/index.ts": defines("Rng") } },
  });
  const at = (...args: string[]) => runIn(tree.dir, ["why", ...args]);
  expect(at("Log")).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: there are several applications; choose one:
  crate-interface why Log --cwd packages/app
  crate-interface why Log --cwd packages/web
`,
  });
  expect(at("Log", "--cwd", "packages/app").stdout).toContain("linked to log-noop@1.0.0");
  const { status, stdout } = at("Rng");
  expect(status).toBe(1);
  expect(stdout).toContain("called by web packages/web/src/random.ts");
  expect(at("Lag").stderr).toBe(
    "error: no application reaches an interface `Lag`; did you mean Log?\n",
  );
  expect(at("Zebra").stderr).toBe(
    "error: no application reaches an interface `Zebra`; they reach Log, Rng\n",
  );
});
