import { resolve } from "node:path";
import type {
  Environment,
  EnvironmentModuleGraph,
  EnvironmentModuleNode,
  FSWatcher,
  Plugin,
  ResolvedConfig,
  ViteDevServer,
} from "vite";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { generatedId, type HookContext, isGenerated, linkHooks, resolveId } from "./link-hooks.ts";
import type { LinkedView } from "./linked-view.ts";
import { fileOf } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { Project } from "./project.ts";
import { publishBundle, say, watch } from "./rollup-hooks.ts";
import { RUNTIME } from "./testing-module.ts";
import { SUPPLIES } from "./unread-file.ts";
import {
  failVitest,
  isForVitest,
  renewForVitest,
  vitestConfig,
  whenWritten,
} from "./vitest-hooks.ts";

/** In `resolve.conditions`, this stands for the one that the build is for. */
const DEVELOPMENT_OR_PRODUCTION = "development|production";
/** Where servers run that are not Node, a package is not to be taken for Node's. */
const NOT_NODE = ["browser", "worker", "workerd", "edge-light", "netlify", "deno"];

const SVELTE = /\.svelte$/;

/** What the hooks need of their context. */
interface Context extends HookContext {
  environment: Environment;
}

/** What {@link viteHooks} adds to a plugin. */
export interface ViteHooks {
  hooks: Partial<Plugin>;
  /**
   * Looks at a module that had macros.
   *
   * @throws CrateInterfaceError (CI2020) when it defines or implements in vain what tests use
   */
  check(context: unknown, file: string, code: string): void;
}

/** The hooks of Vite: one linkage for each environment. */
export function viteHooks(options: ResolvedOptions): ViteHooks {
  let project: Project;
  let config: ResolvedConfig;
  /** Whether Vitest runs the server. */
  let isTest = false;
  let server: ViteDevServer;
  /** The hot update that the project has taken in; every environment is told of it. */
  let update = { timestamp: 0, isLinked: false };

  const isLibrary = () =>
    config.command === "build" && (Boolean(config.build.lib) || project.isLibrary);
  const viewOf = ({ environment }: Pick<Context, "environment">): LinkedView | null =>
    isLibrary()
      ? null
      : project.view(environment.name, {
          conditions: conditionsOf(environment, config),
          production: config.isProduction,
          ...(isTest ? { runtime: RUNTIME.module } : {}),
        });

  /** Vite itself watches only its root. */
  const follow = (watcher: FSWatcher): void => {
    const { files, folders } = project.watched;
    watcher.add([...files, ...folders]);
  };

  const hooks: Partial<Plugin> = {
    // `vite preview` has nothing to link.
    apply: (_, { isPreview }) => !isPreview,
    config: {
      order: "pre",
      handler(user) {
        project = new Project(resolve(user.root ?? ""), options);
        isTest = isForVitest(user);
        return isTest ? vitestConfig(user) : null;
      },
    },
    configEnvironment(name) {
      const participants = ["crate-interface", ...project.participants];
      return {
        // Bundled beforehand, a package would keep its macros and lose its identity.
        optimizeDeps: { exclude: participants },
        ...(name === "client" ? {} : { resolve: { noExternal: participants } }),
      };
    },
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(created) {
      server = created;
      follow(server.watcher);
    },
    async watchChange(file) {
      if (!isTest) return;
      await whenWritten(file);
      project.update([file]);
      follow(server.watcher);
      for (const environment of Object.values(server.environments)) {
        const stale = viewOf({ environment })?.takeStale();
        if (stale) renewForVitest(stale, environment.moduleGraph, server.watcher);
      }
    },
    buildStart() {
      const isServer = config.command === "serve";
      if (this.meta.watchMode && !isServer) {
        project.refresh();
        watch(this, project);
      }
      const view = viewOf(this);
      // A dev server reports what is wrong where it is imported, and serves the rest.
      const isSaid = ({ severity }: Diagnostic) => severity === "warning";
      const isServed = isServer && view !== null;
      say(this, isServed ? view.diagnostics.filter(isSaid) : project.diagnostics(view));
      if (isTest && view) failVitest(view.generalErrors);
    },
    ...linkHooks<Context>(viewOf, (...args) =>
      config.command === "serve" ? resolveServed(...args) : resolveId(...args),
    ),
    hotUpdate: {
      order: "pre",
      async handler({ type, file, timestamp, modules, read, server }) {
        if (timestamp !== update.timestamp) {
          const was = project.implementsIn(file);
          // Waits while a file that is just being written is still empty.
          if (type !== "delete") await Promise.resolve(read()).catch(() => {});
          project.update([file]);
          update = { timestamp, isLinked: was || project.implementsIn(file) };
          follow(server.watcher);
        }
        const stale = viewOf(this)?.takeStale();
        if (!stale) return;
        const { moduleGraph } = this.environment;
        forgetUnlinked(moduleGraph);
        // A module that nobody imports may be an entry, for which Vite reloads the page. An
        // implementation is none: it is just not linked, or not yet.
        const affected = new Set<EnvironmentModuleNode>(
          update.isLinked ? modules.filter(({ importers }) => importers.size > 0) : modules,
        );
        for (const name of stale.modules) {
          const module = moduleGraph.getModuleById(generatedId(name));
          if (!module || module.importers.size === 0) continue;
          // One that failed to load has not been found to accept itself or not; without an answer,
          // Vite would not pass the update on to its importers.
          module.isSelfAccepting ??= false;
          affected.add(module);
        }
        for (const importer of stale.importers) {
          for (const module of moduleGraph.getModulesByFile(importer) ?? []) {
            // The same if it never got through.
            module.isSelfAccepting ??= false;
            affected.add(module);
          }
        }
        return [...affected];
      },
    },
    writeBundle(output, bundle) {
      if (!isLibrary()) return;
      for (const warning of publishBundle(project, output, bundle)) this.warn(warning);
    },
  };
  return {
    hooks,
    check(_, file, code) {
      if (!isTest || !SUPPLIES.test(code)) return;
      const unread = project.unread(file);
      if (unread.length > 0) throw new CrateInterfaceError(unread);
    },
  };
}

/**
 * The id that a link specifier leads to in a dev server. What is not linked is a module too, which
 * fails when it is loaded: the server transforms a module again for each of its imports of itself,
 * such as React's plugin adds, and if it failed for another of its imports, it would do so without end.
 */
function resolveServed(view: LinkedView, source: string, importer?: string): string | null {
  // Svelte's plugin keeps components out of hot updates whose own code is the same. So what they
  // import stays the same as well, and changes instead.
  if (importer !== undefined && SVELTE.test(fileOf(importer))) {
    const name = view.standIn(source, importer);
    return name === null ? null : generatedId(name);
  }
  const resolution = view.resolve(source, importer ?? null);
  if (resolution === null) return null;
  return resolution.kind === "file" ? resolution.file : generatedId(resolution.name);
}

/**
 * Makes generated modules that nobody imports any more import nothing: Vite would go on to tell them
 * of hot updates, and take them for entries.
 */
function forgetUnlinked(graph: EnvironmentModuleGraph): void {
  for (const module of graph.idToModuleMap.values()) {
    if (module.id === null || !isGenerated(module.id)) continue;
    if (module.importers.size > 0) continue;
    graph.updateModuleInfo(module, new Set(), null, new Set(), null, false);
    graph.invalidateModule(module);
  }
}

function conditionsOf({ config }: Environment, { mode, isProduction }: ResolvedConfig): string[] {
  const conditions = config.resolve.conditions.map((condition) =>
    condition === DEVELOPMENT_OR_PRODUCTION
      ? isProduction
        ? "production"
        : "development"
      : condition,
  );
  const isNode =
    config.consumer === "server" && !conditions.some((condition) => NOT_NODE.includes(condition));
  const platform = config.consumer === "client" ? ["browser"] : isNode ? ["node"] : [];
  return [...conditions, ...platform, isProduction ? "production" : "development", mode];
}
