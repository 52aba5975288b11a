export { Alloc, type Allocator } from "./facade.ts";
export { HeapAlloc } from "./heap.ts";

// Callers come last: they bring in the allocator, which may import from here what stands above.

export { GlobalAlloc } from "./callers.ts";
