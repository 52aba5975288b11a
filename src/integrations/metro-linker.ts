import { isAbsolute, normalize, posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { packageLabel } from "../link/chains.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { moduleFiles } from "../link/module.ts";
import { possibleModules } from "../link/possible-modules.ts";
import * as messages from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import { isBelow, realPathOfMissing, slash } from "../scan/paths.ts";
import type { LinkedView } from "./linked-view.ts";
import { macroSpan } from "./macro-span.ts";
import { MetroModules } from "./metro-modules.ts";
import { conditionsOf, everyPlatform, platformsOf } from "./metro-platforms.ts";
import type { ResolutionContext } from "./metro-types.ts";
import { LINK_SPECIFIER } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { Project } from "./project.ts";
import { report } from "./report.ts";

/** How one Metro links: for each platform, for development and for production. */
export class MetroLinker {
  readonly #root: string;
  readonly #project: Project;
  readonly #platforms: readonly string[];
  readonly #modules: MetroModules;
  /** Each with what was said about it. */
  readonly #views = new Map<LinkedView, readonly Diagnostic[] | null>();

  /** @param platforms `resolver.platforms` */
  constructor(projectRoot: string, platforms: readonly string[], options: ResolvedOptions) {
    this.#root = realPathOfMissing(projectRoot);
    this.#project = new Project(this.#root, options);
    this.#platforms = platforms;
    this.#modules = new MetroModules(this.#root);
    this.#writeModules();
  }

  /**
   * The file that a link specifier leads to; `null` for any other specifier.
   *
   * @throws an error that Metro shows as it is when the module was not expanded, the interface is not
   *   linked or, while building for production, anything is wrong
   */
  resolve(context: ResolutionContext, specifier: string, platform: string | null): string | null {
    // Metro asks for files of its own like this, without the platform of the build.
    if (isAbsolute(specifier)) return null;
    const importer = context.originModulePath;
    if (specifier === MACRO_MODULE) throw forMetro(notExpanded(importer));
    const view = this.#view(context, platform);
    this.#report(view, context);
    if (!LINK_SPECIFIER.test(specifier)) return null;
    const resolution = view.resolve(specifier, importer);
    if (resolution?.kind === "error") {
      throw forMetro(new CrateInterfaceError(resolution.diagnostics));
    }
    const found = view.linked(specifier, importer);
    if (!resolution || !found || !("linked" in found)) return null;
    for (const file of moduleFiles(found.linked)) {
      if (context.doesFileExist(normalize(file))) continue;
      throw forMetro(new Error(this.#notCrawled(specifier, file, found.linked, context)));
    }
    if (resolution.kind === "file") return normalize(resolution.file);
    const path = normalize(this.#modules.pathOf(found.linked, found.object));
    if (context.doesFileExist(path)) return path;
    throw forMetro(new Error(messages.notWritten(specifier, path)));
  }

  /**
   * Takes in that files were changed, created or deleted.
   *
   * @param paths which; `null` when that is not known
   */
  update(paths: readonly string[] | null): void {
    const { graph } = this.#project;
    if (paths === null) this.#project.refresh();
    else this.#project.update(paths.filter((path) => !isBelow(path, this.#modules.dir)));
    if (this.#project.graph === graph) return;
    this.#writeModules();
    const stale = [...this.#views.keys()].map((view) => view.takeStale());
    if (stale.some(({ importers, modules }) => importers.length + modules.length > 0)) {
      this.#modules.wake();
    }
  }

  #view(context: ResolutionContext, platform: string | null): LinkedView {
    const platforms = platformsOf(context, platform, this.#platforms);
    const view = this.#project.view("metro", {
      conditions: [...conditionsOf(context, platform), ...platforms.active],
      production: !context.dev,
      platforms,
    });
    if (!this.#views.has(view)) this.#views.set(view, null);
    return view;
  }

  /** As with other bundlers, while developing an error is one of the import that leads to it. */
  #report(view: LinkedView, { dev, unstable_logWarning }: ResolutionContext): void {
    const { diagnostics } = view;
    if (this.#views.get(view) === diagnostics) return;
    const { error, warnings } = report(diagnostics);
    if (error && !dev) throw forMetro(error);
    this.#views.set(view, diagnostics);
    for (const { message } of warnings) unstable_logWarning(message);
  }

  /** Metro bundles only what it has crawled. */
  #notCrawled(
    specifier: string,
    file: string,
    { definition, implementation }: LinkedInterface,
    { doesFileExist }: ResolutionContext,
  ): string {
    const owner = file === implementation?.file ? implementation : definition;
    const dir = owner.package;
    if (doesFileExist(normalize(`${dir}/package.json`))) return messages.notSeen(specifier, file);
    const label = packageLabel(this.#project.graph, dir);
    return messages.notWatched(specifier, file, label, posix.relative(this.#root, dir));
  }

  #writeModules(): void {
    const { graph } = this.#project;
    this.#modules.write(possibleModules(graph, everyPlatform(graph, this.#platforms)));
  }
}

/** Metro shows the message of errors of this type; of others it shows where its own code threw. */
function forMetro<E extends Error>(error: E): E {
  return Object.assign(error, { type: "TransformError" });
}

/** CI2013: of what is expanded nothing imports the macros. */
function notExpanded(file: string): CrateInterfaceError {
  return new CrateInterfaceError([diagnose(messages.notExpandedByBabel(), macroSpan(slash(file)))]);
}
