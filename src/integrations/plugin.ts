import {
  createUnplugin,
  type UnpluginBuildContext,
  type UnpluginInstance,
  type UnpluginOptions,
} from "unplugin";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import { expand } from "../expand/expand.ts";
import { MACRO_MODULE } from "../naming.ts";
import { esbuildHooks } from "./esbuild-hooks.ts";
import { fileOf, isBlock, SOURCE_FILE } from "./module-id.ts";
import { type PluginOptions, resolveOptions } from "./options.ts";
import { rollupHooks } from "./rollup-hooks.ts";
import { viteHooks } from "./vite-hooks.ts";
import { webpackHooks } from "./webpack-hooks.ts";

/**
 * The plugin. Macros are expanded the same in every bundler; where link specifiers lead is decided
 * in the hooks that each kind of bundler has for that.
 */
export const plugin: UnpluginInstance<PluginOptions | undefined, false> = createUnplugin(
  (userOptions: PluginOptions | undefined, meta): UnpluginOptions => {
    const options = resolveOptions(userOptions);
    const core = { name: "crate-interface", enforce: "pre" } as const;
    switch (meta.framework) {
      case "vite":
        return { ...core, transform: transform(), vite: viteHooks(options) };
      case "rollup":
        return { ...core, transform: transform(), rollup: rollupHooks(options) };
      case "rolldown":
        return { ...core, transform: transform(), rolldown: rollupHooks(options) as object };
      case "esbuild":
        return { ...core, transform: transform(), esbuild: esbuildHooks(options) };
      case "webpack":
      case "rspack": {
        const hooks = webpackHooks(options);
        return { ...core, transform: transform(hooks.depend), [meta.framework]: hooks.apply };
      }
      default:
        throw new Error(`crate-interface: there is no integration for ${meta.framework}`);
    }
  },
);

/** @param expanded what else to do about a module that had macros */
function transform(expanded?: (context: UnpluginBuildContext) => void) {
  return {
    // Rollup's, whatever the order of the plugins: another may strip the types.
    order: "pre" as const,
    filter: { id: SOURCE_FILE, code: MACRO_MODULE },
    handler(this: UnpluginBuildContext, code: string, id: string) {
      if (isBlock(id)) return null;
      const file = fileOf(id);
      const expansion = expand(code, file);
      if (!expansion) return null;
      if (expansion.diagnostics.length > 0) {
        const readSource = (path: string) => (path === file ? code : readFromDisk(path));
        throw new CrateInterfaceError(expansion.diagnostics, { readSource });
      }
      if (!expansion.map) return null;
      expanded?.(this);
      return { code: expansion.code, map: expansion.map };
    },
  };
}
