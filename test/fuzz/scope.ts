/** What can be declared twice, and what rises from blocks. */
type Kind = "var" | "lexical";

/** The names that a scope of the program declares, so that none is declared twice. */
export class Scope {
  readonly parent: Scope | null;
  readonly #isFunction: boolean;
  readonly #names = new Map<string, Kind>();

  constructor(parent: Scope | null, isFunction: boolean) {
    this.parent = parent;
    this.#isFunction = isFunction;
  }

  /** Declares a name, unless that would be an early error; says whether it did. */
  declare(name: string, kind: Kind): boolean {
    const scopes = kind === "var" ? this.#upToFunction() : [this];
    if (scopes.some((scope) => scope.#conflicts(name, kind))) return false;
    for (const scope of scopes) scope.#names.set(name, kind);
    return true;
  }

  /** Whether a scope within the module declares the name, so that it is not the module's. */
  shadows(name: string): boolean {
    return this.parent !== null && (this.#names.has(name) || this.parent.shadows(name));
  }

  /** All names declared here and around here. */
  visible(): string[] {
    return [...this.#names.keys(), ...(this.parent?.visible() ?? [])];
  }

  #conflicts(name: string, kind: Kind): boolean {
    const declared = this.#names.get(name);
    return declared !== undefined && (kind === "lexical" || declared === "lexical");
  }

  #upToFunction(): Scope[] {
    if (this.#isFunction || this.parent === null) return [this];
    return [this, ...this.parent.#upToFunction()];
  }
}
