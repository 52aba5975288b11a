import { readFileSync } from "node:fs";

/** The guide. */
export const GUIDE: string = readFileSync(new URL("../../../docs/swc.md", import.meta.url), "utf8");

/** A file that the guide tells to write: the first line of its code block is a comment of its path. */
export interface GuideFile {
  path: string;
  text: string;
}

/** The files that the guide has for a host, in order: a later one of the same path is an alternative. */
export function filesFor(host: string): GuideFile[] {
  return blocks(host)
    .filter(({ text }) => text.startsWith("// "))
    .map(({ text }) => ({ path: /^\/\/ (\S+)\n/.exec(text)![1], text }));
}

/** The commands that the guide has for a host, a line each. */
export function commandsFor(host: string): string[] {
  return blocks(host)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.trimEnd().split("\n"));
}

/** @param host the heading of its section */
function blocks(host: string): { language: string; text: string }[] {
  const [, section] = GUIDE.split(`\n## ${host}\n`);
  if (section === undefined) throw new Error(`docs/swc.md has no section ${host}`);
  const fences = section.split("\n## ")[0].matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language, text]) => ({ language, text }));
}
