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
    const { close, open, attributes = "", selfClosing } = match.groups as Groups;
    if (close !== undefined) {
      if (close.toLowerCase() === "template") depth = Math.max(0, depth - 1);
      continue;
    }
    if (open === undefined) continue;
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

interface Groups {
  close?: string;
  open?: string;
  attributes?: string;
  selfClosing?: string;
}

/** A comment, or a tag that matters here with its attributes, in which quotes may hold a `>`. */
const OPENING =
  /<!--[\s\S]*?(?:-->|$)|<\/(?<close>template)\s*>|<(?<open>script|style|template)(?=[\s/>])(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*)(?<selfClosing>\/)?>/gi;

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(
    /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g,
  )) {
    attributes.set(match[1], match[2] ?? match[3] ?? match[4] ?? "");
  }
  return attributes;
}
