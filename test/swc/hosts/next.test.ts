import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Tree } from "../../tree.ts";
import { commandsFor, filesFor } from "./guide.ts";
import { MISTAKE, makeMistake, program } from "./program.ts";
import { type Ended, run, terminal } from "./terminal.ts";

const [config] = filesFor("Next.js");
const [link, build] = commandsFor("Next.js");

/** An application that calls on the server and in the browser. */
const app = {
  "app/layout.tsx": `import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.tsx": `import { call_interface } from "crate-interface/macro";
import { HelloIf, planet } from "hello-if";
import { Greeting } from "./greeting.tsx";

export default function Page() {
  const hello = call_interface(HelloIf.hello(planet, 123));
  return <main><p>{hello}</p><Greeting /></main>;
}
`,
  "app/greeting.tsx": `"use client";
import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

export function Greeting() {
  return <p>{call_interface(HelloIf.greet, "you")}</p>;
}
`,
  "pages/old.tsx": `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

export const getStaticProps = () => ({ props: { hello: call_interface(HelloIf.hello("old", 1)) } });

export default function Old({ hello }: { hello: string }) {
  return <p>{hello}</p>;
}
`,
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    },
  }),
};

describe.each(["turbopack", "webpack"])("%s", (bundler) => {
  let tree: Tree;
  beforeAll(() => {
    tree = program(config, app);
    run(tree.path("packages/app"), link);
    return () => tree.cleanup();
  });

  test("builds a page that calls on the server and in the browser", () => {
    const { exitCode, stdout } = next(tree, bundler);
    expect(stdout).toContain("Compiled successfully");
    expect(exitCode).toBe(0);
    const page = readFileSync(tree.path("packages/app/.next/server/app/index.html"), "utf8");
    expect(page).toContain("<main><p>Hello, world 123!</p><p>Hello, you 0!</p></main>");
    const old = readFileSync(tree.path("packages/app/.next/server/pages/old.html"), "utf8");
    expect(old).toContain("<p>Hello, old 1!</p>");
    const chunks = scripts(tree.path("packages/app/.next/static"));
    expect(chunks.filter((chunk) => chunk.includes("Hello, "))).toHaveLength(1);
  });

  test("shows what is wrong with a macro in its code, and fails", () => {
    makeMistake(tree, "app/page.tsx");
    const { exitCode, stderr } = next(tree, bundler);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(MISTAKE);
    expect(stderr).toMatch(/--> .*app\/page\.tsx:6:40\n/);
    expect(stderr).toContain("help: write `call_interface(HelloIf.hello(planet, 123))`\n");
    expect(stderr).toMatch(/6 \| {3}const hello = .*\n +[|:] +\^{7}\n/);
  });
});

function next(tree: Tree, bundler: string): Ended {
  return terminal(tree.path("packages/app"), `${build} --${bundler}`);
}

/** The scripts for browsers in a folder. */
function scripts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .map((path) => readFileSync(join(folder, path), "utf8"));
}
