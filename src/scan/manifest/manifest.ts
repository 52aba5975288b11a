import type { Span } from "../../diagnostics/diagnostic.ts";

/** The `"crate-interface"` key of a package.json (DESIGN 4.2), validated. */
export interface Manifest {
  /** Whether the key is there at all: an installed package takes part only then. */
  present: boolean;
  facade: boolean;
  defaultFacadeImpl: string | null;
  facadeImpl: string[];
  /** Interface (`Name`, `Ns/Name`, or `package#Name`) to a package, a `./path`, or those by condition. */
  implementations: Record<string, Selection>;
  /** Where those stand in package.json, by their path: `Name`, or `Name.browser` of a choice. */
  selectionSpans: Record<string, Span>;
  /** Where the other keys stand. */
  spans: ManifestSpans;
  symbols: string | null;
}

/** The places in a package.json that errors show. */
export interface ManifestSpans {
  /** `"facade": true`, whole. */
  facade?: Span;
  /** The value of `defaultFacadeImpl`. */
  defaultFacadeImpl?: Span;
  /** By package, where `facadeImpl` names it. */
  facadeImpl: Record<string, Span>;
  /** The value of `symbols`, also where that is refused. */
  symbols?: Span;
}

/** One explicit selection: a package or `./path`, or a choice by condition in order. */
export type Selection = string | { [condition: string]: Selection };

/** The manifest of a package that has none. Shared, because nearly all packages have none. */
export const NO_MANIFEST: Manifest = Object.freeze({
  present: false,
  facade: false,
  defaultFacadeImpl: null,
  facadeImpl: [],
  implementations: Object.freeze(Object.create(null)),
  selectionSpans: Object.freeze(Object.create(null)),
  spans: Object.freeze({ facadeImpl: Object.freeze(Object.create(null)) }),
  symbols: null,
});
