import { impl_interface } from "crate-interface/macro";
import { Alloc, type Allocator } from "./facade.ts";

/** Leaves it all to the engine, and to its garbage collector. */
export class HeapAlloc implements Allocator {
  allocate(size: number): ArrayBuffer {
    return new ArrayBuffer(size);
  }

  deallocate(_block: ArrayBuffer): void {}
}

impl_interface(Alloc, { GlobalAlloc: HeapAlloc });
