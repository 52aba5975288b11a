import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { workspace } from "../bundlers/workspace.ts";
import { runIn } from "../cli/command.ts";
import { calls, defines, implement, source, twoMajors, withDefaults } from "../cli/facade-tree.ts";
import type { Tree } from "../tree.ts";
import { startChromium } from "./chromium.ts";

const trees = { majors: twoMajors, defaults: withDefaults, hostile, many, large };
const roots = { majors: "my_bin", defaults: "app", hostile: "app", many: "app", large: "app" };
type Name = keyof typeof trees;

let browser: Browser;
/** The tree of each name, with the page of its graph beside its root package. */
const written = new Map<Name, Tree>();

beforeAll(async () => {
  for (const name of Object.keys(trees) as Name[]) {
    const tree = trees[name]();
    written.set(name, tree);
    const ran = runIn(dirOf(name), ["graph", "--html", "--out", "graph.html"]);
    expect(ran).toEqual({ status: 0, stdout: "wrote graph.html\n", stderr: "" });
  }
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  for (const tree of written.values()) tree.cleanup();
});

function dirOf(name: Name): string {
  return written.get(name)!.path(`packages/${roots[name]}`);
}

interface Opening {
  colorScheme?: "light" | "dark";
  reducedMotion?: "reduce" | "no-preference";
  hash?: string;
  /** Collects what the page does that it should not; without it, that fails the test. */
  problems?: string[];
}

/** The page of a graph, opened from its file. */
async function open(name: Name, opening: Opening = {}): Promise<Page> {
  const { hash = "", reducedMotion = "reduce", problems, ...others } = opening;
  const viewport = { width: 1200, height: 700 };
  const page = await browser.newPage({ viewport, reducedMotion, ...others });
  const found = problems ?? [];
  const url = pathToFileURL(join(dirOf(name), "graph.html")).href;
  page.on("console", (message) => found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.message));
  page.on("dialog", (dialog) => {
    found.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== url) found.push(request.url());
  });
  onTestFinished(async () => {
    await page.close();
    if (!problems) expect(found).toEqual([]);
  });
  await page.goto(url + hash);
  return page;
}

/** The text as people see it. */
function read(found: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: a locator has no such thing to offer
  return found.innerText();
}

/** Of the browser, whose types are not those of Node. */
declare function getComputedStyle(element: unknown): { getPropertyValue(name: string): string };

function styleOf(found: Locator, property: string): Promise<string> {
  return found.evaluate(
    (element, name) => getComputedStyle(element).getPropertyValue(name),
    property,
  );
}

/** What has the focus, as assistive technology is told. */
const focused = (page: Page): Promise<string | null> =>
  page.locator(":focus").getAttribute("aria-label");

const box = (page: Page, title: string): Locator =>
  page.getByRole("group", { name: "Packages" }).getByRole("link", { name: title, exact: true });

/** Where the frame of a box is on the screen. */
async function place(page: Page, title: string) {
  const found = await box(page, title).locator(".frame").boundingBox();
  return found!;
}

test("shows packages from callers to implementations, all of it at first", async () => {
  const page = await open("majors");
  expect(await page.title()).toBe("my_bin@1.0.0: what is linked");
  expect(await read(page.locator(".summary"))).toBe("7 packages, 2 interfaces");
  const order = ["my_bin@1.0.0 root", "bar@1.0.0", "log@0.5.0 facade", "other_logger@1.0.0"];
  let right = 0;
  for (const title of order) {
    const { x, y, width, height } = await place(page, title);
    expect(x).toBeGreaterThanOrEqual(right);
    expect(y + height).toBeLessThan(700);
    right = x + width;
  }
  expect(right).toBeLessThan(1200);
  const label = { name: "interface Log, linked", exact: true };
  expect(await page.getByRole("link", label).count()).toBe(2);
});

test("says everything about a package and an interface, with links from one to the other", async () => {
  const page = await open("defaults");
  const panel = page.getByRole("complementary", { name: "Details" });
  expect(await panel.isVisible()).toBe(false);

  await box(page, "log@1.0.0 facade").click();
  expect(await read(panel.getByRole("article"))).toBe(
    `log 1.0.0

../log, a facade

Defines
Log → log-console@1.0.0
Depends on
log-noop@1.0.0
Needed by
app@1.0.0
foo@1.0.0
log-console@1.0.0 turned around by linking
log-fancy@1.0.0
log-noop@1.0.0 turned around by linking`,
  );
  await panel.getByRole("link", { name: "Log", exact: true }).click();
  expect(await read(panel.getByRole("article"))).toBe(
    `Log

of log@1.0.0

linked to log-console@1.0.0

because: the only implementation, in place of the default log-noop

Members
say
../log-console/src/index.ts
Called by
foo@1.0.0
say
Not selected
log-fancy@1.0.0
\`app\` does not list it in its own dependencies
log-noop@1.0.0
it is the default of its facade, which counts where nothing else is chosen`,
  );
  // Who calls it, and what it is linked to, stand out.
  const related = await page.locator(".box.related .title").allTextContents();
  expect(related.sort()).toEqual(["foo@1.0.0", "log-console@1.0.0", "log@1.0.0"]);

  await page.goBack();
  expect(await read(panel.getByRole("heading", { level: 2 }))).toBe("log 1.0.0");
  await panel.getByRole("link", { name: "Close details" }).click();
  expect(await panel.isVisible()).toBe(false);
});

test("an address with a fragment opens what it names, wide screens or narrow", async () => {
  const page = await open("defaults", { hash: "#l1" });
  const panel = page.getByRole("complementary", { name: "Details" });
  expect(await read(panel.getByRole("heading", { level: 2 }))).toBe("Rng");
  const beside = await place(page, "rng@1.0.0 facade");
  expect(beside.x + beside.width).toBeLessThan((await panel.boundingBox())!.x);
  await page.setViewportSize({ width: 400, height: 700 });
  const drawing = (await page.locator("#drawing").boundingBox())!;
  expect(drawing.width).toBe(400);
  expect((await panel.boundingBox())!.y).toBeGreaterThanOrEqual(drawing.y + drawing.height);
  const isSeen = async (): Promise<boolean> => {
    const { x, y, width, height } = await place(page, "rng@1.0.0 facade");
    const inside = x >= 0 && x + width <= 400;
    return inside && y >= drawing.y && y + height <= drawing.y + drawing.height;
  };
  await expect.poll(isSeen).toBe(true);
});

/** An application that defines and implements more interfaces than a box has lines. */
function many(): Tree {
  const names = Array.from({ length: 15 }, (_, at) => `If${at}`);
  const declared = names.map((name) => defines(name).split("\n")[1]);
  const implemented = names.map((name) => implement(name, "./all.ts").split("\n")[2]);
  return workspace({
    app: {
      files: {
        "src/all.ts": `import { def_interface } from "crate-interface/macro";\n${declared.join("\n")}\n`,
        "src/impl.ts": `import { impl_interface } from "crate-interface/macro";\nimport { ${names.join(", ")} } from "./all.ts";\n${implemented.join("\n")}\n`,
      },
    },
  });
}

test("interfaces that share a line are found, and have their details", async () => {
  const page = await open("many", { hash: "#l14" });
  expect(await page.locator(".row.selected .interface").textContent()).toBe("and 4 more");
  const heading = page.getByRole("complementary").getByRole("heading", { level: 2 });
  // By name: If0, If1, If10, ...
  expect(await read(heading)).toBe("If9");
  await page.locator("#search").fill("If9");
  expect(await read(page.locator("#found"))).toBe("1 found");
});

/** An application with more packages than can be read at once. */
function large(): Tree {
  const names = Array.from({ length: 150 }, (_, at) => `caller-${at}`);
  return workspace({
    app: source(names, ""),
    "hello-if": { files: { "src/index.ts": defines("HelloIf") } },
    "hello-impl": source(["hello-if"], implement("HelloIf", "hello-if")),
    ...Object.fromEntries(
      names.map((name) => [name, source(["hello-if", "hello-impl"], calls("HelloIf", "hello-if"))]),
    ),
  });
}

test("what is too large to be read as a whole begins at the root, readable", async () => {
  const page = await open("large");
  const start = await place(page, "app@1.0.0 root");
  expect(start.height).toBeGreaterThan(20);
  expect(start.x).toBeGreaterThan(0);
  expect(start.x + start.width).toBeLessThan(1200 / 2);
  expect(start.y).toBeGreaterThan(100);
  expect(start.y + start.height).toBeLessThan(600);
  const last = page.locator(".box").last();
  const isSeen = async (): Promise<boolean> => {
    const { x, width } = (await last.boundingBox())!;
    return x >= 0 && x + width <= 1200;
  };
  // It stays there when the window changes.
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(async () => (await place(page, "app@1.0.0 root")).y).toBeLessThan(start.y);
  expect((await place(page, "app@1.0.0 root")).height).toBeCloseTo(start.height, 3);
  await page.setViewportSize({ width: 1200, height: 700 });

  await page.getByRole("button", { name: "Show everything" }).click();
  await expect.poll(isSeen).toBe(true);
  expect((await place(page, "app@1.0.0 root")).height).toBeLessThan(start.height / 1.4);
});

test("zooms with the wheel at the pointer, with buttons and keys, and pans by dragging", async () => {
  const page = await open("majors");
  const title = "foo@1.0.0";
  const start = await place(page, title);

  // Where the wheel is turned is told in whole pixels.
  const pointer = {
    x: Math.round(start.x + start.width / 2),
    y: Math.round(start.y + start.height / 2),
  };
  await page.mouse.move(pointer.x, pointer.y);
  await page.mouse.wheel(0, -400);
  await expect
    .poll(async () => (await place(page, title)).width)
    .toBeGreaterThan(start.width * 1.5);
  const near = await place(page, title);
  expect((pointer.x - near.x) / near.width).toBeCloseTo((pointer.x - start.x) / start.width, 2);
  expect((pointer.y - near.y) / near.height).toBeCloseTo((pointer.y - start.y) / start.height, 2);

  await page.getByRole("button", { name: "Show everything" }).click();
  expect(await place(page, title)).toEqual(start);
  await page.getByRole("button", { name: "Zoom in" }).click();
  expect((await place(page, title)).width).toBeCloseTo(start.width * 1.3, 1);
  await page.getByRole("button", { name: "Zoom out" }).click();
  expect((await place(page, title)).width).toBeCloseTo(start.width, 1);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  expect((await place(page, title)).width).toBeCloseTo(start.width * 1.69, 1);
  await page.keyboard.press("-");
  expect((await place(page, title)).width).toBeCloseTo(start.width * 1.3, 1);
  await page.keyboard.press("0");
  expect(await place(page, title)).toEqual(start);

  // Dragging, also when it begins on a box: that is no click.
  await page.mouse.move(pointer.x, pointer.y);
  await page.mouse.down();
  await page.mouse.move(pointer.x + 60, pointer.y + 25, { steps: 3 });
  await page.mouse.up();
  const dragged = await place(page, title);
  expect(dragged.x - start.x).toBeCloseTo(60, 1);
  expect(dragged.y - start.y).toBeCloseTo(25, 1);
  expect(new URL(page.url()).hash).toBe("");

  await page.locator("#drawing").focus();
  await page.keyboard.press("ArrowRight");
  expect((await place(page, title)).x - dragged.x).toBeCloseTo(-80, 1);

  await box(page, title).focus();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#p1");
});

test("two fingers zoom at the point between them", async () => {
  const page = await open("majors");
  const start = await place(page, "foo@1.0.0");
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: [number, number][]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await touch("touchStart", [500, 500], [600, 500]);
  await touch("touchMove", [450, 500], [650, 500]);
  await touch("touchEnd");
  const end = await place(page, "foo@1.0.0");
  expect(end.width).toBeCloseTo(start.width * 2, 0);
  expect(end.x).toBeCloseTo(550 + (start.x - 550) * 2, 0);
});

test("the keyboard walks from box to box, opens details and comes back", async () => {
  const page = await open("majors");
  await page.locator("#drawing").focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("my_bin@1.0.0 root");
  const walk = ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft"];
  const seen: (string | null)[] = [];
  for (const key of walk) {
    await page.keyboard.press(key);
    seen.push(await focused(page));
  }
  expect(seen).toEqual([
    "bar@1.0.0",
    "log@0.5.0 facade",
    "interface Log, linked",
    "other_logger@1.0.0",
    "interface Log, linked",
  ]);
  // The focus is seen.
  expect(await styleOf(page.locator("a.row:focus .back"), "stroke")).toBe("rgb(180, 83, 9)");

  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("interface Log");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("log@0.5.0");
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("interface Log, linked");
  expect(await page.locator("article:visible").count()).toBe(0);
  // With Shift the drawing moves, and the focus does not.
  const before = await place(page, "foo@1.0.0");
  await page.keyboard.press("Shift+ArrowDown");
  expect((await place(page, "foo@1.0.0")).y - before.y).toBeCloseTo(-80, 1);
  expect(await focused(page)).toBe("interface Log, linked");
  // Of all boxes one is a stop of the Tab key.
  expect(await page.locator("#drawing a[tabindex='0']").count()).toBe(1);
});

test("searches packages and interfaces", async () => {
  const page = await open("defaults");
  await page.keyboard.press("/");
  await page.keyboard.type("LOG");
  const found = page.locator("#found");
  expect(await read(found)).toBe("4 found");
  // As one reads the drawing: column by column, each from above.
  const titles = await page.locator(".box.match .title").allTextContents();
  expect(titles).toEqual(["log-fancy@1.0.0", "log@1.0.0", "log-console@1.0.0", "log-noop@1.0.0"]);
  const [first, , ...last] = titles;
  const { x } = await place(page, first);
  for (const title of last) expect((await place(page, title)).x).toBeGreaterThan(x);
  const faded = page.locator(".box:not(.match) .title").first();
  expect(await styleOf(faded, "fill-opacity")).toBe("0.22");
  const current = page.locator(".box.current .title");
  await page.keyboard.press("Enter");
  expect(await current.textContent()).toBe("log-fancy@1.0.0");
  await page.keyboard.press("Enter");
  expect(await current.textContent()).toBe("log@1.0.0");
  expect(await read(found)).toBe("2 of 4");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  expect(await current.textContent()).toBe("log-noop@1.0.0");

  // What is out of sight comes into it, and is what Escape leaves to.
  await page.locator("#drawing").focus();
  for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowRight");
  expect((await place(page, "log-noop@1.0.0")).x).toBeLessThan(0);
  await page.locator("#search").press("Shift+Enter");
  await page.locator("#search").press("Enter");
  expect((await place(page, "log-noop@1.0.0")).x).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  expect(await page.locator(".searching").count()).toBe(0);
  expect(await focused(page)).toBe("log-noop@1.0.0");
  await page.locator("#search").fill("nothing of this name");
  expect(await read(found)).toBe("0 found");
});

test("is light or dark as the system is, or as its switch says", async () => {
  const paper = (page: Page): Promise<string> => styleOf(page.locator("body"), "background-color");
  const [light, dark] = ["rgb(246, 247, 249)", "rgb(20, 23, 28)"];
  const inDark = await open("majors", { colorScheme: "dark" });
  expect(await paper(inDark)).toBe(dark);
  await inDark.getByText("Light", { exact: true }).click();
  expect(await paper(inDark)).toBe(light);
  const inLight = await open("majors", { colorScheme: "light" });
  expect(await paper(inLight)).toBe(light);
  await inLight.getByRole("radio", { name: "System" }).focus();
  await inLight.keyboard.press("ArrowRight");
  expect(await paper(inLight)).toBe(dark);
});

test("shows dependencies as they were before linking", async () => {
  const page = await open("majors");
  const visible = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const kind of ["dependency", "call", "link"]) {
      counts[kind] = await page.locator(`.arrow.${kind}:visible`).count();
    }
    return counts;
  };
  expect(await visible()).toEqual({ dependency: 4, call: 2, link: 2 });
  await page.getByText("Before linking").click();
  expect(await visible()).toEqual({ dependency: 8, call: 0, link: 0 });
});

test("glides only for people who do not mind motion", async () => {
  const gliding = async (reducedMotion: "reduce" | "no-preference"): Promise<string> => {
    const page = await open("majors", { reducedMotion });
    await page.keyboard.press("+");
    return styleOf(page.locator("#world"), "transition-duration");
  };
  expect(await gliding("no-preference")).toBe("0.18s");
  expect(await gliding("reduce")).toBe("0s");
});

const HOSTILE =
  "1.0.0</title></style></script><script>alert(1)</script><img/src=x/onerror=alert(2)>--><!--]]>&lt;";

/** A package of which everything that it says about itself would be a script. */
function hostile(): Tree {
  return workspace({
    app: source(["hello-if", "evil"], calls("HelloIf", "hello-if")),
    "hello-if": { files: { "src/index.ts": defines("HelloIf") } },
    evil: {
      dependencies: ["hello-if"],
      manifest: { name: `evil${HOSTILE}`, version: HOSTILE },
      files: { "src/<img src=x onerror=alert(3)>.ts": implement("HelloIf", "hello-if") },
    },
  });
}

test("what packages call themselves is text, whatever it is", async () => {
  const page = await open("hostile");
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.locator("script").count()).toBe(1);
  const titles = await page.locator(".title").allTextContents();
  expect(titles).toContain(`evil${HOSTILE}@${HOSTILE}`);
  await page.locator("a.row").first().click();
  const article = page.locator("article:visible");
  expect(await read(article)).toContain(`linked to evil${HOSTILE}@${HOSTILE}`);
  expect(await read(article)).toContain("../evil/src/<img src=x onerror=alert(3)>.ts");
});

test("its policy refuses scripts and requests that are not its own", async () => {
  const problems: string[] = [];
  const page = await open("majors", { problems });
  await page.evaluate(`{
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
  }`);
  await page.evaluate(`fetch("https://example.com/").catch(() => {})`);
  expect(await page.evaluate("window.ran")).toBe(undefined);
  expect(problems[0]).toContain("Executing inline script violates");
  expect(problems[1]).toContain("Connecting to 'https://example.com/' violates");
});

test("Mermaid draws what `graph` prints, hostile names too", async () => {
  const page = await browser.newPage();
  await page.setContent("<main></main>");
  const mermaid = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");
  await page.addScriptTag({ path: mermaid });
  async function drawn(name: Name): Promise<{ nodes: string[]; edges: string[] }> {
    const { stdout } = runIn(dirOf(name), ["graph"]);
    await page.evaluate(`(async () => {
      const { svg } = await mermaid.render("graph", ${JSON.stringify(stdout)});
      document.querySelector("main").innerHTML = svg;
    })()`);
    const edges = await page.locator(".edgeLabel .edgeLabel").allInnerTexts();
    return {
      nodes: await page.locator(".nodeLabel").allInnerTexts(),
      edges: edges.filter((text) => text !== ""),
    };
  }
  expect(await drawn("majors")).toEqual({
    nodes: [
      "bar@1.0.0",
      "foo@1.0.0",
      "log@1.0.0\nfacade",
      "log@0.5.0\nfacade",
      "my_bin@1.0.0",
      "my_logger@1.0.0",
      "other_logger@1.0.0",
    ],
    edges: ["Log", "Log", "Log", "Log"],
  });
  const { nodes } = await drawn("hostile");
  expect(nodes).toContain(`evil${HOSTILE}@${HOSTILE}`);
  expect(nodes).toHaveLength(3);
  await page.close();
});
