/** What part of the drawing is seen. */
export interface Viewport {
  /** Shows all of it, or where that could not be read, an element and what is around it. */
  showStart(element: Element | null): void;
  /** Shows all of it. */
  showAll(): void;
  /** Zooms at a point of the window, by default its middle. */
  zoom(factor: number, x?: number, y?: number): void;
  pan(dx: number, dy: number): void;
  /** Moves what is hidden, or too small to read, to where it is seen. */
  reveal(element: Element): void;
}

/** Larger drawings do not glide: drawing them anew takes longer than a frame. */
const GLIDING = 300;

/** What the legend hides of the drawing, when it is closed. */
const LEGEND = 48;

/** Below it nothing can be read. */
const READABLE = 0.55;

/** At which a drawing begins that is not readable as a whole. */
const START = 0.8;

/** Moves the drawing by mouse, touch and wheel. */
export function createViewport(drawing: SVGSVGElement, world: SVGGElement): Viewport {
  const width = Number(drawing.dataset.width);
  const height = Number(drawing.dataset.height);
  const [left, top] = (drawing.getAttribute("viewBox") ?? "").split(" ").map(Number);
  let [x, y, scale] = [0, 0, 1];
  // Until somebody moves it, it shows this again when its size changes.
  let show: (() => void) | null = null;
  // Without this script it is what shows everything.
  drawing.removeAttribute("viewBox");

  const glides = drawing.querySelectorAll(".box").length <= GLIDING;
  function apply(glide: boolean): void {
    world.classList.toggle("gliding", glide && glides);
    world.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  /** The scale at which all of it is seen. */
  function fitting(): number {
    return Math.min(drawing.clientWidth / width, visibleHeight() / height, 1.25);
  }

  function visibleHeight(): number {
    return drawing.clientHeight - LEGEND;
  }

  function showAll(): void {
    scale = fitting();
    x = (drawing.clientWidth - width * scale) / 2 - left * scale;
    y = (visibleHeight() - height * scale) / 2 - top * scale;
    show = showAll;
    apply(false);
  }

  function showStart(element: Element | null): void {
    if (fitting() >= READABLE || !element || !world.getCTM()) showAll();
    else {
      const at = placeOf(element);
      scale = START;
      // At the left, for arrows lead to the right; beyond the edges of the drawing nothing is shown.
      x = within(drawing.clientWidth, width, left, drawing.clientWidth / 4, at.x + at.width / 2);
      y = within(visibleHeight(), height, top, visibleHeight() / 2, at.y + at.height / 2);
      apply(false);
    }
    show = () => showStart(element);
  }

  /** Where the drawing has to be along one axis, so that a point of it is at a point of the window. */
  function within(seen: number, size: number, from: number, at: number, point: number): number {
    const drawn = size * scale;
    if (drawn <= seen) return (seen - drawn) / 2 - from * scale;
    const first = -from * scale;
    return Math.min(first, Math.max(first + seen - drawn, at - point * scale));
  }

  /** Where something is in the drawing, also while that glides. */
  function placeOf(element: Element): { x: number; y: number; width: number; height: number } {
    const shown = drawing.getBoundingClientRect();
    const matrix = world.getCTM()!;
    const now = element.getBoundingClientRect();
    return {
      x: (now.left - shown.left - matrix.e) / matrix.a,
      y: (now.top - shown.top - matrix.f) / matrix.d,
      width: now.width / matrix.a,
      height: now.height / matrix.d,
    };
  }

  function zoom(factor: number, atX?: number, atY?: number, glide = true): void {
    const box = drawing.getBoundingClientRect();
    const px = (atX ?? box.left + box.width / 2) - box.left;
    const py = (atY ?? box.top + box.height / 2) - box.top;
    const next = Math.min(4, Math.max(0.02, scale * factor));
    x = px - ((px - x) * next) / scale;
    y = py - ((py - y) * next) / scale;
    scale = next;
    show = null;
    apply(glide);
  }

  function pan(dx: number, dy: number, glide = false): void {
    x += dx;
    y += dy;
    show = null;
    apply(glide);
  }

  function reveal(element: Element): void {
    // Details may have opened beside it just now.
    show?.();
    if (!world.getCTM()) return;
    const shown = drawing.getBoundingClientRect();
    const at = placeOf(element);
    const isSeen =
      at.x * scale + x >= 0 &&
      at.y * scale + y >= 0 &&
      (at.x + at.width) * scale + x <= shown.width &&
      (at.y + at.height) * scale + y <= shown.height;
    if (isSeen && scale >= READABLE) return;
    scale = Math.max(scale, READABLE + 0.25);
    x = shown.width / 2 - (at.x + at.width / 2) * scale;
    y = shown.height / 2 - (at.y + at.height / 2) * scale;
    show = null;
    apply(true);
  }

  new ResizeObserver(() => show?.()).observe(drawing);

  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId);
    if (other) {
      const [, fixed] = other;
      const before = Math.hypot(last.x - fixed.x, last.y - fixed.y);
      const after = Math.hypot(now.x - fixed.x, now.y - fixed.y);
      // What is below a finger stays there: this one moves it, with the other as the centre.
      if (before > 0) zoom(after / before, fixed.x, fixed.y, false);
    } else pan(now.x - last.x, now.y - last.y);
    moved += Math.hypot(now.x - last.x, now.y - last.y);
    if (moved > 4) drawing.classList.add("dragging");
    pointers.set(event.pointerId, now);
  });
  function release(event: PointerEvent): void {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) drawing.classList.remove("dragging");
  }
  addEventListener("pointerup", release);
  addEventListener("pointercancel", release);
  // Who drags does not click on what the drag began on. A click without a pointer is the Enter key.
  drawing.addEventListener("click", (event) => {
    if (moved > 4 && event.detail > 0) event.preventDefault();
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      // Pinching a touchpad is a wheel with Ctrl, and its steps are small.
      const speed = event.ctrlKey ? 0.01 : 0.0016;
      zoom(Math.exp(-event.deltaY * lines * speed), event.clientX, event.clientY, false);
    },
    { passive: false },
  );
  return { showStart, showAll, zoom, pan: (dx, dy) => pan(dx, dy, true), reveal };
}
