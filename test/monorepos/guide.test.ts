import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const guide = readFileSync(`${repository}/docs/monorepos.md`, "utf8");

test("the guide shows the files of the examples as they are", () => {
  const shown = [
    ...guide.matchAll(/\]\(\.\.\/(examples\/[^)]+\.json)\):\n\n```json\n([\s\S]*?)```/g),
  ];
  expect(shown.map(([, file]) => file)).toEqual([
    "examples/turborepo/packages/mail-smtp/package.json",
    "examples/turborepo/apps/shop/package.json",
    "examples/turborepo/turbo.json",
    "examples/nx/nx.json",
  ]);
  for (const [, file, text] of shown) {
    expect(text).toBe(readFileSync(`${repository}/${file}`, "utf8"));
  }
});

test("both examples are the same but for their names and the engine", () => {
  const same = [
    ...["mail", "mail-smtp", "mail-console", "signup"].map((name) => `packages/${name}`),
    ...["shop", "admin"].map((name) => `apps/${name}`),
  ].flatMap((dir) => [
    `${dir}/package.json`,
    `${dir}/src/${dir.startsWith("apps") ? "main" : "index"}.ts`,
  ]);
  for (const file of same) {
    const [turborepo, nx] = ["turborepo", "nx"].map((name) =>
      readFileSync(`${repository}/examples/${name}/${file}`, "utf8").replaceAll(`@${name}-`, "@"),
    );
    expect(nx).toBe(turborepo);
  }
});
