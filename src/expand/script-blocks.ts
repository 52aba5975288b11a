/** One `<script>` of a Vue or Svelte single-file component. */
export interface ScriptBlock {
  /** What is between the tags. */
  code: string;
  /** Where `code` begins in the file, in UTF-16 code units. */
  start: number;
  /** The `lang` attribute, `js` when there is none. */
  lang: string;
  /** Whether it is the body of the component (`<script setup>`, or Svelte's plain `<script>`). */
  instance: boolean;
}

/** Whether a file is a single-file component, whose code is in `<script>` blocks. */
export function isComponentFile(file: string): boolean {
  return file.endsWith(".vue") || file.endsWith(".svelte");
}

/**
 * The `<script>` blocks of a single-file component that hold code here and at the top level: not
 * those in comments or inside other blocks (`<template>`, `<style>`), empty ones, and those that
 * take their code from elsewhere (`<script src>`).
 *
 * A component is read as its compiler reads it: a block ends at the first closing tag, whatever
 * the code before it says.
 */
export function scriptBlocks(code: string, file: string): ScriptBlock[] {
  const blocks: ScriptBlock[] = [];
  let at = 0;
  // The custom blocks and markup around the scripts, by how deep they nest.
  let depth = 0;
  for (;;) {
    OPENING.lastIndex = at;
    const match = OPENING.exec(code);
    if (!match) return blocks;
    at = OPENING.lastIndex;
    const { close, open } = match.groups as { close?: string; open?: string };
    if (close !== undefined) {
      depth = Math.max(0, depth - 1);
      continue;
    }
    const rest = open && REST_OF_TAG.exec(code.slice(at, at + LONGEST_TAG));
    if (!rest) continue;
    at += rest[0].length;
    const [, attributes, selfClosing] = rest;
    const tag = open.toLowerCase();
    if (tag === "template") {
      if (!selfClosing) depth++;
      continue;
    }
    if (selfClosing) continue;
    const closing = tag === "script" ? /<\/script\s*>/gi : /<\/style\s*>/gi;
    closing.lastIndex = at;
    const end = closing.exec(code);
    const inner = code.slice(at, end?.index);
    if (tag === "script" && depth === 0 && inner.trim() !== "") {
      const given = readAttributes(attributes);
      if (!given.has("src")) {
        const module = given.has("module") || given.get("context") === "module";
        const instance = file.endsWith(".svelte") ? !module : given.has("setup");
        blocks.push({ code: inner, start: at, lang: given.get("lang") || "js", instance });
      }
    }
    at = end ? closing.lastIndex : code.length;
  }
}

/** A comment, or the beginning of a tag that matters here. */
const OPENING =
  /<!--[\s\S]*?(?:-->|$)|<\/(?<close>template)\s*>|<(?<open>script|style|template)(?=[\s/>])/gi;

/** Attributes, in which quotes may hold a `>`, and the end of the tag. */
const REST_OF_TAG = /^((?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*)(\/)?>/;

/** In UTF-16 code units. Without a limit, each of many tags that never end is read to the file's end. */
const LONGEST_TAG = 10_000;

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(
    /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g,
  )) {
    attributes.set(match[1], match[2] ?? match[3] ?? match[4] ?? "");
  }
  return attributes;
}
