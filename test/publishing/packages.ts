import type { Files } from "../tree.ts";

// A facade, two implementations and a caller of it, as four authors with four toolchains would have
// them, and an application. None of them is built here.

/** A package that is published, by its folder. */
export const LIBRARIES = ["log", "log-noop", "log-lines", "http-client"] as const;

const library = (name: string, manifest: Record<string, unknown>): Record<string, unknown> => ({
  name,
  version: "1.0.0",
  type: "module",
  sideEffects: false,
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  files: ["dist"],
  ...manifest,
});

const SYMBOLS = "./dist/crate-interface.json";

/** The sources. */
export const PACKAGES: Files = {
  // Built with Vite.
  "log/package.json": library("log", {
    dependencies: { "crate-interface": "*", "log-noop": "^1.0.0" },
    "crate-interface": { facade: true, defaultFacadeImpl: "log-noop", symbols: SYMBOLS },
  }),
  "log/src/index.ts": `
    import { def_interface, type Interface } from "crate-interface/macro";
    import type { Level } from "./level.js";
    export { Sink, type Level } from "./level.js";

    export interface Logger {
      write(level: Level, text: string): string;
      /** What the sink is. */
      Target: new () => import("./level.js").Sink;
      flush?(): string;
    }
    export const Logger: Interface<Logger> = def_interface<Logger>({
      defaults: { flush: () => "nothing to flush" },
    });
  `,
  "log/src/level.ts": `
    export type Level = "info" | "warn";
    export class Sink {
      readonly lines: string[] = [];
      name(): string { return "sink"; }
    }
  `,
  "log/vite.config.js": `
    import crateInterface from "crate-interface/vite";
    export default {
      plugins: [crateInterface()],
      build: { lib: { entry: "src/index.ts", formats: ["es"], fileName: "index" }, minify: false, emptyOutDir: false },
    };
  `,

  // Built with Babel; the file that implements is imported by nobody.
  "log-noop/package.json": library("log-noop", {
    peerDependencies: { log: "^1.0.0" },
    dependencies: { "crate-interface": "*" },
    scripts: { prepack: "crate-interface symbols --write" },
    "crate-interface": { facadeImpl: "log", symbols: SYMBOLS },
  }),
  "log-noop/src/index.ts": "export {};",
  "log-noop/src/noop.ts": `
    import { impl_interface } from "crate-interface/macro";
    import { Logger, Sink } from "log";
    class Nowhere extends Sink {
      override name(): string { return "nowhere"; }
    }
    impl_interface(Logger, { write: () => "dropped", Target: Nowhere });
  `,
  "log-noop/babel.config.json": {
    presets: [
      ["@babel/preset-env", { modules: false, targets: { node: 20 } }],
      "@babel/preset-typescript",
    ],
    plugins: ["crate-interface/babel"],
  },

  // Built with SWC; publishes its sources too, with something in them that nobody may read.
  "log-lines/package.json": library("log-lines", {
    files: ["dist", "src"],
    dependencies: { "crate-interface": "*", log: "^1.0.0" },
    scripts: { prepack: "crate-interface symbols --write" },
    "crate-interface": { facadeImpl: ["log"], symbols: SYMBOLS },
  }),
  "log-lines/src/index.ts": `
    import { impl_interface } from "crate-interface/macro";
    import { Logger, Sink } from "log";
    class Lines extends Sink {
      override name(): string { return "lines"; }
    }
    impl_interface(Logger, {
      write: (level, text) => \`\${level}: \${text}\`,
      Target: Lines,
    });
  `,
  "log-lines/.swcrc": {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript" },
      experimental: { plugins: [["crate-interface/swc", {}]] },
    },
  },

  // Built with Rollup.
  "http-client/package.json": library("http-client", {
    dependencies: { "crate-interface": "*", log: "^1.0.0" },
    "crate-interface": { symbols: SYMBOLS },
  }),
  "http-client/src/index.ts": `
    import { call_interface, use_interface } from "crate-interface/macro";
    import { Logger } from "log";
    export function get(url: string): string {
      return call_interface(Logger.write("info", \`GET \${url}\`));
    }
    export const target = (): string => new (use_interface(Logger.Target))().name();
  `,
  "http-client/rollup.config.js": `
    import crateInterface from "crate-interface/rollup";
    import { transformSync } from "esbuild";
    export default {
      input: "src/index.ts",
      output: { dir: "dist" },
      external: ["log"],
      plugins: [
        crateInterface(),
        { name: "types", transform: (code) => transformSync(code, { loader: "ts" }).code },
      ],
    };
  `,
};

/** Compiles declarations only; what runs is built by something else. */
export const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: "src",
    outDir: "dist",
    types: [],
  },
  include: ["src"],
};

/** The application, which chooses `log-lines` unless it is built for production. */
export const APP: Files = {
  "package.json": {
    name: "app",
    private: true,
    type: "module",
    dependencies: { "http-client": "^1.0.0", log: "^1.0.0" },
    devDependencies: { "crate-interface": "*", "log-lines": "^1.0.0" },
  },
  "src/main.ts": `
    import { call_interface } from "crate-interface/macro";
    import { get, target } from "http-client";
    import { Logger } from "log";
    const start = call_interface(Logger.write("info", "start"));
    console.log([start, get("/"), target(), call_interface(Logger.flush!())].join());
  `,
};

/** What it prints with the implementation that it chooses, and with the default. */
export const PRINTS = {
  chosen: "info: start,info: GET /,lines,nothing to flush\n",
  default: "dropped,dropped,nowhere,nothing to flush\n",
};
