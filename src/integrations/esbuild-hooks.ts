import { dirname, extname, resolve } from "node:path";
import type {
  BuildOptions,
  BuildResult,
  Loader,
  OnResolveArgs,
  OnResolveResult,
  PartialMessage,
  PluginBuild,
} from "esbuild";
import type { UnpluginOptions } from "unplugin";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import type { LinkedView } from "./linked-view.ts";
import { LINK_SPECIFIER } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { Project } from "./project.ts";
import { publishSymbols } from "./publish.ts";
import { report } from "./report.ts";
import { resolveTesting, TESTING_SPECIFIER } from "./testing-module.ts";
import { createWakeFile } from "./wake-file.ts";

/** Of generated modules. */
const NAMESPACE = "crate-interface";

/**
 * The hooks of esbuild. It is spoken to directly where unplugin would put every result into a
 * namespace of its own, in which a file is no longer a file.
 */
export function esbuildHooks(options: ResolvedOptions): NonNullable<UnpluginOptions["esbuild"]> {
  let loaders: NonNullable<BuildOptions["loader"]> = {};
  return {
    // Components need a plugin of their own, which reads the file itself.
    onLoadFilter: /\.[cm]?[jt]sx?$/,
    loader: (_, file) => loaders[extname(file)] ?? loaderOf(extname(file)),
    setup(build) {
      loaders = build.initialOptions.loader ?? {};
      setup(build, options);
    },
  };
}

function setup(build: PluginBuild, options: ResolvedOptions): void {
  const { initialOptions } = build;
  const cwd = initialOptions.absWorkingDir ?? process.cwd();
  const project = new Project(cwd, options);
  if (project.isLibrary) initialOptions.metafile = true;
  /** `null` while a library is built. */
  let view: LinkedView | null = null;
  let hasFailed = false;
  let builds = 0;
  const wakeFile = createWakeFile(project.graph.root);

  build.onStart(() => {
    builds++;
    project.refresh();
    view = project.isLibrary ? null : project.view("build", linkOptions(initialOptions));
    const { error, warnings } = report(project.diagnostics(view));
    hasFailed = error !== null;
    return { errors: error ? [message(error)] : [], warnings: warnings.map(message) };
  });

  build.onResolve({ filter: LINK_SPECIFIER }, async (args) => {
    const result = view ? await follow(build, view, args, hasFailed) : external(args);
    // With an error esbuild watches nothing that it is told here, and says so.
    if (!result?.path) return result;
    // esbuild watches what its plugins tell it, and folders without the folders in them.
    const { files, allFolders } = project.watched;
    const watchFiles = wakeFile ? [...files, wakeFile.path] : files;
    return { ...result, watchFiles, watchDirs: allFolders };
  });

  build.onResolve({ filter: TESTING_SPECIFIER }, (args) => {
    if (!view) return external(args);
    try {
      resolveTesting(view, args.importer || undefined);
      return undefined;
    } catch (error) {
      return { errors: [message(error as CrateInterfaceError)] };
    }
  });

  build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => {
    const contents = view?.load(path);
    return contents == null ? undefined : { contents, loader: "js", resolveDir: cwd };
  });

  build.onEnd((result) => {
    const isWritten = project.isLibrary && result.errors.length === 0;
    const warnings = isWritten ? publish(project, result, initialOptions) : [];
    // esbuild notes the state of what it watches while it builds. A change after the scan but before
    // that would go unseen for good.
    if (builds > 1 && isOutdated()) wakeFile?.wake();
    return { warnings: warnings.map(message) };
  });
  build.onDispose(() => wakeFile?.remove());

  function isOutdated(): boolean {
    const { graph } = project;
    project.refresh();
    return project.graph !== graph;
  }
}

async function follow(
  build: PluginBuild,
  view: LinkedView,
  args: OnResolveArgs,
  hasFailed: boolean,
): Promise<OnResolveResult> {
  const resolution = view.resolve(args.path, args.importer || null);
  switch (resolution?.kind) {
    case "file": {
      // As if the file had been imported by hand: esbuild knows whether its package has side effects.
      const { file } = resolution;
      const { kind, importer } = args;
      return build.resolve(file, { kind, importer, resolveDir: dirname(file) });
    }
    case "module":
      return { path: resolution.name, namespace: NAMESPACE, sideEffects: false };
    case "error":
      // Reported with everything else that is wrong: nothing to add here.
      if (hasFailed) return external(args);
      return { errors: [message(new CrateInterfaceError(resolution.diagnostics))] };
    default:
      return {};
  }
}

function external({ path }: OnResolveArgs): OnResolveResult {
  return { path, external: true };
}

/** The text has its own code frames, so that esbuild is given no place to frame again. */
function message(error: CrateInterfaceError): PartialMessage {
  return { text: error.message, detail: error };
}

function linkOptions(options: BuildOptions): { conditions: string[]; production: boolean } {
  const { conditions = [], platform = "browser", minify, define } = options;
  const mode = define?.["process.env.NODE_ENV"];
  const production = mode === undefined ? minify === true : mode === '"production"';
  return {
    conditions: [
      ...conditions,
      ...(platform === "neutral" ? [] : [platform]),
      production ? "production" : "development",
    ],
    production,
  };
}

function publish(
  project: Project,
  { metafile }: BuildResult,
  options: BuildOptions,
): CrateInterfaceError[] {
  const cwd = options.absWorkingDir ?? process.cwd();
  const outputs = Object.entries(metafile?.outputs ?? {}).map(([path, output]) => ({
    path: resolve(cwd, path),
    exports: output.exports,
    // An entry may be in another chunk, and this file re-export it.
    sources: [...Object.keys(output.inputs), output.entryPoint ?? []]
      .flat()
      .map((input) => resolve(cwd, input)),
  }));
  return publishSymbols(
    project,
    outputs,
    resolve(cwd, options.outdir ?? dirname(options.outfile ?? "")),
  );
}

function loaderOf(extension: string): Loader {
  const language = extension.replace(/^\.[cm]?/, "");
  return language === "ts" || language === "tsx" || language === "jsx" ? language : "js";
}
