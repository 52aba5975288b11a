/** The style of the page. Colours are pairs of light and dark. */
export const PAGE_STYLE: string = /* css */ `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f7f9, #14171c);
  --card: light-dark(#ffffff, #20252d);
  --ink: light-dark(#1b1f24, #e6e9ee);
  --faint: light-dark(#5d6672, #9aa4b2);
  --rule: light-dark(#d3d8df, #3a424e);
  --arrow: light-dark(#b3bbc6, #4f5a69);
  --call: light-dark(#2f66d0, #7aa8ff);
  --link: light-dark(#157a3d, #52c77c);
  --bad: light-dark(#b3261e, #ff8a80);
  --accent: light-dark(#6a3fc4, #b79cff);
  --focus: light-dark(#b45309, #ffb454);
  --shadow: light-dark(#1b1f2418, #00000060);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root:has(#light:checked) { color-scheme: light; }
:root:has(#dark:checked) { color-scheme: dark; }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; overflow: hidden; }
body {
  display: grid;
  grid-template: auto 1fr / 1fr auto;
  background: var(--paper);
  color: var(--ink);
  font: 14px/1.45 var(--sans);
}
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
a { color: var(--call); text-underline-offset: 2px; }
code, .interface { font-family: var(--mono); }
small, .note, .summary { color: var(--faint); font-size: 12px; font-weight: 400; }

header {
  grid-column: 1 / -1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 16px;
  padding: 10px 16px;
  background: var(--card);
  border-bottom: 1px solid var(--rule);
}
header h1 { margin: 0; font: 600 15px var(--mono); overflow-wrap: anywhere; }
header .summary { flex: 1 1 0; min-width: 160px; }
.summary b { color: var(--bad); font-weight: 600; }
.search { display: flex; align-items: center; gap: 8px; }
.search input {
  width: 210px;
  padding: 6px 10px;
  border: 1px solid var(--rule);
  border-radius: 7px;
  background: var(--paper);
  color: inherit;
  font: inherit;
}
.search output { min-width: 56px; color: var(--faint); font-size: 12px; }
fieldset { display: flex; margin: 0; padding: 2px; border: 1px solid var(--rule); border-radius: 8px; background: var(--paper); }
fieldset label { padding: 3px 10px; border-radius: 6px; font-size: 13px; cursor: pointer; }
fieldset label:has(:checked) { background: var(--card); box-shadow: 0 1px 3px var(--shadow); font-weight: 600; }
fieldset label:has(:focus-visible) { outline: 2px solid var(--focus); }
fieldset input, .hidden { position: absolute; opacity: 0; pointer-events: none; }
fieldset legend { position: absolute; clip-path: inset(50%); }

main { position: relative; min-width: 0; min-height: 0; overflow: hidden; }
#drawing { display: block; width: 100%; height: 100%; cursor: grab; touch-action: none; user-select: none; }
#drawing:focus-visible { outline-offset: -3px; }
#drawing.dragging { cursor: grabbing; }
#world.gliding { transition: transform 180ms ease-out; }
.tools { position: absolute; right: 14px; bottom: 14px; display: flex; flex-direction: column; gap: 6px; }
.tools button {
  width: 34px; height: 34px;
  border: 1px solid var(--rule);
  border-radius: 8px;
  background: var(--card);
  color: inherit;
  font: 18px/1 var(--sans);
  cursor: pointer;
  box-shadow: 0 1px 4px var(--shadow);
}
.tools button:hover { border-color: var(--faint); }
.legend {
  position: absolute; left: 14px; bottom: 14px; max-width: calc(100% - 80px);
  padding: 8px 12px;
  border: 1px solid var(--rule); border-radius: 9px;
  background: var(--card); box-shadow: 0 1px 4px var(--shadow);
  color: var(--faint); font-size: 12px;
}
.legend summary { cursor: pointer; }
.legend summary > span { margin-right: 10px; white-space: nowrap; }
.legend dl { display: grid; grid-template-columns: auto 1fr; gap: 3px 10px; margin: 8px 0 0; align-items: center; }
.legend dt { text-align: right; }
.legend dd { margin: 0; }
.legend svg { display: inline-block; vertical-align: middle; }
kbd { padding: 0 5px; border: 1px solid var(--rule); border-radius: 4px; font: 11px var(--mono); }

.frame { fill: var(--card); stroke: var(--rule); stroke-width: 1.2; }
.root > a > .frame { stroke: var(--accent); stroke-width: 2; }
.facade > a > .frame { stroke: var(--link); stroke-width: 1.6; stroke-dasharray: 5 3; }
.title { font: 600 13px var(--mono); fill: var(--ink); }
.version { font-weight: 400; fill: var(--faint); }
.badge rect { fill: var(--link); }
.badge text { font: 600 10.5px var(--sans); fill: var(--link); text-anchor: middle; }
.root .badge rect { fill: var(--accent); }
.root .badge text { fill: var(--accent); }
#drawing a { text-decoration: none; outline: none; }
.row .back { fill: transparent; }
.row .interface { font-size: 12px; fill: var(--ink); }
.row.more .interface { fill: var(--faint); }
.row:hover .back { fill: var(--paper); }
.port { fill: var(--link); stroke: none; }
.open .port { fill: var(--card); stroke: var(--faint); stroke-width: 1.5; }
.defaults .port { fill: var(--faint); }
.unlinked .port { fill: none; stroke: var(--bad); stroke-width: 2; stroke-linecap: round; }
.unlinked .interface { fill: var(--bad); }
.box > a:first-child:hover .frame { stroke: var(--faint); }
.box > a:focus-visible .frame { stroke: var(--focus); stroke-width: 3; stroke-dasharray: none; }
.row:focus-visible .back { fill: var(--paper); stroke: var(--focus); stroke-width: 2.5; }

.line { fill: none; stroke: var(--arrow); stroke-width: 1.2; }
.head path { fill: var(--arrow); }
.call .line { stroke: var(--call); stroke-width: 1.5; }
.head.call path { fill: var(--call); }
.link .line { stroke: var(--link); stroke-width: 2.4; }
.head.link path { fill: var(--link); }
.hit { fill: none; stroke: transparent; stroke-width: 12; pointer-events: stroke; }
.arrow:hover .line { stroke-width: 3.2; }
.arrow.before { display: none; }
body:has(#before:checked) :is(.arrow.call, .arrow.link) { display: none; }
body:has(#before:checked) .arrow.before { display: inline; }
body:has(#before:checked) .arrow .line { stroke: var(--faint); }
body:has(#before:checked) .head.dependency path { fill: var(--faint); }
body:has(#before:checked) .port { visibility: hidden; }

/* Not "opacity", which costs a layer for every box. */
.searching .box:not(.match) *, .selecting:not(.searching) .box:not(.related) * {
  fill-opacity: .22;
  stroke-opacity: .3;
}
#drawing .frame { fill-opacity: 1; }
.searching .line, .selecting .arrow:not(.related) .line { stroke-opacity: .1; marker-end: none; }
.selected > a > .frame, .current > a > .frame { stroke: var(--focus); stroke-width: 2.6; stroke-dasharray: none; }
.row.selected .back { fill: var(--paper); stroke: var(--focus); stroke-width: 1.6; }
.arrow.dependency.related .line { stroke: var(--faint); }
.badge rect { fill-opacity: .16; }

aside {
  width: 350px; max-width: 100vw;
  padding: 14px 18px 24px;
  overflow: auto;
  scroll-padding-top: 14px;
  background: var(--card);
  border-left: 1px solid var(--rule);
}
aside:not(:has(article:target)) { display: none; }
article:not(:target) { display: none; }
article:focus-visible { outline: none; }
article { overflow-wrap: anywhere; }
.close { float: right; padding: 0 8px; color: var(--faint); font-size: 20px; line-height: 1.2; text-decoration: none; }
article h2 { margin: 0 0 2px; font: 600 16px/1.3 var(--mono); }
article h3 { margin: 18px 0 4px; color: var(--faint); font-size: 12px; font-weight: 600; }
article p { margin: 4px 0; }
article ul { margin: 0; padding: 0; list-style: none; }
article li { padding: 3px 0; }
.note { display: block; }
.status { font-weight: 600; color: var(--link); }
.status.unlinked, .bad { color: var(--bad); }
.status.defaults, .status.open { color: var(--faint); }

@media (max-width: 760px) {
  body { grid-template: auto 1fr auto / 1fr; }
  aside { width: auto; max-height: 45vh; border-left: 0; border-top: 1px solid var(--rule); }
  body:has(article:target) .legend { display: none; }
  header { gap: 6px 8px; padding: 8px 12px; }
  .search { flex: 1 0 100%; }
  .search input { flex: 1; min-width: 0; }
  .search output:empty { display: none; }
  fieldset label { padding: 3px 6px; font-size: 12px; }
}
@media (prefers-reduced-motion: reduce) { #world.gliding { transition: none; } }
@media print { header fieldset, .search, .tools, .legend { display: none; } }
`;
