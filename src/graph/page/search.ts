import type { Viewport } from "./viewport.ts";

/**
 * Dims what does not match what is typed. Enter goes to the next match, Shift and Enter back;
 * Escape leaves the search, to the match that it is at.
 */
export function followSearch(
  drawing: SVGSVGElement,
  input: HTMLInputElement,
  output: HTMLOutputElement,
  viewport: Viewport,
): void {
  const boxes = [...drawing.querySelectorAll<SVGElement>(".box")].map((box) => ({
    box,
    text: (box.textContent ?? "").toLowerCase(),
  }));
  let matches: SVGElement[] = [];
  let current = -1;

  function filter(): void {
    const query = input.value.trim().toLowerCase();
    matches =
      query === "" ? [] : boxes.filter(({ text }) => text.includes(query)).map(({ box }) => box);
    current = -1;
    drawing.classList.toggle("searching", query !== "");
    for (const { box } of boxes) {
      box.classList.toggle("match", matches.includes(box));
      box.classList.remove("current");
    }
    report(query);
  }

  function go(step: number): void {
    if (matches.length === 0) return;
    matches[current]?.classList.remove("current");
    // Back from nowhere is the last one.
    const from = current < 0 && step < 0 ? 0 : current;
    current = (from + step + matches.length) % matches.length;
    matches[current].classList.add("current");
    viewport.reveal(matches[current]);
    report(input.value);
  }

  function report(query: string): void {
    const count = `${matches.length} found`;
    output.value = query === "" ? "" : current < 0 ? count : `${current + 1} of ${matches.length}`;
  }

  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") {
      const found = matches[current]?.querySelector("a") ?? drawing;
      input.value = "";
      filter();
      found.focus();
    } else return;
    event.preventDefault();
  });
  filter();
}
