import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** What a backend makes of a file: the code when there are no diagnostics. */
export interface Expanded {
  code: string;
  diagnostics: readonly Diagnostic[];
}

/** Expands the code of a file; tools that are no dependency of ours are looked for in `cwd` first. */
export type Backend = (code: string, file: string, cwd: string) => Expanded | Promise<Expanded>;

/** What can expand a file, by name. None is loaded before it is asked for. */
export const BACKENDS: Record<string, () => Promise<Backend>> = {
  bundler: async () => {
    const { expand } = await import("../expand/expand.ts");
    return (code, file) => expand(code, file) ?? { code, diagnostics: [] };
  },
  babel: async () => (await import("./expand-with-babel.ts")).expandWithBabel,
  swc: async () => (await import("./expand-with-swc.ts")).expandWithSwc,
};

/** The names of the backends, for people. */
export const BACKEND_NAMES: string = Object.keys(BACKENDS).join(", ");
