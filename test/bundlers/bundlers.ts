import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rspack, type Stats } from "@rspack/core";
import esbuildPlugin from "crate-interface/esbuild";
import rolldownPlugin from "crate-interface/rolldown";
import rollupPlugin from "crate-interface/rollup";
import rspackPlugin from "crate-interface/rspack";
import vitePlugin from "crate-interface/vite";
import webpackPlugin from "crate-interface/webpack";
import * as esbuild from "esbuild";
import { ResolverFactory } from "oxc-resolver";
import { rolldown } from "rolldown";
import { type InputOptions, type Plugin as RollupPlugin, rollup } from "rollup";
import * as vite from "vite";
import * as vite7 from "vite-7";
import webpack from "webpack";
import type { PluginOptions } from "../../src/integrations/options.ts";

/** One build, the same for every bundler. Output is ESM for Node or a browser. */
export interface Job {
  /** Directory of the package to build. */
  root: string;
  /** Entry file, absolute. */
  entry: string;
  /** Where to write, absolute. */
  out: string;
  /** `false` builds without the plugin, for twins. */
  plugin?: PluginOptions | false;
  minify?: boolean;
  sourcemap?: boolean;
  platform?: "node" | "browser";
  /** Specifiers that are left to whoever runs the output; esbuild has no functions for that. */
  external?: string[] | ((specifier: string) => boolean);
  /** For webpack and Rspack, which keep more between the builds of a watcher while developing. */
  mode?: "development" | "production";
  /** Whether the program has cycles of its own, which Rollup is right to warn of. */
  cyclic?: boolean;
  /** Where webpack and Rspack keep their caches between processes, absolute. */
  cache?: string;
}

/** What a build wrote. */
export interface Output {
  /** Path of the entry chunk. */
  entry: string;
  /** File name in the output folder to text, sorted by name. */
  files: Record<string, string>;
  /** What it warned of. */
  warnings: string[];
}

/** Builds a job, or rejects with an error whose message is what the user would read. */
export type Bundle = (job: Job) => Promise<Output>;

/** The six bundlers, by name. */
export const bundlers: Record<string, Bundle> = {
  vite: (job) => bundleWithVite(vite, job),
  rollup: bundleWithRollup,
  rolldown: bundleWithRolldown,
  webpack: bundleWithWebpack,
  rspack: bundleWithRspack,
  esbuild: bundleWithEsbuild,
};

/** The bundlers, and Vite on Rollup, as it was up to 7. */
export const bundlersAndVite7: Record<string, Bundle> = {
  ...bundlers,
  "vite 7": (job) => bundleWithVite(vite7 as unknown as typeof vite, job),
};

async function bundleWithVite(
  { build, createLogger, version }: typeof vite,
  job: Job,
): Promise<Output> {
  const warnings: string[] = [];
  const customLogger = createLogger("silent");
  customLogger.warn = (text) => warnings.push(text);
  await build({
    root: job.root,
    configFile: false,
    logLevel: "silent",
    customLogger,
    plugins: job.plugin === false ? [] : [vitePlugin(job.plugin)],
    build: {
      outDir: job.out,
      emptyOutDir: false,
      minify: job.minify ?? false,
      sourcemap: job.sourcemap ?? false,
      modulePreload: false,
      target: "esnext",
      ssr: job.platform !== "browser",
      [version.startsWith("7.") ? "rollupOptions" : "rolldownOptions"]: {
        input: job.entry,
        output: { entryFileNames: "[name].js" },
        ...(job.external ? { external: job.external } : {}),
      },
    },
    ssr: { noExternal: true },
  });
  return read(job, warnings);
}

async function bundleWithRollup(job: Job): Promise<Output> {
  const warnings: string[] = [];
  const bundle = await rollup(rollupInput(job, warnings));
  await bundle.write({ dir: job.out, format: "esm", sourcemap: job.sourcemap ?? false });
  await bundle.close();
  return read(job, warnings);
}

/** Rollup's input options for a job, for its watcher too. */
export function rollupInput(
  job: Job,
  warnings: string[] = [],
): InputOptions & { plugins: RollupPlugin[] } {
  return {
    input: job.entry,
    ...(job.external ? { external: job.external } : {}),
    onLog(_, { code, message }) {
      // Linking makes cycles that nobody can change; Rollup's users are not to hear of them.
      if (code === "CIRCULAR_DEPENDENCY" && !job.cyclic) throw new Error(message);
      warnings.push(message);
    },
    plugins: [
      ...(job.plugin === false ? [] : [rollupPlugin(job.plugin)]),
      typescriptForRollup(job),
    ],
  };
}

/** What @rollup/plugin-node-resolve, a TypeScript plugin and a minifier do for Rollup's users. */
function typescriptForRollup({ minify = false, platform }: Job): RollupPlugin {
  const resolver = new ResolverFactory({
    conditionNames: ["import", "default", ...(platform ? [platform] : [])],
    extensions: [".ts", ".js"],
    extensionAlias: { ".js": [".ts", ".js"] },
  });
  return {
    name: "typescript",
    async resolveId(source, importer) {
      if (!importer || source.startsWith("\0")) return null;
      // Under Yarn's Plug'n'Play Node finds packages, and nobody else does for Rollup.
      if (process.versions.pnp) {
        return isAbsolute(source) ? source : createRequire(importer).resolve(source);
      }
      const { path } = await resolver.async(join(importer, ".."), source);
      return path ?? null;
    },
    async transform(code, id) {
      if (!id.endsWith(".ts")) return null;
      const { code: js, map } = await esbuild.transform(code, {
        loader: "ts",
        sourcemap: "external",
        sourcefile: id,
      });
      return { code: js, map };
    },
    async renderChunk(code) {
      if (!minify) return null;
      const { code: small, map } = await esbuild.transform(code, {
        minify: true,
        sourcemap: "external",
        format: "esm",
      });
      return { code: small, map };
    },
  };
}

async function bundleWithRolldown(job: Job): Promise<Output> {
  const warnings: string[] = [];
  const bundle = await rolldown({
    input: job.entry,
    cwd: job.root,
    onLog: (_, { message }) => warnings.push(message),
    platform: job.platform ?? "node",
    ...(job.external ? { external: job.external } : {}),
    plugins: job.plugin === false ? [] : [rolldownPlugin(job.plugin)],
  });
  await bundle.write({
    dir: job.out,
    format: "esm",
    minify: job.minify ?? false,
    sourcemap: job.sourcemap ?? false,
  });
  await bundle.close();
  return read(job, warnings);
}

async function bundleWithWebpack(job: Job): Promise<Output> {
  const compiler = webpack(webpackConfig(job));
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    compiler.run((error, result) => (error ? fail(error) : done(result)));
  });
  await new Promise((done) => compiler.close(done));
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return read(job, messagesOf(stats?.compilation.warnings));
}

/** webpack's configuration for a job, for its watcher too. */
export function webpackConfig(job: Job): webpack.Configuration {
  return {
    ...webpackLike(job),
    plugins: job.plugin === false ? [] : [webpackPlugin(job.plugin)],
    ...(job.cache ? { cache: { type: "filesystem", cacheDirectory: job.cache } } : {}),
    module: {
      rules: [
        { test: /\.ts$/, use: fileURLToPath(new URL("typescript-loader.cjs", import.meta.url)) },
      ],
    },
  };
}

async function bundleWithRspack(job: Job): Promise<Output> {
  const compiler = rspack(rspackConfig(job));
  const stats = await new Promise<Stats | undefined>((done, fail) => {
    compiler.run((error, result) => (error ? fail(error) : done(result as Stats)));
  });
  await new Promise((done) => compiler.close(done));
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return read(job, messagesOf(stats?.compilation.warnings));
}

/** Rspack's configuration for a job, for its watcher too. */
export function rspackConfig(job: Job): Parameters<typeof rspack>[0] {
  return {
    ...webpackLike(job),
    plugins: job.plugin === false ? [] : [rspackPlugin(job.plugin)],
    ...(job.cache
      ? { cache: { type: "persistent", storage: { type: "filesystem", directory: job.cache } } }
      : {}),
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "builtin:swc-loader",
          options: { jsc: { parser: { syntax: "typescript" }, target: "esnext" } },
          type: "javascript/auto",
        },
      ],
    },
  } as Parameters<typeof rspack>[0];
}

function webpackLike(job: Job) {
  return {
    context: job.root,
    entry: { main: job.entry },
    target: job.platform === "browser" ? ["web", "es2022"] : ["node20"],
    mode: job.mode ?? "production",
    devtool: job.sourcemap ? "source-map" : false,
    experiments: { outputModule: true },
    output: {
      path: job.out,
      module: true,
      library: { type: "module" },
      filename: "[name].js",
      chunkFormat: "module",
    },
    resolve: { extensions: [".ts", ".js"] },
    externals: webpackExternals(job),
    optimization: { minimize: job.minify ?? false },
    performance: false,
  } satisfies webpack.Configuration;
}

function webpackExternals({ external = [] }: Job) {
  if (typeof external !== "function") return external.map((name) => ({ [name]: `module ${name}` }));
  return async ({ request = "" }: { request?: string }) =>
    external(request) ? `module ${request}` : undefined;
}

async function bundleWithEsbuild(job: Job): Promise<Output> {
  const { warnings } = await esbuild.build(esbuildOptions(job));
  return read(
    job,
    warnings.map(({ text }) => text),
  );
}

/** esbuild's options for a job, for its watcher too. */
export function esbuildOptions(job: Job): esbuild.BuildOptions {
  return {
    absWorkingDir: job.root,
    entryPoints: { main: job.entry },
    outdir: job.out,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: job.platform ?? "node",
    target: "esnext",
    minify: job.minify ?? false,
    sourcemap: job.sourcemap ?? false,
    logLevel: "silent",
    ...(Array.isArray(job.external) ? { external: job.external } : {}),
    plugins: job.plugin === false ? [] : [esbuildPlugin(job.plugin)],
  };
}

function messagesOf(warnings: readonly { message: string }[] = []): string[] {
  return warnings.map(({ message }) => message);
}

/** Reads what a job's build wrote. */
export function read(job: Job, warnings: string[] = []): Output {
  const files: Record<string, string> = {};
  const names = readdirSync(job.out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(job.out, join(entry.parentPath, entry.name)))
    .sort();
  for (const name of names) files[name] = readFileSync(join(job.out, name), "utf8");
  return { entry: join(job.out, "main.js"), files, warnings };
}
