import { createNavigation } from "./navigation.ts";
import { followSearch } from "./search.ts";
import { followSelection } from "./selection.ts";
import { createViewport } from "./viewport.ts";

const drawing = document.querySelector<SVGSVGElement>("#drawing")!;
const search = document.querySelector<HTMLInputElement>("#search")!;
const viewport = createViewport(drawing, drawing.querySelector<SVGGElement>("#world")!);
const navigation = createNavigation(drawing, viewport);
viewport.showStart(drawing.querySelector(".box.root"));
followSelection(drawing, viewport);
followSearch(drawing, search, document.querySelector<HTMLOutputElement>("#found")!, viewport);

const ACTIONS: Record<string, (() => void) | undefined> = {
  "+": () => viewport.zoom(1.3),
  "=": () => viewport.zoom(1.3),
  "-": () => viewport.zoom(1 / 1.3),
  "0": () => viewport.showAll(),
  "/": () => {
    search.focus();
    search.select();
  },
  Escape: leave,
};

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-key]")) {
  button.addEventListener("click", () => ACTIONS[button.dataset.key!]?.());
}

addEventListener("keydown", (event) => {
  const { key, target } = event;
  // What is typed is typed; browsers have shortcuts of their own; and switches have the arrow keys.
  if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
  const inDetails = target instanceof Element && target.closest("aside") !== null;
  if (target === drawing && key === "Enter") navigation.enter();
  else if (ACTIONS[key]) ACTIONS[key]();
  else if (inDetails || !navigation.arrow(key, event.shiftKey)) return;
  event.preventDefault();
});

/** From the details back to the box that they are about, and from there to the drawing. */
function leave(): void {
  const wasOpen = /^#[pl]\d/.test(location.hash);
  if (wasOpen) {
    const box = drawing.querySelector<SVGAElement>(`.box a[href="${location.hash}"]`);
    location.hash = "";
    if (box) box.focus({ preventScroll: true });
    else drawing.focus();
  } else drawing.focus();
}
