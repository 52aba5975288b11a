import { Node } from "../ast/node.ts";
import { Sites } from "./site.ts";

/** The identifiers that macros take: they are gone when these are expanded. */
export function consumedBy(sites: Sites): Set<Node> {
  const consumed = new Set<Node>();
  const uses = sites.uses;
  for (let i = 0; i < uses.length; i++) consumed.add(uses[i].reference.identifier);
  const implementations = sites.implementations;
  for (let i = 0; i < implementations.length; i++) {
    consumed.add(implementations[i].reference.identifier);
  }
  return consumed;
}
