import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium } from "../browser/chromium.ts";
import { build, serve } from "../browser/vite.ts";
import { bundlers } from "../bundlers/bundlers.ts";
import { copyExample } from "./copy.ts";
import { buildProgram } from "./programs.ts";

// The program for browsers, in Chromium.

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const LOGGED = [
  "debug web: the last of 10 is 10",
  "debug web: the sum is 6",
  "info foo: a token of 100000 bytes",
];

test.each(["dev", "preview"])("on Vite's server (%s)", async (command) => {
  using copy = copyExample();
  const app = copy.path("packages/facades-web");
  if (command === "preview") await build(app);
  await using server = await serve(app, command);
  await expectProgram((page) => page.goto(server.url));
});

test.each(Object.entries(bundlers))("built by %s", async (...bundler) => {
  using copy = copyExample();
  const app = copy.path("packages/facades-web");
  const { files } = await buildProgram(bundler, app, "browser", { minify: true });
  expect(Object.keys(files)).toEqual(["main.js"]);
  expect(files["main.js"]).not.toContain("node:crypto");
  await expectProgram(async (page) => {
    await page.setContent('<p id="token"></p>');
    await page.addScriptTag({ type: "module", content: files["main.js"]! });
  });
});

test("while Vite serves it, another logger is listed, and none", async () => {
  using copy = copyExample();
  copy.edit("packages/facades-web/src/main.ts", 'import { setLevel } from "log-console";\n', "");
  copy.edit("packages/facades-web/src/main.ts", 'setLevel("debug");\n', "");
  await using server = await serve(copy.path("packages/facades-web"), "dev");
  await using page = await browser.newPage();
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  /** What the program logs once it is loaded; the page is loaded anew by itself. */
  const after = async (change: () => unknown): Promise<string[]> => {
    logged.splice(0);
    await Promise.all([page.waitForEvent("load"), change()]);
    await page.waitForFunction("document.querySelector('#token').textContent !== ''");
    return logged.filter((line) => line.includes("a token of"));
  };
  expect(await after(() => page.goto(server.url))).toEqual(["foo: a token of 100000 bytes"]);
  expect(await after(() => copy.list("facades-web", "log-console", false))).toEqual([]);
  copy.edit(
    "packages/log-memory/src/index.ts",
    "records.push(record);",
    'records.push(record);\n    console.warn("kept", record.message);',
  );
  expect(await after(() => copy.list("facades-web", "log-memory", true))).toEqual([
    "kept a token of 100000 bytes",
  ]);
});

/** Opens the program in a page; it logs to its console, and shows a token. */
async function expectProgram(open: (page: Page) => Promise<unknown>): Promise<void> {
  await using page = await browser.newPage();
  const logged: string[] = [];
  page.on("console", (message) => logged.push(`${message.type()} ${message.text()}`));
  page.on("pageerror", (error) => logged.push(error.message));
  await open(page);
  await page.waitForFunction("document.querySelector('#token').textContent !== ''");
  expect(await page.textContent("#token")).toMatch(/^[0-9a-f]{200000}$/);
  expect(logged.filter((line) => !line.includes("[vite]"))).toEqual(LOGGED);
}
