import {
  freshName,
  linkSpecifier,
  localName,
  mangle,
  mangleObject,
  objectSpecifier,
} from "../naming.ts";

/** The names of one file: those it uses, and those that the expansion adds. */
export class LocalNames {
  readonly #taken: Set<string>;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = new Set(taken);
  }

  /** Takes the name, or the first substitute for it that the file does not use. */
  take(name: string): string {
    let local = name;
    for (let attempt = 1; this.#taken.has(local); attempt++)
      local = freshName(name, String(attempt));
    this.#taken.add(local);
    return local;
  }
}

/** One import declaration from a link module. */
export interface LinkImport {
  specifier: string;
  /** The exported names with their local ones; `*` for the module as one object. */
  names: { imported: string; local: string }[];
}

/** The imports from link modules that one file needs: one declaration per interface. */
export class LinkImports {
  readonly #names: LocalNames;
  /** Specifier to symbol to local names, each in order of first use. */
  readonly #members = new Map<string, Map<string, string[]>>();
  readonly #objects = new Map<string, string>();

  constructor(names: LocalNames) {
    this.#names = names;
  }

  /** The local name of a linked member. */
  member(namespace: string | null, interfaceName: string, member: string): string {
    const symbol = mangle(namespace, interfaceName, member);
    const locals = this.#locals(namespace, interfaceName, symbol);
    if (locals.length === 0) {
      locals.push(this.#names.take(localName(namespace, interfaceName, member)));
    }
    return locals[0];
  }

  /** Imports a linked member under a name that the file already declares it by. */
  memberAs(namespace: string | null, interfaceName: string, member: string, local: string): void {
    this.#locals(namespace, interfaceName, mangle(namespace, interfaceName, member)).push(local);
  }

  /** The local name of an interface's members as one object. */
  object(namespace: string | null, interfaceName: string): string {
    const specifier = objectSpecifier(namespace, interfaceName);
    let local = this.#objects.get(specifier);
    if (local === undefined) {
      local = this.#names.take(mangleObject(namespace, interfaceName));
      this.#objects.set(specifier, local);
    }
    return local;
  }

  /** The import declarations: members, one for each interface, then objects. */
  declarations(): LinkImport[] {
    const members = [...this.#members].map(([specifier, symbols]) => {
      const names = [...symbols].flatMap(([imported, locals]) =>
        locals.map((local) => ({ imported, local })),
      );
      return { specifier, names };
    });
    const objects = [...this.#objects].map(([specifier, local]) => {
      return { specifier, names: [{ imported: "*", local }] };
    });
    return [...members, ...objects];
  }

  #locals(namespace: string | null, interfaceName: string, symbol: string): string[] {
    const specifier = linkSpecifier(namespace, interfaceName);
    const symbols = this.#members.get(specifier) ?? new Map<string, string[]>();
    const locals = symbols.get(symbol) ?? [];
    this.#members.set(specifier, symbols.set(symbol, locals));
    return locals;
  }
}
