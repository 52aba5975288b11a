import { UseForm, UseSite } from "./site.ts";

/**
 * Uses in the order in which they are written, each by itself, but those that take interfaces apart
 * in one declaration (`const { hello } = use_interface(HelloIf)`) together, at the first.
 */
export function groupCallers(sites: UseSite[]): UseSite[][] {
  const groups: UseSite[][] = [];
  for (let i = 0; i < sites.length; i++) {
    const site = sites[i];
    const declaration = site.form == UseForm.Callers ? site.declaration : null;
    if (declaration && declaration.group != 0) groups[declaration.group - 1].push(site);
    else {
      groups.push([site]);
      if (declaration) declaration.group = groups.length;
    }
  }
  return groups;
}
