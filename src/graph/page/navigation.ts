import type { Viewport } from "./viewport.ts";

/** Directions of the arrow keys. */
const DIRECTIONS: Record<string, [x: number, y: number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow key moves the drawing, in pixels. */
const STEP = 80;

/** What can be focused in the drawing: one of it at a time can be reached with Tab. */
export interface Navigation {
  /** Focuses the one that was focused last, at first the root. */
  enter(): void;
  /** Moves in the direction of an arrow key: the focus if it is in a box, otherwise the drawing. */
  arrow(key: string, shift: boolean): boolean;
}

/** Lets arrow keys walk from box to box. */
export function createNavigation(drawing: SVGSVGElement, viewport: Viewport): Navigation {
  const stops = [...drawing.querySelectorAll<SVGAElement>(".box a")];
  let current = drawing.querySelector<SVGAElement>(".box.root > a") ?? stops[0];
  current?.setAttribute("tabindex", "0");

  drawing.addEventListener("focusin", ({ target }) => {
    const stop = stops.find((each) => each === target);
    if (!stop) return;
    current.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
    current = stop;
    if (stop.matches(":focus-visible")) viewport.reveal(stop);
  });

  function nearest([dx, dy]: [number, number], from: Element): SVGAElement | null {
    const start = centre(from);
    let best: SVGAElement | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const stop of stops) {
      if (stop === from) continue;
      const end = centre(stop);
      const [x, y] = [end.x - start.x, end.y - start.y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      // Up and down stay in a column, left and right may lead to a higher or lower box.
      const distance = ahead + aside * (dx === 0 ? 3 : 1);
      if (ahead > 1 && distance < least) [best, least] = [stop, distance];
    }
    return best;
  }

  return {
    enter: () => current?.focus({ preventScroll: true }),
    arrow(key, shift) {
      const direction = DIRECTIONS[key];
      if (!direction) return false;
      const focused = stops.find((stop) => stop === document.activeElement);
      if (shift || !focused) viewport.pan(-direction[0] * STEP, -direction[1] * STEP);
      else nearest(direction, focused)?.focus({ preventScroll: true });
      return true;
    },
  };
}

/** Of the part of a box that has the focus: its title, or one of its lines. */
function centre(element: Element): { x: number; y: number } {
  const part = element.querySelector(".title, .back") ?? element;
  const { left, top, width, height } = part.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
