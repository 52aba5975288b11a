import { allPages, type Example, type Page } from "../messages.ts";

/** The page of a code as Markdown. `level` is that of its heading. */
export function pageMarkdown(page: Page, level = 1): string {
  const heading = "#".repeat(level);
  return [
    `${heading} ${page.code}: ${page.title}`,
    page.happened,
    `${heading}# Why`,
    page.why,
    `${heading}# How to fix`,
    page.fixes.map((fix) => `- ${fix}`).join("\n"),
    `${heading}# Wrong`,
    ...page.wrong.map(exampleMarkdown),
    `${heading}# Right`,
    ...page.right.map(exampleMarkdown),
  ].join("\n\n");
}

/** The reference page of all codes as Markdown, `docs/diagnostics.md`. */
export function referenceMarkdown(): string {
  const pages = allPages();
  const table = pages.map(({ code, title }) => `| [${code}](#${code.toLowerCase()}) | ${title} |`);
  const sections = GROUPS.flatMap(([prefix, title]) => [
    `## ${title}`,
    ...pages.filter(({ code }) => code.startsWith(prefix)).map(section),
  ]);
  const index = ["| Code | Problem |", "| --- | --- |", ...table].join("\n");
  return [INTRODUCTION, index, ...sections].join("\n\n") + "\n";
}

const GROUPS = [
  ["CI1", "Macros"],
  ["CI2", "Linking"],
  ["CI3", "Packages"],
] as const;

const INTRODUCTION = `<!-- Generated from src/messages by \`node scripts/docs.mjs\`; do not edit. -->

# Diagnostics

Every error and warning has a code. Codes are stable: what a code means does not change.
\`crate-interface explain CI2001\` prints the section of a code in the terminal.`;

/** A page with an anchor that does not change when its title does. */
function section(page: Page): string {
  return `<a id="${page.code.toLowerCase()}"></a>\n\n${pageMarkdown(page, 3)}`;
}

function exampleMarkdown({ file, text }: Example): string {
  const language = file.slice(file.lastIndexOf(".") + 1);
  return `\`${file}\`\n\n\`\`\`${language}\n${text}\`\`\``;
}
