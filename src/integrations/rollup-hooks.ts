import { dirname, resolve } from "node:path";
import type {
  InputOptions,
  NormalizedInputOptions,
  NormalizedOutputOptions,
  OutputChunk,
  Plugin,
} from "rollup";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { exportedNames } from "../scan/symbols/built-module.ts";
import { isGenerated, linkHooks, resolveId } from "./link-hooks.ts";
import type { LinkedView } from "./linked-view.ts";
import { fileOf, LINK_SPECIFIER } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { Project } from "./project.ts";
import { publishSymbols } from "./publish.ts";
import { report } from "./report.ts";

/** What Rolldown has besides Rollup's options. Rollup resolves no packages and has no conditions. */
interface RolldownOptions {
  cwd?: string;
  platform?: string;
  resolve?: { conditionNames?: string[] };
}

/** The hooks of Rollup and Rolldown. */
export function rollupHooks(options: ResolvedOptions): Partial<Plugin> {
  let conditionNames: string[] = [];
  let project: Project;
  /** `null` while a library is built. */
  let view: LinkedView | null = null;
  return {
    options(input: InputOptions & RolldownOptions) {
      conditionNames = input.resolve?.conditionNames ?? [];
    },
    buildStart(input: NormalizedInputOptions & RolldownOptions) {
      const { cwd = process.cwd(), platform = "neutral" } = input;
      if (project) project.refresh();
      else project = new Project(cwd, options);
      if (this.meta.watchMode) watch(this, project);
      const conditions = platform === "neutral" ? conditionNames : [...conditionNames, platform];
      const production = process.env.NODE_ENV === "production";
      view = project.isLibrary ? null : project.view("build", { conditions, production });
      say(this, project.diagnostics(view));
    },
    ...linkHooks(() => view),
    onLog(_, log) {
      return !(log.code === "CIRCULAR_DEPENDENCY" && isOfLinking(log.ids ?? [], view));
    },
    // Rollup keeps where the imports of an unchanged module led.
    shouldTransformCachedModule({ id, resolvedSources }) {
      return Object.entries(resolvedSources).some(
        ([source, last]) =>
          view !== null && LINK_SPECIFIER.test(source) && resolveId(view, source, id) !== last?.id,
      );
    },
    writeBundle(output, bundle) {
      if (!project.isLibrary) return;
      for (const warning of publishBundle(project, output, bundle)) this.warn(warning);
    },
  };
}

/**
 * Whether modules import each other only by being linked: a package calls what it defines, and who
 * implements that imports from the package. That is as it should be, and where it is not,
 * `crate-interface check` finds it.
 *
 * @param cycle each module imports the next; the last is the first again
 */
function isOfLinking(cycle: readonly string[], view: LinkedView | null): boolean {
  return cycle.some((id, index) => isGenerated(id) || view?.hasLed(id, cycle[index + 1] ?? id));
}

/** Has a build run again when linking may have changed. */
export function watch(context: { addWatchFile(id: string): void }, project: Project): void {
  const { files, folders } = project.watched;
  for (const path of [...files, ...folders]) context.addWatchFile(path);
}

/** Gives the diagnostics of a build to Rollup or its like, the errors as one. */
export function say(
  context: { warn(warning: Error): void; error(error: Error): never },
  diagnostics: readonly Diagnostic[],
): void {
  const { error, warnings } = report(diagnostics);
  for (const warning of warnings) context.warn(warning);
  if (error) context.error(error);
}

/** What has been published as ES modules. */
const published = new WeakSet<PackageGraph>();

/** What Rollup and its like say of a chunk. */
type Chunk = Pick<
  OutputChunk,
  "type" | "fileName" | "code" | "exports" | "facadeModuleId" | "moduleIds"
>;

/**
 * Writes the symbol table of a library that Rollup or its like has built. Of several formats, that of
 * ES modules counts, for it is what the bundlers of applications load; another is written only as
 * long as there is none of those.
 *
 * @returns warnings, see {@link publishSymbols}
 */
export function publishBundle(
  project: Project,
  output: Pick<NormalizedOutputOptions, "dir" | "file" | "format">,
  bundle: Record<string, Chunk | { type: "asset" }>,
): Error[] {
  if (output.format === "es") published.add(project.graph);
  else if (published.has(project.graph)) return [];
  const outDir = resolve(output.dir ?? dirname(output.file ?? ""));
  const outputs = Object.values(bundle).flatMap((chunk) =>
    chunk.type === "chunk"
      ? {
          path: resolve(outDir, chunk.fileName),
          // With `preserveModules` Rollup counts what a module re-exports, and leaves that to importers.
          exports: output.format === "es" ? exportedNames(chunk.code) : chunk.exports,
          // An entry may be in another chunk, and this one re-export it.
          sources: [...chunk.moduleIds, chunk.facadeModuleId ?? []].flat().map(fileOf),
        }
      : [],
  );
  return publishSymbols(project, outputs, outDir);
}
