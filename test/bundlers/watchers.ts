import { rspack } from "@rspack/core";
import rolldownPlugin from "crate-interface/rolldown";
import vitePlugin from "crate-interface/vite";
import * as esbuild from "esbuild";
import { watch as watchWithRolldown } from "rolldown";
import { watch as watchWithRollup } from "rollup";
import { build as viteBuild } from "vite";
import webpack from "webpack";
import { esbuildOptions, type Job, rollupInput, rspackConfig, webpackConfig } from "./bundlers.ts";

/** The message of a failed build, or `null` for one that wrote its output. */
export type Outcome = string | null;

/** Starts to watch. Each build is told to `report`; the result stops it. */
export type Watch = (job: Job, report: (outcome: Outcome) => void) => Promise<() => unknown>;

/** The six bundlers, by name. */
export const watchers: Record<string, Watch> = {
  async vite(job, report) {
    const watcher = await viteBuild({
      root: job.root,
      configFile: false,
      logLevel: "silent",
      plugins: [vitePlugin(job.plugin || undefined)],
      build: {
        outDir: job.out,
        minify: false,
        ssr: true,
        target: "esnext",
        watch: {},
        rolldownOptions: { input: job.entry, output: { entryFileNames: "main.js" } },
      },
      ssr: { noExternal: true },
    });
    if (!("on" in watcher)) throw new Error("Vite does not watch");
    followRollup(watcher, report);
    return () => watcher.close();
  },

  async rollup(job, report) {
    const watcher = watchWithRollup({
      ...rollupInput(job),
      output: { dir: job.out, format: "esm", entryFileNames: "main.js" },
    });
    followRollup(watcher, report);
    return () => watcher.close();
  },

  async rolldown(job, report) {
    const watcher = watchWithRolldown({
      input: job.entry,
      cwd: job.root,
      platform: "node",
      plugins: [rolldownPlugin(job.plugin || undefined)],
      output: { dir: job.out, format: "esm", entryFileNames: "main.js" },
    });
    followRollup(watcher, report);
    return () => watcher.close();
  },

  async webpack(job, report) {
    const compiler = webpack(webpackConfig(job));
    if (!compiler) throw new Error("webpack does not start");
    compiler.watch({ aggregateTimeout: 5 }, followWebpack(report));
    return () => new Promise((done) => compiler.close(done));
  },

  async rspack(job, report) {
    const compiler = rspack(rspackConfig(job));
    compiler.watch({ aggregateTimeout: 5 }, followWebpack(report));
    return () => new Promise((done) => compiler.close(done));
  },

  async esbuild(job, report) {
    const options = esbuildOptions(job);
    const reporter: esbuild.Plugin = {
      name: "report",
      setup: ({ onEnd }) =>
        onEnd(({ errors }) =>
          report(errors.length > 0 ? errors.map((e) => e.text).join("\n") : null),
        ),
    };
    const context = await esbuild.context({
      ...options,
      plugins: [...(options.plugins ?? []), reporter],
    });
    await context.watch();
    return () => context.dispose();
  },
};

interface RollupLike {
  on(
    event: "event",
    listener: (event: {
      code: string;
      error?: Error;
      result?: { close(): unknown } | null;
    }) => void,
  ): unknown;
}

function followRollup(watcher: unknown, report: (outcome: Outcome) => void): void {
  (watcher as RollupLike).on("event", ({ code, error, result }) => {
    result?.close();
    if (code === "BUNDLE_END") report(null);
    if (code === "ERROR") report(error?.message ?? "");
  });
}

interface StatsLike {
  hasErrors(): boolean;
  toString(options: { all: false; errors: true }): string;
}

function followWebpack(report: (outcome: Outcome) => void) {
  return (error: Error | null, stats?: StatsLike): void => {
    if (error) report(error.message);
    else report(stats?.hasErrors() ? stats.toString({ all: false, errors: true }) : null);
  };
}
