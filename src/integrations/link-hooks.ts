import { CrateInterfaceError } from "../diagnostics/error.ts";
import type { LinkedView } from "./linked-view.ts";
import { LINK_SPECIFIER } from "./module-id.ts";
import { resolveTesting, TESTING_MODULE } from "./testing-module.ts";

/** What Rollup and its like put before ids that are no files. */
const VIRTUAL = "\0";
const GENERATED_MODULE = /^\0crate-interface\//;
/** What {@link linkHooks} answers for. */
const SPECIFIER = /^crate-interface\/(?:(?:link|object|overridable)\/|testing$)/;
/** What generated modules import from each other. */
const OVERRIDABLE = /^crate-interface\/overridable\//;

/** What {@link linkHooks} needs of the context of a hook. */
export interface HookContext {
  resolve(
    source: string,
    importer?: string,
    options?: { skipSelf?: boolean },
  ): Promise<{ id: string; external: boolean | string } | null>;
  getModuleIds(): Iterable<string>;
  getModuleInfo(
    id: string,
  ): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** `resolveId`, `load` and `buildEnd`, as Rollup, Rolldown and Vite have them. */
interface LinkHooks<Context> {
  resolveId: {
    order: "pre";
    filter: { id: RegExp };
    handler(
      this: Context,
      source: string,
      importer: string | undefined,
    ): Promise<{ id: string; external?: true } | string | null>;
  };
  load: {
    filter: { id: RegExp };
    handler(this: Context, id: string): string;
  };
  buildEnd(this: Context, error?: Error): void;
}

/**
 * The hooks by which link specifiers lead to what was linked.
 *
 * @param viewOf the linkage of the build that a hook's context belongs to; `null` for a library,
 *   whose link imports stay for the build that uses it
 * @param resolve the id that a link specifier leads to
 */
export function linkHooks<Context extends HookContext>(
  viewOf: (context: Context) => LinkedView | null,
  resolve: typeof resolveId = resolveId,
): LinkHooks<Context> {
  return {
    resolveId: {
      order: "pre",
      filter: { id: SPECIFIER },
      async handler(source, importer) {
        const view = viewOf(this);
        if (!view) return { id: source, external: true };
        if (source === TESTING_MODULE) return resolveTesting(view, importer);
        if (OVERRIDABLE.test(source)) return generatedId(source);
        const id = resolve(view, source, importer);
        if (id === null || id.startsWith(VIRTUAL)) return id;
        // As if the file had been imported by hand: other plugins know whether its package has side
        // effects, and may have another name for it.
        const resolved = await this.resolve(id, importer, { skipSelf: true });
        return (resolved as { id: string } | null) ?? id;
      },
    },
    load: {
      filter: { id: GENERATED_MODULE },
      handler(id) {
        const name = id.slice(VIRTUAL.length);
        const code = viewOf(this)?.load(name);
        // Asked for by a page that an earlier dev server made. As a file it could only fail worse.
        if (code == null)
          throw new Error(`crate-interface: ${name} is not linked; reload the page`);
        return code;
      },
    },
    // The option `external` is asked before any plugin. What it matches keeps its name.
    buildEnd(error) {
      const view = error ? null : viewOf(this);
      if (!view || !this.getModuleInfo(TESTING_MODULE)) return;
      const imports = (id: string): boolean => {
        const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
        return [...importedIds, ...dynamicallyImportedIds].includes(TESTING_MODULE);
      };
      // Rolldown does not say who imports what is external.
      resolveTesting(view, [...this.getModuleIds()].find(imports));
    },
  };
}

/**
 * The id that a link specifier leads to; `null` for any other specifier.
 *
 * @throws CrateInterfaceError when the interface is not linked
 */
export function resolveId(view: LinkedView, source: string, importer?: string): string | null {
  const resolution = LINK_SPECIFIER.test(source) ? view.resolve(source, importer ?? null) : null;
  switch (resolution?.kind) {
    case "file":
      return resolution.file;
    case "module":
      return generatedId(resolution.name);
    case "error":
      throw new CrateInterfaceError(resolution.diagnostics);
    default:
      return null;
  }
}

/** Whether a module is a generated one. */
export function isGenerated(id: string): boolean {
  return GENERATED_MODULE.test(id);
}

/** The id of a generated module. */
export function generatedId(name: string): string {
  return VIRTUAL + name;
}
