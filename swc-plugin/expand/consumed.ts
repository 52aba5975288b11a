import { Sites } from "./site.ts";

/** Marks the identifiers that macros take. */
export function markConsumed(sites: Sites): void {
  const uses = sites.uses;
  for (let i = 0; i < uses.length; i++) uses[i].reference.identifier.isConsumed = true;
  const implementations = sites.implementations;
  for (let i = 0; i < implementations.length; i++) {
    implementations[i].reference.identifier.isConsumed = true;
  }
}
