// What docs/monorepos.md warns of, done on purpose.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Engine, nx, start, turborepo } from "./engines.ts";
import { copyExample, type Example } from "./example.ts";

const SMTP = "packages/mail-smtp/src/index.ts";
const MAIL = "packages/mail/src/index.ts";

let example: Example;

function copy(engine: Engine): void {
  example = copyExample(engine.name);
  onTestFinished(example.cleanup);
}

/** Moves what a package lists under `dependencies` to another field. */
function moveDependencies(dir: string, field: string): void {
  example.change(`${dir}/package.json`, (json) => {
    json[field] = { ...json[field], ...json.dependencies };
    delete json.dependencies;
  });
}

describe("Turborepo", () => {
  beforeEach(() => copy(turborepo));

  /** What would run, without running it. */
  const plan = (...args: string[]): Promise<{ status: number; printed: string }> =>
    start(example.dir, "turbo/bin/turbo", ["run", "check", "--dry=json", ...args], {
      TURBO_SCM_BASE: "main",
    });

  /** By task, what its result is remembered under. */
  async function hashes(...args: string[]): Promise<Record<string, string>> {
    const { printed } = await plan(...args);
    const { tasks } = JSON.parse(printed.slice(printed.indexOf("{"), printed.lastIndexOf("}") + 1));
    return Object.fromEntries(
      tasks.map(({ taskId, hash }: { taskId: string; hash: string }) => [
        taskId.replace(/^@.*\//, ""),
        hash,
      ]),
    );
  }

  /** Whether an edit has the check of the shop run again. */
  async function notices(file: string): Promise<boolean> {
    const before = await hashes();
    expect(before["shop#check"]).toMatch(/^[0-9a-f]+$/);
    example.edit(file, "send(", "post(");
    return (await hashes())["shop#check"] !== before["shop#check"];
  }

  test("as it should be", async () => {
    expect(await notices(SMTP)).toBe(true);
    expect(await notices(MAIL)).toBe(true);
  });

  test("check that depends on no task: what breaks it goes unnoticed", async () => {
    example.change("turbo.json", ({ tasks }) => delete tasks.check.dependsOn);
    expect(await notices(SMTP)).toBe(false);
  });

  test("symbols that depend on no task: what is reached through others goes unnoticed", async () => {
    example.change("turbo.json", ({ tasks }) => delete tasks.symbols.dependsOn);
    expect(await notices(SMTP)).toBe(true);
    expect(await notices(MAIL)).toBe(false);
  });

  test("a package between that has no script is no gap", async () => {
    example.change("packages/signup/package.json", (json) => delete json.scripts);
    expect(await notices("packages/signup/src/index.ts")).toBe(true);
  });

  test("peerDependencies count only where somebody else lists the package", async () => {
    moveDependencies("packages/signup", "peerDependencies");
    moveDependencies("packages/mail-smtp", "peerDependencies");
    expect(await notices(MAIL)).toBe(false);
    example.change("apps/shop/package.json", ({ dependencies }) => {
      dependencies["@turborepo-example/mail"] = "*";
    });
    example.edit(MAIL, "post(", "send(");
    expect(await notices(MAIL)).toBe(true);
  });

  test.each(["devDependencies", "optionalDependencies"])("%s count", async (field) => {
    moveDependencies("apps/shop", field);
    expect(await notices(SMTP)).toBe(true);
  });

  test("a file that git ignores is no input unless it is named", async () => {
    const generated = "packages/mail-smtp/src/generated/index.ts";
    example.write(generated, example.read(SMTP));
    example.write(SMTP, 'export * from "./generated/index.ts";\n');
    example.write("packages/mail-smtp/.gitignore", "generated/\n");
    expect(await notices(generated)).toBe(false);
    example.change("turbo.json", ({ tasks }) => tasks.symbols.inputs.push("src/generated/**"));
    example.edit(generated, "post(", "send(");
    expect(await notices(generated)).toBe(true);
  });

  test("a facade that depends on its default, or on what it is tested with, is a cycle", async () => {
    example.change("packages/mail/package.json", ({ devDependencies }) => {
      devDependencies["@turborepo-example/mail-console"] = "*";
    });
    const planned = await plan();
    expect(planned.status).not.toBe(0);
    expect(planned.printed).toContain("Cyclic dependency detected");
    // What the guide advises.
    moveDependencies("packages/mail-console", "peerDependencies");
    expect((await plan()).status).toBe(0);
  });

  test("--affected: what depends on the change, and nothing else", async () => {
    example.git("checkout", "-b", "branch");
    example.edit(SMTP, "smtp:", "SMTP:");
    example.commit();
    const planned = Object.keys(await hashes("--affected"));
    expect(planned).toContain("shop#check");
    expect(planned).not.toContain("admin#check");
  });
});

describe("Nx", () => {
  beforeEach(() => copy(nx));

  test("inputs without those of dependencies: broken, and said to be right", async () => {
    example.change("nx.json", ({ targetDefaults }) => {
      targetDefaults.check.inputs = ["sources"];
    });
    const shop = "check --projects=@nx-example/shop --excludeTaskDependencies";
    expect(await nx.run(example.dir, shop)).toMatchObject({ status: 0, executed: ["shop:check"] });
    example.edit(SMTP, "send(", "post(");
    expect(await nx.run(example.dir, shop)).toMatchObject({ status: 0, executed: [] });
  });

  test("tables as the only input: what no table says goes unnoticed", async () => {
    example.change("nx.json", ({ targetDefaults }) => {
      const tables = { dependentTasksOutputFiles: "**/crate-interface.json", transitive: true };
      targetDefaults.check.inputs = ["sources", tables];
    });
    const shop = "check --projects=@nx-example/shop";
    expect((await nx.run(example.dir, shop)).executed).toContain("shop:check");
    example.write(
      "packages/signup/src/bare.ts",
      'import { MailIf } from "@nx-example/mail";\nexport const send = () => MailIf.send("a", "b");\n',
    );
    const ran = await nx.run(example.dir, shop);
    expect(ran).toMatchObject({ status: 0, executed: ["signup:symbols"] });
    const check = fileURLToPath(new URL("../../bin/crate-interface.js", import.meta.url));
    const { stdout } = spawnSync(process.execPath, [check, "check"], {
      cwd: example.path("apps/shop"),
      encoding: "utf8",
    });
    expect(stdout).toContain("error[CI1013]");
  });

  test("a facade that depends on what it is tested with is a cycle, even if it is a peer of it", async () => {
    example.change("packages/mail/package.json", ({ devDependencies }) => {
      devDependencies["@nx-example/mail-console"] = "*";
    });
    moveDependencies("packages/mail-console", "peerDependencies");
    const ran = await nx.run(example.dir, "check");
    expect(ran).toMatchObject({ executed: [], cached: [] });
    expect(ran.status).not.toBe(0);
    expect(ran.printed).toContain("circular dependency");
  });
});
