import { createResolver, type JestResolveFunction } from "./jest-resolver.ts";

/** The resolver of the preset. By its name, since Jest before 30.5 looks at no default export. */
export const sync: JestResolveFunction = createResolver().sync;
