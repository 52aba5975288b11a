import { posix } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { EnvironmentModuleGraph, FSWatcher, Plugin, UserConfig } from "vite";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import { generatedId, isGenerated } from "./link-hooks.ts";
import type { Stale } from "./linked-view.ts";
import { VITEST_SETUP } from "./testing-module.ts";

/** What Vitest adds to Vite's configuration; of it, what is used here. */
interface TestConfig {
  setupFiles?: string | string[];
}

/**
 * Whether a configuration is for running tests: Vitest has put its own plugins into it. Its environment
 * variables would also be there for builds that a test runs.
 */
export function isForVitest({ plugins = [] }: UserConfig): boolean {
  return (plugins as unknown[])
    .flat(Number.POSITIVE_INFINITY)
    .some((plugin) => /^vitest(?::|$)/.test((plugin as Plugin | null)?.name ?? ""));
}

/** Ends the run before it begins if there are errors. Vitest prints all that such an error holds. */
export function failVitest(errors: readonly Diagnostic[]): void {
  if (errors.length === 0) return;
  const { message } = new CrateInterfaceError(errors);
  throw Object.assign(new Error(message), { stack: message });
}

/** What running tests needs of the configuration, unless the plugin is there twice and has added it. */
export function vitestConfig({ test: given }: UserConfig & { test?: TestConfig }): UserConfig {
  const isSetUp = [given?.setupFiles].flat().includes(VITEST_SETUP);
  const test: TestConfig = isSetUp ? {} : { setupFiles: [VITEST_SETUP] };
  // Where tests run as in a browser, Vite loads only what may be served. This package can lie outside
  // of the workspace; Vitest has put the workspace itself into the list.
  return {
    test,
    server: { fs: { allow: [posix.dirname(posix.dirname(VITEST_SETUP))] } },
  } as UserConfig;
}

/**
 * Has Vitest load what a relink has made stale, and run the tests again that depend on it. Its servers
 * have no hot updates, so that files that import something else now count as edited.
 */
export function renewForVitest(
  { modules, importers }: Stale,
  graph: EnvironmentModuleGraph,
  watcher: FSWatcher,
): void {
  const edited = new Set(importers);
  for (const name of modules) {
    const module = graph.getModuleById(generatedId(name));
    if (!module) continue;
    graph.invalidateModule(module);
    for (const { file, id } of module.importers) {
      if (file !== null && id !== null && !isGenerated(id)) edited.add(file);
    }
  }
  for (const file of edited) watcher.emit("change", file);
}

/** Waits, not for long, while a file that is just being written is still empty, as Vite does itself. */
export async function whenWritten(file: string): Promise<void> {
  for (let tries = 0; tries < 10 && readFromDisk(file) === ""; tries++) await setTimeout(10);
}
