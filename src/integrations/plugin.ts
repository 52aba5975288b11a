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
import { fileOf, INSTALLED, isText, SOURCE_FILE } from "./module-id.ts";
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
    const name = "crate-interface";
    switch (meta.framework) {
      case "vite": {
        const { hooks, check } = viteHooks(options);
        return { name, enforce: "pre", transform: transform({ expanded: check }), vite: hooks };
      }
      case "rollup":
        return { name, enforce: "pre", transform: transform(), rollup: rollupHooks(options) };
      case "rolldown": {
        const rolldown = rollupHooks(options) as object;
        return { name, enforce: "pre", transform: transform(), rolldown };
      }
      case "webpack":
      case "rspack": {
        const { apply, depend } = webpackHooks(options);
        const hook = transform({ exclude: INSTALLED, expanded: depend });
        return { name, enforce: "pre", transform: hook, [meta.framework]: apply };
      }
      case "esbuild": {
        const hook = transform({ exclude: INSTALLED });
        return { name, enforce: "pre", transform: hook, esbuild: esbuildHooks(options) };
      }
      default:
        throw new Error(`crate-interface: there is no integration for ${meta.framework}`);
    }
  },
);

interface TransformOptions {
  /** Files to leave alone, for bundlers that would call JavaScript for each to look for macros. */
  exclude?: RegExp;
  /** What else to do about a module that had macros. */
  expanded?: (context: UnpluginBuildContext, file: string, code: string) => void;
}

function transform({ exclude, expanded }: TransformOptions = {}) {
  return {
    // Rollup's, whatever the order of the plugins: another may strip the types.
    order: "pre" as const,
    filter: { id: { include: SOURCE_FILE, exclude }, code: MACRO_MODULE },
    handler(this: UnpluginBuildContext, code: string, id: string) {
      if (isText(id)) return null;
      const file = fileOf(id);
      const expansion = expand(code, file);
      if (!expansion) return null;
      if (expansion.diagnostics.length > 0) {
        const readSource = (path: string) => (path === file ? code : readFromDisk(path));
        throw new CrateInterfaceError(expansion.diagnostics, { readSource });
      }
      if (!expansion.map) return null;
      expanded?.(this, file, code);
      return { code: expansion.code, map: expansion.map };
    },
  };
}
