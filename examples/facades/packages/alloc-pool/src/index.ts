import { Alloc, HeapAlloc } from "alloc";
import { impl_interface } from "crate-interface/macro";

/** Blocks that were given back, by size. */
const pool = new Map<number, ArrayBuffer[]>();
const counts = { allocated: 0, reused: 0 };

/** For the program that has chosen this allocator: how many blocks were made, and made use of again. */
export function statistics(): Readonly<typeof counts> {
  return { ...counts };
}

/** Hands out again what was given back. */
class PoolAlloc extends HeapAlloc {
  override allocate(size: number): ArrayBuffer {
    const block = pool.get(size)?.pop();
    counts[block ? "reused" : "allocated"]++;
    return block ?? super.allocate(size);
  }

  override deallocate(block: ArrayBuffer): void {
    const blocks = pool.get(block.byteLength);
    if (blocks) blocks.push(block);
    else pool.set(block.byteLength, [block]);
  }
}

impl_interface(Alloc, { GlobalAlloc: PoolAlloc });
