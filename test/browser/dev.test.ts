import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChromium } from "./chromium.ts";
import {
  definition,
  fromTemplate,
  helloIf,
  helloImpl,
  implementation,
  type Project,
} from "./templates.ts";
import { type Server, serve } from "./vite.ts";

const manifest = "packages/app/package.json";
const polite = "packages/app/src/polite.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

// The tests of a template share a server and a page, and each leaves behind what the next begins with.
describe.each(["react-ts", "vue-ts", "svelte-ts"])("%s in vite dev", (template) => {
  let project: Project;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    project = fromTemplate(template);
    server = await serve(project.app);
    page = await browser.newPage();
    await page.goto(server.url);
    await shows("Hello, world!");
    await markPage();
  });
  afterEach(async () => {
    await hidesErrors();
    expect(await page.evaluate("window.isMarked"), "the page was not reloaded").toBe(true);
  });
  afterAll(async () => {
    await page?.close();
    await server?.[Symbol.asyncDispose]();
    project?.cleanup();
  });

  /** Vite's watcher drops an event of a file within 100 ms of its last: nobody types that fast. */
  const isWatchedAgain = () => setTimeout(100);
  const write = async (path: string, content: unknown) => {
    await isWatchedAgain();
    project.write(path, content);
  };
  const edit = async (from: string, to: string) => {
    await isWatchedAgain();
    project.edit(project.component, from, to);
  };
  const remove = async (path: string) => {
    await isWatchedAgain();
    project.remove(path);
  };

  /** A reload of the page would forget it. */
  const markPage = () => page.evaluate("window.isMarked = true");
  const shows = (text: string) => page.waitForSelector(`text="${text}"`);
  /** The text of Vite's overlay, once it has one that contains the given text. */
  const showsError = async (text: string): Promise<string> => {
    const overlay = await page.waitForSelector(`vite-error-overlay .window:has-text("${text}")`);
    // biome-ignore lint/performance/useDomNodeTextContent: its line breaks are those that one sees
    return overlay.innerText();
  };
  const hidesErrors = () => page.waitForSelector("vite-error-overlay", { state: "detached" });

  test("shows what is linked", async () => {
    await shows("the default note");
  });

  test("an edit of the implementation updates the page", async () => {
    await page.click("text=Count is 0");
    await shows("Count is 1");
    await write(helloImpl, implementation("Good day"));
    await shows("Good day, world!");
    // Where the framework keeps the state of a component, it is kept.
    if (template === "react-ts") await shows("Count is 1");
    await write(helloImpl, implementation("Hello"));
    await shows("Hello, world!");
  });

  test("an edit of a default updates the page", async () => {
    await write(helloIf, definition(`"another note"`));
    await shows("another note");
  });

  test("an edit of a default that calls the linked member, which makes a cycle", async () => {
    await write(helloIf, definition(`this.hello("note")`));
    await shows("Hello, note!");
    await write(helloImpl, implementation("Good day"));
    await shows("Good day, note!");
    await write(helloIf, definition(`"the default note"`));
    await shows("the default note");
    await write(helloImpl, implementation("Hello"));
    await shows("Hello, world!");
  });

  test("an implementation overrides the default, is edited, and leaves it to the default again", async () => {
    await write(helloImpl, implementation("Hello", `note: () => "no default"`));
    await shows("no default");
    await write(helloImpl, implementation("Hello", `note: () => "edited"`));
    await shows("edited");
    await write(helloImpl, implementation("Hello"));
    await shows("the default note");
  });

  test("an edit of the component updates the page", async () => {
    await edit(`hello("world")`, `hello("you")`);
    await shows("Hello, you!");
    await edit(`hello("you")`, `hello("world")`);
    await shows("Hello, world!");
  });

  test("without the implementation the overlay shows CI2001, until it is back", async () => {
    server.printed();
    await remove(helloImpl);
    const overlay = await showsError("CI2001");
    expect(overlay).toContain(
      "[plugin:crate-interface] error[CI2001]: no implementation of `HelloIf` is linked into `app`",
    );
    expect(overlay).toContain(`call_interface(HelloIf.hello("world"))`);
    expect(overlay).toContain("help: implement it in `app` or in one of its dependencies");
    expect(overlay).toContain(`${project.path(project.component)}:`);
    // What is wrong, and the code frame of each place concerned, once.
    expect(overlay.match(/error\[/g)).toHaveLength(1);
    expect(overlay.match(/^> +\d+ \| .*HelloIf/gm)).toHaveLength(3);

    await write(helloImpl, implementation("Hello again"));
    await shows("Hello again, world!");
    // By Vite's pre-transform and by the request itself.
    expect(server.printed().match(/error\[CI2001\]/g)).toHaveLength(2);
    await write(helloImpl, implementation("Hello"));
    await shows("Hello, world!");
  });

  test("a misused macro is shown at its place, until it is corrected", async () => {
    await edit(`HelloIf.hello("world")`, `HelloIf["hello"]("world")`);
    const overlay = await showsError("CI1009");
    const lines = readFileSync(project.path(project.component), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes(`HelloIf["hello"]`)) + 1;
    expect(overlay).toContain(`> ${line} | ${lines[line - 1]}`);
    expect(overlay).toContain(`${project.component.split("/").pop()}:${line}:`);
    expect(overlay).toContain("help: write `call_interface(HelloIf.hello");
    // Svelte's plugin sends no update for code that is as it was before the mistake.
    await edit(`HelloIf["hello"]("world")`, `HelloIf.hello("you")`);
    await shows("Hello, you!");
    await edit(`hello("you")`, `hello("world")`);
    await shows("Hello, world!");
  });

  test("of two implementations package.json selects one, without a restart", async () => {
    const before = readFileSync(project.path(manifest), "utf8");
    const select = (implementation: string) =>
      write(manifest, {
        ...JSON.parse(before),
        "crate-interface": { implementations: { HelloIf: implementation } },
      });
    await write(polite, implementation("How do you do"));
    const overlay = await showsError("CI2002");
    expect(overlay).toContain("error[CI2002]: `HelloIf` has 2 implementations");
    expect(overlay).toContain("src/polite.ts:");
    expect(overlay).toContain("hello-impl/src/index.ts:");
    await select("./src/polite.ts");
    await shows("How do you do, world!");
    await select("hello-impl");
    await shows("Hello, world!");
    await write(manifest, before);
    await showsError("CI2002");
    await remove(polite);
    await shows("Hello, world!");
  });

  test("a page that is opened without the implementation appears with it", async () => {
    await remove(helloImpl);
    await showsError("CI2001");
    // Vite tells a page that is still loading of an error only if no other page is connected.
    await page.goto("about:blank");
    await page.goto(server.url);
    await showsError("CI2001");
    await write(helloImpl, implementation("Hello"));
    await shows("Hello, world!");
    await markPage();
  });
});
