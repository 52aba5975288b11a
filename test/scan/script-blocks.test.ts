import { expect, test } from "vitest";
import { scriptBlocks } from "../../src/expand/script-blocks.ts";

function blocks(code: string, file = "a.vue"): [string, string, boolean][] {
  return scriptBlocks(code, file).map((block) => {
    expect(code.slice(block.start, block.start + block.code.length)).toBe(block.code);
    return [block.code, block.lang, block.instance];
  });
}

test("several scripts with their languages", () => {
  const code = `<script lang="ts">A</script>\n<script setup lang='tsx'>B</script><script>C</SCRIPT >`;
  expect(blocks(code)).toEqual([
    ["A", "ts", false],
    ["B", "tsx", true],
    ["C", "js", false],
  ]);
});

test("attributes may hold `>`, have no quotes, and span lines", () => {
  expect(
    blocks('<script\n  lang=ts setup\n  generic="T extends Record<string, A> = B">x</script>'),
  ).toEqual([["x", "ts", true]]);
});

test("comments, templates and styles hold no scripts of the component", () => {
  const code = `<!-- <script>no</script> -->
<template><template #a><div/></template><script>no</script></template>
<style>/* <script>no</script> */</style>
<template lang="pug" src="./x.pug" /><script>yes</script><!-- <script>`;
  expect(blocks(code)).toEqual([["yes", "js", false]]);
});

test("scripts from elsewhere and empty scripts are none", () => {
  expect(
    blocks('<script src="./a.ts" /><script src="./b.ts"></script><script> \n</script><script/>'),
  ).toEqual([]);
});

test("a script without an end goes to the end of the file", () => {
  expect(blocks("<script>a < b; '<script>'")).toEqual([["a < b; '<script>'", "js", false]]);
});

test("Svelte: the plain script is the instance, the module script is not", () => {
  expect(
    blocks(
      '<script module>A</script><script context="module" lang="ts">B</script><script>C</script>',
      "a.svelte",
    ),
  ).toEqual([
    ["A", "js", false],
    ["B", "ts", false],
    ["C", "js", true],
  ]);
});

test("other tags that begin alike are none", () => {
  expect(blocks("<scripts>a</scripts><script-x>b</script-x>")).toEqual([]);
});
