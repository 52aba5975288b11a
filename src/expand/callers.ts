import type { UseSite } from "./site.ts";
import type { Node } from "./syntax.ts";

/** A use that takes an interface apart: `const { hello } = use_interface(HelloIf)`. */
export type CallersSite = UseSite & { form: Extract<UseSite["form"], { kind: "callers" }> };

/** Any other use. */
export type OtherSite = UseSite & { form: Exclude<UseSite["form"], { kind: "callers" }> };

/** Uses in the order in which they are written: those of one declaration together, at the first. */
export function groupCallers(sites: readonly UseSite[]): (OtherSite | CallersSite[])[] {
  const groups: (OtherSite | CallersSite[])[] = [];
  const byDeclaration = new Map<Node, CallersSite[]>();
  for (const site of sites) {
    if (!isCallers(site)) {
      groups.push(site as OtherSite);
      continue;
    }
    const known = byDeclaration.get(site.form.declaration);
    if (known) {
      known.push(site);
      continue;
    }
    const group = [site];
    byDeclaration.set(site.form.declaration, group);
    groups.push(group);
  }
  return groups;
}

function isCallers(site: UseSite): site is CallersSite {
  return site.form.kind === "callers";
}
