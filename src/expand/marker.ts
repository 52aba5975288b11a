import { interfacePath } from "../naming.ts";
import type { Module } from "./module.ts";
import type { DefineSite } from "./site.ts";

/** What a definition becomes: a frozen object that says which interface it is. */
export interface Marker {
  /** Such as `Mall/HelloIf`. */
  path: string;
  /** What `Object` is called in the file: a module may have an `Object` of its own. */
  object: "Object" | "globalThis.Object";
}

/** The marker of a definition (DESIGN 3). */
export function markerOf({ namespace, name, statement }: DefineSite, module: Module): Marker {
  const isDeclared = module.scopes.resolve("Object", statement) !== null;
  return {
    path: interfacePath(namespace, name),
    object: isDeclared ? "globalThis.Object" : "Object",
  };
}
