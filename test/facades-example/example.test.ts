import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { runIn } from "../cli/command.ts";
import { copyExample, EXAMPLE } from "./copy.ts";

// The example as its reader uses it: its scripts, and `check` in its packages.

test("`npm start` shows what is linked to what, and runs the program", async () => {
  const printed = await npm("start");
  expect(printed).toContain(`✓ Alloc → alloc-pool ../alloc-pool/src/index.ts
✓ Getrandom → getrandom-system ../getrandom-system/src/node.ts
✓ Logger of log@1.2.0 → log-pino ../log-pino/src/index.ts
✓ Logger of log@0.5.4 → other-logger ../other-logger/src/index.ts

facades-app: 4 interfaces
`);
  expect(printed).toContain("token: 32 digits\n");
  expect(printed).toContain('"target":"foo","msg":"a token of 16 bytes"}\n');
  expect(printed).toContain("<6> bar: the sum is 6\n");
});

test("the program for browsers has other implementations", () => {
  const { status, stdout } = check("facades-web", "--conditions", "browser");
  expect(stdout).toBe(`✓ Alloc → alloc ../alloc/src/heap.ts
✓ Getrandom → getrandom-system ../getrandom-system/src/browser.ts
✓ Logger of log@1.2.0 → log-console ../log-console/src/index.ts
✓ Logger of log@0.5.4 → log ../../vendor/log-0.5/src/noop.ts

facades-web: 4 interfaces
`);
  expect(status).toBe(0);
});

test("libraries pass their own tests, on implementations that only they have", async () => {
  const printed = await npm("test");
  expect(printed.match(/Tests +2 passed/g)).toHaveLength(2);
});

test("a library without any implementation is tested with overrides", async () => {
  using copy = copyExample();
  copy.write("packages/foo/src/index.test.ts", OVERRIDDEN);
  for (const name of ["getrandom-system", "log-memory", "log-noop"]) {
    copy.remove(`packages/${name}`);
    copy.remove(`node_modules/${name}`);
  }
  copy.configure("log", { facade: true });
  copy.list("log", "log-noop", false);
  const foo = "packages/foo/package.json";
  const { devDependencies: _, ...json } = JSON.parse(copy.read(foo));
  copy.write(foo, json);
  const { stdout } = await promisify(execFile)(process.execPath, [VITEST, "run"], {
    cwd: copy.path("packages/foo"),
    env: { PATH: process.env.PATH, NO_COLOR: "1" },
  });
  expect(stdout).toMatch(/Tests +2 passed/);
});

test("all packages together have no type errors", async () => {
  await npm("run", "check");
});

test.each(["foo", "log-pino"])("%s alone has no type errors", async (name) => {
  await promisify(execFile)(process.execPath, [TSC], { cwd: `${EXAMPLE}/packages/${name}` });
});

describe.each(["foo", "vec", "getrandom", "getrandom-system", "log-pino"])("%s alone", (name) => {
  test.each([
    ["with what only its tests have", []],
    ["with nothing but what it depends on", ["--production"]],
  ])("is right, %s", (_, args) => {
    const { status, stdout, stderr } = check(name, ...args);
    expect(stdout).not.toMatch(/error|warning/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

/** Test of a library for which nothing is installed that implements what it calls. */
const OVERRIDDEN = `import { override_interface } from "crate-interface/testing";
import { Getrandom } from "getrandom";
import { Logger, type LogRecord } from "log";
import { expect, test } from "vitest";
import { token } from "./index.ts";

test("a token is made of random bytes", () => {
  const records: LogRecord[] = [];
  override_interface(Getrandom, { getrandom: (dest) => void dest.fill(171) });
  override_interface(Logger, { enabled: () => true, log: (record) => void records.push(record) });
  expect(token(2)).toBe("abab");
  expect(records).toHaveLength(1);
});

test("without an override, the test says what is missing", () => {
  expect(() => token(2)).toThrow("CI2001");
});
`;

const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

function check(name: string, ...args: string[]) {
  return runIn(`${EXAMPLE}/packages/${name}`, ["check", ...args]);
}

/** Runs a script of the example, without colours; fails if it does. */
async function npm(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("npm", [...args, "--silent"], {
    cwd: EXAMPLE,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" },
  });
  return stdout;
}
