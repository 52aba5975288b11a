import { Node } from "../ast/node.ts";
import { UseForm, UseSite } from "./site.ts";

/**
 * Uses in the order in which they are written, each by itself, but those that take interfaces apart
 * in one declaration (`const { hello } = use_interface(HelloIf)`) together, at the first.
 */
export function groupCallers(sites: UseSite[]): UseSite[][] {
  const groups: UseSite[][] = [];
  const byDeclaration = new Map<Node, UseSite[]>();
  for (let i = 0; i < sites.length; i++) {
    const site = sites[i];
    const declaration = site.form == UseForm.Callers ? site.declaration : null;
    if (declaration && byDeclaration.has(declaration)) byDeclaration.get(declaration).push(site);
    else {
      const group = [site];
      groups.push(group);
      if (declaration) byDeclaration.set(declaration, group);
    }
  }
  return groups;
}
