import { isHook, mangle, mangleWeak } from "../../src/naming.ts";
import { Atoms } from "../ast/atoms.ts";
import { LocalNames } from "./link-imports.ts";
import { DefineSite, ImplementSite, SuppliedKind, SuppliedSite } from "./site.ts";

/** What one member of a definition or an implementation becomes. */
export class DeclaredName {
  constructor(
    public member: SuppliedSite,
    /** The name to export it under. */
    public symbol: string,
    /** The name that declares it: another one when the file uses the symbol; of a reference, none. */
    public local: string,
  ) {}

  /** Whether the declaration itself is exported. */
  get isExported(): bool {
    return this.local == this.symbol;
  }
}

/** Names the members of a file: to be asked for definitions first, each in source order. */
export class DeclaredNames {
  /** The symbols that have a declaration of their own, and the local name of each. */
  private readonly symbols: Atoms = new Atoms(16);
  private readonly locals: string[] = [];

  constructor(private readonly names: LocalNames) {}

  ofDefaults(site: DefineSite): DeclaredName[] {
    const list: DeclaredName[] = [];
    for (let i = 0; i < site.defaults.length; i++) {
      const member = site.defaults[i];
      list.push(this.declare(member, mangleWeak(site.namespace, site.name, member.name)));
    }
    return list;
  }

  ofMembers(site: ImplementSite): DeclaredName[] {
    const list: DeclaredName[] = [];
    for (let i = 0; i < site.members.length; i++) {
      const member = site.members[i];
      list.push(this.declare(member, mangle(site.namespace, site.reference.name, member.name)));
    }
    return list;
  }

  /** The name in this file of what it exports as a symbol. */
  localOf(symbol: string): string {
    const atom = this.symbols.known(symbol);
    return atom == 0 ? symbol : this.locals[atom - 1];
  }

  private declare(member: SuppliedSite, symbol: string): DeclaredName {
    if (member.kind == SuppliedKind.Reference) return new DeclaredName(member, symbol, "");
    // In its own file too, where `this.useTheme()` calls it and what is no hook's name is no hook.
    const isFunction = member.kind != SuppliedKind.Value;
    const local = this.names.take(isFunction && isHook(member.name) ? member.name : symbol);
    this.locals[this.symbols.add(symbol) - 1] = local;
    return new DeclaredName(member, symbol, local);
  }
}
