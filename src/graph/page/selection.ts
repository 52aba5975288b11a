import type { Viewport } from "./viewport.ts";

/** Follows the fragment of the address: `#p3` is a package, `#l5` an interface. */
export function followSelection(drawing: SVGSVGElement, viewport: Viewport): void {
  const arrows = [...drawing.querySelectorAll<SVGElement>(".arrow")];
  const boxes = new Map(
    [...drawing.querySelectorAll<SVGElement>(".box")].map((box) => [box.dataset.package, box]),
  );

  let target: Element | null = null;

  function select(): void {
    const [, kind, id] = /^#([pl])(\d+)$/.exec(location.hash) ?? [];
    for (const old of drawing.querySelectorAll(".related, .selected")) {
      old.classList.remove("related", "selected");
    }
    const row = kind === "l" ? drawing.querySelector(`.row[data-links~="${id}"]`) : null;
    target = (kind === "p" ? boxes.get(id) : row?.closest(".box")) ?? null;
    drawing.classList.toggle("selecting", kind !== undefined);
    if (kind === undefined) return;
    const related =
      kind === "p" ? ofPackage(id) : arrows.filter(({ dataset }) => dataset.link === id);
    target?.classList.add("related");
    (row ?? target)?.classList.add("selected");
    for (const arrow of related) {
      arrow.classList.add("related");
      boxes.get(arrow.dataset.from)?.classList.add("related");
      boxes.get(arrow.dataset.to)?.classList.add("related");
    }
    if (target) viewport.reveal(target);
  }

  /** Its arrows, and from what it calls on to what that is linked to. */
  function ofPackage(id: string): SVGElement[] {
    const isOwn = ({ dataset }: SVGElement): boolean => dataset.from === id || dataset.to === id;
    const called = new Set(arrows.filter(isOwn).flatMap(({ dataset }) => dataset.link ?? []));
    return arrows.filter(
      (arrow) =>
        isOwn(arrow) || (arrow.classList.contains("link") && called.has(arrow.dataset.link ?? "")),
    );
  }

  addEventListener("hashchange", select);
  // Details that open beside it may hide it.
  new ResizeObserver(() => target && viewport.reveal(target)).observe(drawing);
  select();
}
