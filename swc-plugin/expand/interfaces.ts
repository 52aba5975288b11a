import { Atoms } from "../ast/atoms.ts";

/** The interfaces that macros name by one binding, with their namespaces. */
export class Interfaces {
  private readonly names: Atoms = new Atoms(4);
  private readonly namespaces: Array<string | null> = [];

  /** Of an interface that several macros name, the first says its namespace. */
  add(name: string, namespace: string | null): void {
    const index = this.names.add(name) - 1;
    if (<i32>index == this.namespaces.length) this.namespaces.push(namespace);
  }

  has(name: string): bool {
    return this.names.known(name) != 0;
  }

  namespaceOf(name: string): string | null {
    return this.namespaces[this.names.known(name) - 1];
  }
}
