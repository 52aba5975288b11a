import { posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { UnpluginBuildContext } from "unplugin";
import type { Compilation, Compiler } from "webpack";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import type { OutputFile } from "../scan/symbols/places.ts";
import { generatedModuleRequest, loadGeneratedModulesFrom } from "./generated-module-loader.ts";
import type { LinkedView } from "./linked-view.ts";
import { fileOf, LINK_SPECIFIER } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { placeholderCode } from "./placeholder.ts";
import { Project } from "./project.ts";
import { publishSymbols } from "./publish.ts";
import { report } from "./report.ts";
import { resolveTesting, TESTING_MODULE } from "./testing-module.ts";

const NAME = "crate-interface";
const LOADER = fileURLToPath(new URL("./generated-module-loader.js", import.meta.url));

/** What {@link webpackHooks} adds to a plugin. */
export interface WebpackHooks {
  /** For webpack's and Rspack's compilers, which have the same hooks. */
  apply(compiler: Compiler): void;
  /** Has a module built again when what its imports are linked to may have changed. */
  depend(context: UnpluginBuildContext): void;
}

/** The hooks of webpack and Rspack. */
export function webpackHooks(options: ResolvedOptions): WebpackHooks {
  let project: Project;
  /** `null` while a library is built. */
  let view: LinkedView | null = null;

  const link = (compiler: Compiler): void => {
    if (project) project.refresh();
    else project = new Project(compiler.context, options);
    if (project.isLibrary) return;
    const { mode, resolve } = compiler.options;
    view = project.view("build", {
      // By default these say target and mode.
      conditions: resolve.conditionNames?.filter((name) => name !== "...") ?? [],
      production: mode !== "development" && mode !== "none",
      // Names in the output are made from what is imported.
      locate: (file) => `./${posix.relative(project.graph.root, file)}`,
    });
    loadGeneratedModulesFrom(view, compiler);
  };

  const redirect = (request: string, issuer: string): string => {
    const resolution = view?.resolve(request, issuer || null);
    switch (resolution?.kind) {
      case "file":
        return resolution.file;
      case "module":
        return generatedModuleRequest(
          LOADER,
          resolution.name,
          `${project.graph.root}/package.json`,
        );
      case "error":
        if (!report(view?.diagnostics ?? []).error)
          throw new CrateInterfaceError(resolution.diagnostics);
        // Reported with everything else that is wrong: nothing to add here, nor for each of the imports.
        return `data:text/javascript,${encodeURIComponent(placeholderCode(request, project.graph))}`;
      default:
        return request;
    }
  };

  const say = (compilation: Compilation): void => {
    const { error, warnings } = report(project.diagnostics(view));
    compilation.warnings.push(...(warnings as never[]));
    // What webpack says may follow from it.
    if (error) compilation.errors.unshift(error as never);
    const { files, folders } = project.watched;
    for (const file of files) compilation.fileDependencies.add(file);
    for (const folder of folders) compilation.contextDependencies.add(folder);
  };

  return {
    apply(compiler) {
      leaveExternal(compiler, (request) => project.isLibrary && isLinked(request));
      compiler.hooks.compile.tap(NAME, () => link(compiler));
      compiler.hooks.normalModuleFactory.tap(NAME, (factory) => {
        // Before webpack resolves, because it keeps what it has resolved without asking again.
        factory.hooks.beforeResolve.tap(NAME, (data) => {
          if (view && data.request === TESTING_MODULE) {
            resolveTesting(view, data.contextInfo.issuer || undefined);
          }
          if (!LINK_SPECIFIER.test(data.request)) return;
          data.request = redirect(data.request, data.contextInfo.issuer);
        });
      });
      compiler.hooks.afterCompile.tap(NAME, (compilation) => {
        if (compilation.compiler === compiler) say(compilation);
      });
      compiler.hooks.afterEmit.tap(NAME, (compilation) => {
        if (!project.isLibrary) return;
        try {
          compilation.warnings.push(...(publish(project, compilation) as never[]));
        } catch (error) {
          // Thrown, it would end a watch build for good.
          compilation.errors.push(error as never);
        }
      });
    },
    depend(context) {
      const native = context.getNativeBuildContext?.();
      if (native?.framework !== "webpack" && native?.framework !== "rspack") return;
      const { files, folders } = project.watched;
      for (const file of files) native.loaderContext?.addDependency(file);
      for (const folder of folders) native.loaderContext?.addContextDependency(folder);
    },
  };
}

/** What is linked, or refused, in the build that a library is part of. */
function isLinked(request: string): boolean {
  return LINK_SPECIFIER.test(request) || request === TESTING_MODULE;
}

/** Adds to the externals that a user has configured. */
function leaveExternal(compiler: Compiler, isExternal: (request: string) => boolean): void {
  const { externals } = compiler.options;
  compiler.options.externals = [
    ...(Array.isArray(externals) ? externals : externals === undefined ? [] : [externals]),
    ({ request }, callback) =>
      request !== undefined && isExternal(request) ? callback(undefined, request) : callback(),
  ];
}

function publish(project: Project, compilation: Compilation): CrateInterfaceError[] {
  const outDir = compilation.outputOptions.path ?? compilation.compiler.outputPath;
  const { chunks = [] } = compilation.getStats().toJson({
    all: false,
    chunks: true,
    chunkModules: true,
    chunkModulesSpace: Number.POSITIVE_INFINITY,
    nestedModules: true,
    nestedModulesSpace: Number.POSITIVE_INFINITY,
    cachedModules: true,
    dependentModules: true,
    orphanModules: true,
    providedExports: true,
    depth: true,
  });
  const outputs = chunks.flatMap(({ files = [], modules = [] }): OutputFile[] => {
    const inside = modules.flatMap((module) => [module, ...(module.modules ?? [])]);
    // A file exports what its entry module does, at depth 0.
    const entries = modules.filter(({ depth }) => depth === 0);
    return files.map((file) => ({
      path: resolve(outDir, file),
      exports: entries.flatMap(({ providedExports }) => providedExports ?? []),
      sources: inside.flatMap(({ nameForCondition }) =>
        nameForCondition ? fileOf(nameForCondition) : [],
      ),
    }));
  });
  return publishSymbols(project, outputs, outDir);
}
