import { execFileSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Engine, type Run, start } from "./engines.ts";
import { copyExample, type Example, installed } from "./example.ts";
import { type RemoteCache, serveCache } from "./remote-cache.ts";

/** The tasks of `check`, all of them. */
const ALL = [
  "admin:check",
  "mail-console:symbols",
  "mail-smtp:symbols",
  "mail:symbols",
  "shop:check",
  "signup:symbols",
];

/** Without `done`: the tasks that are left to the cache. */
const without = (done: readonly string[]): string[] => ALL.filter((task) => !done.includes(task));

/** What has to be true of the example of an engine. */
export function testCaching(engine: Engine): void {
  const SMTP = "packages/mail-smtp/src/index.ts";
  const TABLE = "packages/mail/dist/crate-interface.json";
  let remote: RemoteCache;
  let example: Example;
  const check = (): Promise<Run> => engine.run(example.dir, "check");

  describe(`the ${engine.name} example`, () => {
    beforeAll(async () => {
      remote = await serveCache();
      example = copyExample(engine.name);
      const first = await engine.run(example.dir, "check", engine.remoteCache(remote.url));
      expect(first, first.printed).toMatchObject({ status: 0, executed: ALL, cached: [] });
      expect(first.printed).toMatch(/✓ MailIf → @.*\/mail-smtp /);
      expect(first.printed).toMatch(/✓ MailIf → @.*\/mail-console /);
    });
    afterEach(() => example.reset());
    afterAll(() => {
      remote.close();
      example.cleanup();
    });

    test("has no type errors", async () => {
      expect(await start(example.dir, "typescript/bin/tsc", [])).toEqual({
        status: 0,
        printed: "",
      });
    });

    test("takes everything from the cache in a second run, tables that were deleted too", async () => {
      const written = example.read(TABLE);
      example.remove("packages/mail/dist");
      expect(await check()).toMatchObject({ status: 0, executed: [], cached: ALL });
      expect(example.read(TABLE)).toBe(written);
    });

    test("an implementation: its table and the application that it is linked into", async () => {
      example.edit(SMTP, "smtp:", "SMTP:");
      const executed = ["mail-smtp:symbols", "shop:check"];
      expect(await check()).toMatchObject({ status: 0, executed, cached: without(executed) });
    });

    test("the definition: everything, also what reaches it through others only", async () => {
      example.edit("packages/mail/src/index.ts", "leave", "may leave");
      expect(await check()).toMatchObject({ status: 0, executed: ALL, cached: [] });
    });

    test("what is no source, and another application: nothing else", async () => {
      example.write("packages/mail/README.md", "# mail");
      example.edit("apps/admin/src/main.ts", "root", "toor");
      const executed = ["admin:check"];
      expect(await check()).toMatchObject({ status: 0, executed, cached: without(executed) });
    });

    test("an implementation that loses a member fails the application, each time", async () => {
      example.edit(SMTP, "send(", "post(");
      const executed = ["mail-smtp:symbols", "shop:check"];
      const failed = await check();
      expect(failed).toMatchObject({ executed, cached: without(executed) });
      expect(failed.status).not.toBe(0);
      expect(failed.printed).toContain("error[CI3004]");
      const again = await check();
      expect(again).toMatchObject({ executed: ["shop:check"] });
      expect(again.status).not.toBe(0);
      expect(again.printed).toContain("error[CI3004]");
    });

    test("an application that no longer depends on its implementation fails", async () => {
      example.change("apps/shop/package.json", ({ dependencies }) => {
        delete dependencies[`@${engine.name}-example/mail-smtp`];
      });
      const ran = await check();
      expect(ran.status).not.toBe(0);
      expect(ran.executed).toContain("shop:check");
      expect(ran.printed).toMatch(/error\[CI2001\]/);
    });

    test("another version of what is installed: what depends on it, at least", async () => {
      example.change("package-lock.json", ({ packages }) => {
        packages["node_modules/vite"] = installed("vite", "1.0.1");
      });
      // Nx takes a script to depend on all that is installed.
      const executed = engine.name === "nx" ? ALL : ["admin:check", "shop:check"];
      expect(await check()).toMatchObject({ status: 0, executed, cached: without(executed) });
    });

    test("another machine takes everything from the remote cache, whatever its folders", async () => {
      expect(remote.size).toBe(ALL.length);
      const other = copyExample(engine.name);
      onTestFinished(other.cleanup);
      const ran = await engine.run(other.dir, "check", engine.remoteCache(remote.url));
      expect(ran, ran.printed).toMatchObject({ status: 0, executed: [], cached: ALL });
      expect(other.read(TABLE)).toBe(example.read(TABLE));
    });

    test("its programs are built from what was checked, and run", async () => {
      const built = await engine.run(example.dir, "build");
      expect(built, built.printed).toMatchObject({
        status: 0,
        executed: ["admin:build", "shop:build"],
        cached: ALL,
      });
      const output = execFileSync(process.execPath, [example.path("apps/shop/dist/main.js")]);
      expect(String(output)).toBe("smtp: RCPT TO:<ada@example.org> DATA Welcome, ada!\n");
    });
  });
}
