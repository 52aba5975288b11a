import { isHook, mangle, mangleWeak } from "../naming.ts";
import type { LocalNames } from "./link-imports.ts";
import type { ImplementSite, Sites, SuppliedSite } from "./site.ts";
import type { Node } from "./syntax.ts";

/** What one member of a definition or an implementation becomes. */
export interface DeclaredName {
  /** The name to export it under. */
  symbol: string;
  /** The name that declares it: another one when the file uses the symbol; of a reference, its own. */
  local: string;
}

/** The declarations that the members of a file become. */
export interface DeclaredNames {
  of: ReadonlyMap<SuppliedSite, DeclaredName>;
  /** The local name of each symbol that has a declaration of its own. */
  bySymbol: ReadonlyMap<string, string>;
}

/** Names the members of a file, definitions first, each in source order. */
export function declareNames(sites: Sites, names: LocalNames): DeclaredNames {
  const of = new Map<SuppliedSite, DeclaredName>();
  const bySymbol = new Map<string, string>();
  const declare = (member: SuppliedSite, symbol: string): void => {
    if (member.kind === "reference") {
      const { name } = member.value as Extract<Node, { type: "Identifier" }>;
      of.set(member, { symbol, local: name });
      return;
    }
    // In its own file too, where `this.useTheme()` calls it and what is no hook's name is no hook.
    const local = names.take(isHook(member.name) && isFunction(member) ? member.name : symbol);
    of.set(member, { symbol, local });
    bySymbol.set(symbol, local);
  };
  for (const site of sites.defines) {
    for (const member of site.defaults) {
      declare(member, mangleWeak(site.namespace, site.name, member.name));
    }
  }
  for (const site of sites.implements) {
    for (const member of site.members) declare(member, symbolOf(site, member));
  }
  return { of, bySymbol };
}

function isFunction({ kind }: SuppliedSite): boolean {
  return kind === "method" || kind === "function" || kind === "arrow";
}

function symbolOf(site: ImplementSite, member: SuppliedSite): string {
  return mangle(site.namespace, site.interface.name, member.name);
}
