import type { Node } from "./syntax.ts";

/**
 * Finds the nearest node around another that a test accepts. The way there is walked once: what lies
 * on it is remembered, so that a file costs as much as it is long, however deep it nests.
 */
export class Enclosing {
  readonly #accepts: (node: Node, child: Node) => boolean;
  readonly #found = new Map<Node, Node | null>();

  /** @param accepts asked of a node and of the one below it on the way */
  constructor(accepts: (node: Node, child: Node) => boolean) {
    this.#accepts = accepts;
  }

  /** The nearest node above `from`, or `null` if there is none. */
  of(from: Node): Node | null {
    const passed: Node[] = [];
    let child = from;
    let found = this.#found.get(child);
    while (found === undefined) {
      passed.push(child);
      const parent = child.parent as Node | null | undefined;
      if (!parent || this.#accepts(parent, child)) found = parent ?? null;
      else {
        child = parent;
        found = this.#found.get(child);
      }
    }
    for (const node of passed) this.#found.set(node, found);
    return found;
  }
}
