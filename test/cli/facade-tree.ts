import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

/** `facade("Log", { defaultFacadeImpl: "log-noop" })`: a package that defines one interface. */
export function facade(
  name: string,
  key: Record<string, unknown> = {},
  manifest: Record<string, unknown> = {},
): PackageSource {
  return {
    manifest: { ...manifest, "crate-interface": { facade: true, ...key } },
    files: { "src/index.ts": defines(name) },
  };
}

/** The source of a definition with one member, `say`. */
export function defines(name: string): string {
  return `import { def_interface } from "crate-interface/macro";
export const ${name} = def_interface<{ say(): string }>();
`;
}

/** The source of an implementation. */
export function implement(name: string, from: string, options = ""): string {
  return `import { impl_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
impl_interface(${name}, { say: () => "said" }${options});
`;
}

/** The source of a call. */
export function calls(name: string, from: string): string {
  return `import { call_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
export const said = () => call_interface(${name}.say());
`;
}

/** A package with one source file. */
export function source(dependencies: string[], text: string): PackageSource {
  return { dependencies, files: { "src/index.ts": text } };
}

/** The tree that the facade proposal draws, with a second interface. */
export function proposal(): Tree {
  return workspace({
    my_bin: source(["my_logger", "my_getrandom", "foo", "bar"], ""),
    my_logger: source(["log"], implement("Log", "log")),
    my_getrandom: source(["getrandom"], implement("Random", "getrandom")),
    foo: {
      dependencies: ["log", "getrandom"],
      files: {
        "src/index.ts": calls("Log", "log"),
        "src/random.ts": calls("Random", "getrandom"),
      },
    },
    bar: source(["log"], calls("Log", "log")),
    log: facade("Log"),
    getrandom: facade("Random"),
  });
}

/** The proposal's tree with two majors of `log`, each with its own logger. */
export function twoMajors(): Tree {
  const old = { log: "log-0.5" };
  return workspace({
    my_bin: source(["my_logger", "other_logger", "foo", "bar"], ""),
    my_logger: source(["log"], implement("Log", "log")),
    other_logger: { ...source(["log"], implement("Log", "log")), installed: old },
    foo: source(["log"], calls("Log", "log")),
    bar: { ...source(["log"], calls("Log", "log")), installed: old },
    log: facade("Log"),
    "log-0.5": facade("Log", {}, { name: "log", version: "0.5.0" }),
  });
}

/**
 * A facade whose default is a package, one whose default is a file of its own, a logger that the
 * application lists for development only, and one that it does not list.
 */
export function withDefaults(): Tree {
  return workspace({
    app: {
      ...source(["log", "rng", "foo"], calls("Rng", "rng")),
      devDependencies: ["log-console"],
    },
    foo: source(["log", "log-fancy"], calls("Log", "log")),
    log: {
      ...facade("Log", { defaultFacadeImpl: "log-noop" }),
      dependencies: ["log-noop"],
    },
    rng: {
      ...facade("Rng", { defaultFacadeImpl: "./src/zero.ts" }),
      files: { "src/index.ts": defines("Rng"), "src/zero.ts": implement("Rng", "./index.ts") },
    },
    "log-console": source(["log"], implement("Log", "log")),
    "log-fancy": source(["log"], implement("Log", "log")),
    "log-noop": source(["log"], implement("Log", "log")),
  });
}
