import { def_interface } from "crate-interface/macro";

/** Hands out blocks of memory. */
export interface Allocator {
  /** A block of at least `size` bytes, whatever is in them. */
  allocate(size: number): ArrayBuffer;
  /** Takes back a block, which nobody uses any more. */
  deallocate(block: ArrayBuffer): void;
}

export interface Alloc {
  /** The allocator of all that does not ask for another. */
  GlobalAlloc: new () => Allocator;
}

export const Alloc = def_interface<Alloc>();
