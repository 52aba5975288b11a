/** The `"crate-interface"` key of a package.json (DESIGN 4.2), validated. */
export interface Manifest {
  /** Whether the key is there at all: an installed package takes part only then. */
  present: boolean;
  facade: boolean;
  defaultFacadeImpl: string | null;
  facadeImpl: string[];
  /** Interface (`Name`, `Ns/Name`, or `package#Name`) to a package, a `./path`, or those by condition. */
  implementations: Record<string, Selection>;
  symbols: string | null;
}

/** One explicit selection: a package or `./path`, or a choice by condition in order. */
export type Selection = string | { [condition: string]: Selection };
