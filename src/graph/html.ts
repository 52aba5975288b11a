import { createHash } from "node:crypto";
import type { LinkGraph } from "./data.ts";
import { packageTitle } from "./data.ts";
import { details } from "./details.ts";
import { Markup, markup } from "./markup.ts";
import { pageScript } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { svg } from "./svg.ts";

/**
 * A graph as one HTML page that needs nothing else: it can be opened from a file, mailed, or attached
 * to a build. Its policy lets nothing run or load but its own script and style.
 */
export function html(graph: LinkGraph): string {
  const style = new Markup(PAGE_STYLE);
  const script = new Markup(`\n${pageScript()}\n`);
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${digest(style)}'`,
    `script-src 'sha256-${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const root = graph.packages.find(({ id }) => id === graph.root);
  const title = root ? packageTitle(root) : "";
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: what is linked</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<span class="summary">${summary(graph)}</span>
<div class="search"><input id="search" type="search" placeholder="Search  /" aria-label="Search packages and interfaces" autocomplete="off" spellcheck="false"><output id="found" for="search" aria-live="polite"></output></div>
${choice("View", "view", [
  ["before", "Before linking"],
  ["after", "After linking"],
])}
${choice("Colours", "theme", [
  ["light", "Light"],
  ["system", "System"],
  ["dark", "Dark"],
])}
</header>
<main>
${svg(graph)}
${LEGEND}
<div class="tools"><button type="button" data-key="+" aria-label="Zoom in" title="Zoom in (+)">+</button><button type="button" data-key="-" aria-label="Zoom out" title="Zoom out (-)">−</button><button type="button" data-key="0" aria-label="Show everything" title="Show everything (0)">⤢</button></div>
</main>
<aside aria-label="Details"><a class="close" href="#" aria-label="Close details">×</a>
${details(graph)}</aside>
<script type="module">${script}</script>
</body>
</html>`.text;
}

function digest({ text }: Markup): string {
  return createHash("sha256").update(text).digest("base64");
}

/** `7 packages, 3 interfaces, 1 not linked; without 12 packages that lead to none` */
function summary({ packages, links, hidden }: LinkGraph): Markup {
  const unlinked = links.filter(({ status }) => status === "unlinked").length;
  const parts = [
    markup`${counted(packages.length, "package")}, ${counted(links.length, "interface")}`,
  ];
  if (unlinked > 0) parts.push(markup`, <b>${unlinked} not linked</b>`);
  if (hidden > 0) parts.push(markup`; without ${counted(hidden, "package")} that lead to none`);
  return markup`${parts}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Switches of which one is on, the second of them at first. The style does the rest. */
function choice(legend: string, name: string, values: [id: string, label: string][]): Markup {
  const inputs = values.map(([id, label], index) => {
    const checked = index === 1 ? new Markup(" checked") : "";
    return markup`<label><input type="radio" name="${name}" id="${id}"${checked}>${label}</label>`;
  });
  return markup`<fieldset><legend>${legend}</legend>${inputs}</fieldset>`;
}

function sample(kind: string, text: string): Markup {
  return markup`<span><svg width="30" height="10" aria-hidden="true"><g class="${kind}"><path class="line" d="M1 5H27" marker-end="url(#head-${kind})"/></g></svg> ${text}</span>`;
}

const LEGEND = markup`<details class="legend"><summary>${[
  sample("call", "calls"),
  sample("link", "is linked to"),
  sample("dependency", "depends on"),
]}</summary><dl>
<dt><svg width="12" height="12" aria-hidden="true"><circle class="port" cx="6" cy="6" r="4"/></svg></dt><dd>linked to another package</dd>
<dt><svg width="12" height="12" aria-hidden="true"><path class="port" d="M6 1l5 5l-5 5l-5 -5z"/></svg></dt><dd>linked to its default, or within its package</dd>
<dt><svg width="12" height="12" aria-hidden="true" class="unlinked"><path class="port" d="M2 2l8 8m0 -8l-8 8"/></svg></dt><dd>not linked</dd>
<dt><kbd>/</kbd></dt><dd>search; <kbd>Enter</kbd> next</dd>
<dt><kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd></dt><dd>zoom in, out, show everything</dd>
<dt><kbd>Tab</kbd> <kbd>↑↓←→</kbd></dt><dd>from box to box; with <kbd>Shift</kbd> the drawing moves</dd>
<dt><kbd>Enter</kbd> <kbd>Esc</kbd></dt><dd>open details, and back</dd>
</dl></details>`;
