import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { startChromium } from "./chromium.ts";
import { fromTemplate, type Project, templates } from "./templates.ts";
import { build, serve } from "./vite.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

test.each(Object.keys(templates))("%s is built, and shows what is linked", async (name) => {
  using project = fromTemplate(name);
  await showsWhatIsLinked(project);
});

test("a Vue component with a script that has no setup", async () => {
  using project = fromTemplate("vue-ts");
  project.write(
    project.component,
    `<script lang="ts">
import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

export default {
  data: () => ({ note: call_interface(HelloIf.note()) as string }),
  computed: { greeting: () => call_interface(HelloIf.hello, "world") },
};
</script>

<template>
  <h1>{{ greeting }}</h1>
  <p>{{ note }}</p>
</template>
`,
  );
  await showsWhatIsLinked(project);
});

test("the plugin stands behind those of the frameworks", async () => {
  for (const name of ["react-ts", "vue-ts", "svelte-ts"]) {
    using project = fromTemplate(name);
    const config = "packages/app/vite.config.ts";
    project.edit(config, "crateInterface(), ", "");
    project.edit(config, "()]", "(), crateInterface()]");
    await showsWhatIsLinked(project);
  }
});

/** Builds the app, and opens what was built. */
async function showsWhatIsLinked({ app }: Project): Promise<void> {
  await build(app);
  await using server = await serve(app, "preview");
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForSelector(`text="Hello, world!"`);
  await page.waitForSelector(`text="the default note"`);
  await page.close();
}
