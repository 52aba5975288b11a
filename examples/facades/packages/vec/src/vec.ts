import { type Allocator, GlobalAlloc } from "alloc";
import type { Element } from "./element.ts";

/** A list that grows, in memory of an allocator: of the program's own, if it is given no other. */
export class Vec<T, A extends Allocator = GlobalAlloc> {
  length = 0;
  readonly element: Element<T>;
  readonly allocator: A;
  #view: DataView<ArrayBuffer>;

  constructor(element: Element<T>, ...[allocator]: Choice<A>) {
    this.element = element;
    this.allocator = allocator ?? (new GlobalAlloc() as A);
    this.#view = new DataView(this.allocator.allocate(4 * element.size));
  }

  push(value: T): void {
    const { size } = this.element;
    if ((this.length + 1) * size > this.#view.byteLength) this.#grow();
    this.element.write(this.#view, this.length++ * size, value);
  }

  at(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return this.element.read(this.#view, index * this.element.size);
  }

  /** Gives the memory back; the list is not to be used any more. */
  free(): void {
    this.allocator.deallocate(this.#view.buffer);
  }

  #grow(): void {
    const { buffer } = this.#view;
    const larger = this.allocator.allocate(2 * buffer.byteLength);
    new Uint8Array(larger).set(new Uint8Array(buffer));
    this.#view = new DataView(larger);
    this.allocator.deallocate(buffer);
  }
}

/** An allocator of another type than the program's has to be given. */
type Choice<A extends Allocator> = GlobalAlloc extends A ? [allocator?: A] : [allocator: A];
