import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

// A program of packages that import each other once they are linked: the facade `log` calls what
// `log-impl` implements, which extends a class of the facade. Every module tells when it runs.

/** What each module begins with. Its imports have run by then. */
const ran = (module: string): string =>
  `((globalThis as { order?: string[] }).order ??= []).push("${module}");`;

const MACRO = (name: string): string => `import { ${name} } from "crate-interface/macro";`;

/** Needs a class, a constant and a function of the facade's package while it is evaluated. */
function implementation(name: string): PackageSource {
  return {
    dependencies: ["log"],
    files: {
      "src/index.ts": `
        ${MACRO("impl_interface")}
        import { Base, format, type Line, Logger, PREFIX } from "log";
        ${ran(name)}
        class Extended extends Base {
          override write(line: Line): string { return super.write(line) + " (${name})"; }
        }
        const first = format(PREFIX);
        const logger = new Extended();
        impl_interface(Logger, {
          log: (text) => logger.write({ text: first + text }),
        });
      `,
    },
    manifest: { sideEffects: true, "crate-interface": { facadeImpl: "log" } },
  };
}

/** The index of the facade's package, which exports from its modules in some order. */
export function exports(modules: readonly string[]): string {
  return modules.map((name) => `export * from "./${name}.ts";\n`).join("");
}

/**
 * Writes the program.
 *
 * @param imports what `main.ts` imports, in order
 * @param exported the order in the index of the facade's package
 */
export function cyclic(imports: readonly string[], exported = ["facade", "base", "callers"]): Tree {
  return workspace({
    log: {
      dependencies: ["log-default"],
      files: {
        "src/facade.ts": `
          ${MACRO("def_interface")}
          ${ran("log/facade")}
          export interface Line { text: string }
          export interface Logger { log(text: string): string }
          export const Logger = def_interface<Logger>();
        `,
        "src/base.ts": `
          import type { Line } from "./facade.ts";
          ${ran("log/base")}
          export const PREFIX: string = "log";
          export const format = (text: string): string => text + ": ";
          export class Base { write({ text }: Line): string { return text; } }
        `,
        "src/callers.ts": `
          ${MACRO("use_interface")}
          import { Logger } from "./facade.ts";
          ${ran("log/callers")}
          export const { log } = use_interface(Logger);
        `,
        "src/index.ts": exports(exported),
      },
      manifest: {
        sideEffects: true,
        "crate-interface": { facade: true, defaultFacadeImpl: "log-default" },
      },
    },
    "log-default": implementation("log-default"),
    "log-impl": implementation("log-impl"),
    // Calls the facade while it is evaluated.
    library: {
      dependencies: ["log"],
      files: {
        "src/index.ts": `
          import { log } from "log";
          ${ran("library")}
          export const said: string = log("loaded");
        `,
      },
      manifest: { sideEffects: true },
    },
    app: {
      dependencies: ["log", "library", ...(imports.includes("log-impl") ? ["log-impl"] : [])],
      files: {
        "dist/print.js": 'import { result } from "./main.js"; console.log(result);',
        "index.html":
          '<link rel="icon" href="data:," /><script type="module" src="/src/main.ts"></script>',
        "src/main.ts": `
          ${imports.map((name) => `import "${name}";`).join("\n")}
          import { said } from "library";
          ${ran("app")}
          export const result = [...(globalThis as { order?: string[] }).order!, said].join(", ");
          if (typeof document !== "undefined") document.title = result;
        `,
      },
      manifest: { sideEffects: true },
    },
  });
}
