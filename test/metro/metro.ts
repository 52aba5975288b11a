import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import Metro from "metro";
import { type ConfigT, getDefaultConfig, type InputConfigT, mergeConfig } from "metro-config";
import { type PluginOptions, withCrateInterface } from "../../src/integrations/metro.ts";
import type { Tree } from "../tree.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** How a test builds; what it does not say is as in a project of React Native. */
export interface Build {
  platform?: string;
  dev?: boolean;
  options?: PluginOptions;
  /** What the user's own configuration says. */
  config?: InputConfigT;
  /** `false` for twins by hand. */
  linked?: false;
  minify?: boolean;
  entry?: string;
}

/** A bundle and what it is made of. */
export interface Bundle {
  code: string;
  /** Paths in the tree, in the order of the bundle, without Metro's own. */
  modules: string[];
  /** What running it prints. */
  printed: string[];
}

/** The configuration of `packages/app` in a workspace on disk. */
export async function configOf(
  tree: Tree,
  { options, config = {}, linked }: Build = {},
): Promise<ConfigT> {
  const merged = mergeConfig(
    await getDefaultConfig(tree.path("packages/app")),
    {
      projectRoot: tree.path("packages/app"),
      // As for any workspace. Metro's own runtime is what an app would have installed in it.
      watchFolders: [tree.dir, join(ROOT, "node_modules/metro-runtime")],
      resolver: { useWatchman: false },
      cacheStores: [],
      fileMapCacheDirectory: tree.path(".."),
      resetCache: true,
      maxWorkers: 1,
      reporter: { update() {} },
      transformer: {
        asyncRequireModulePath: require.resolve("metro-runtime/src/modules/asyncRequire"),
      },
    },
    config,
  );
  return linked === false ? merged : withCrateInterface(merged, options);
}

/** Builds `packages/app/src/main.ts` with `Metro.runBuild`, and runs the bundle. */
export async function bundle(tree: Tree, build: Build = {}): Promise<Bundle> {
  const { platform = "ios", dev = false, minify = false, entry = "src/main.ts" } = build;
  const modules = new Set<string>();
  const config = await configOf(tree, build);
  const { code } = await Metro.runBuild(
    mergeConfig(config, {
      serializer: {
        processModuleFilter({ path }) {
          if (path.startsWith(tree.dir)) modules.add(path.slice(tree.dir.length + 1));
          return true;
        },
      },
    }),
    { entry, platform, dev, minify },
  );
  return { code, modules: [...modules], printed: await run(code) };
}

/** Runs a bundle as a JavaScript engine does and gives what it prints. */
export async function run(code: string): Promise<string[]> {
  const printed: string[] = [];
  const log = (...words: unknown[]): unknown => printed.push(words.join(" "));
  const context: Record<string, unknown> = { console: { log, warn: log, error: log } };
  context.global = context;
  runInNewContext(code, context);
  // `import()` prints later.
  await new Promise(setImmediate);
  return printed;
}
