import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type * as Swc from "@swc/core";
import { displayPath } from "../diagnostics/display-path.ts";
import { MACRO_MODULE } from "../naming.ts";
import { cacheFolder } from "../scan/cache-file.ts";
import type { Expanded } from "./backends.ts";
import { loadTool } from "./load-tool.ts";
import { UsageError } from "./settings.ts";
import { readSwcReports } from "./swc-reports.ts";

/** How SWC's parser reads the files of an extension. */
const PARSERS: Record<string, Swc.ParserConfig | undefined> = {
  ".js": { syntax: "ecmascript", jsx: true, decorators: true },
  ".jsx": { syntax: "ecmascript", jsx: true, decorators: true },
  ".mjs": { syntax: "ecmascript", jsx: true, decorators: true },
  ".cjs": { syntax: "ecmascript", jsx: true, decorators: true },
  ".ts": { syntax: "typescript", decorators: true },
  ".mts": { syntax: "typescript", decorators: true },
  ".cts": { syntax: "typescript", decorators: true },
  ".tsx": { syntax: "typescript", decorators: true, tsx: true },
};

/**
 * Expands a file by SWC and its plugin. SWC always strips types and lowers decorators; JSX is left as it
 * is. No configuration is read.
 *
 * @param cwd where SWC is looked for first: a project's own
 * @throws UsageError for a file that SWC cannot read, and when there is no SWC
 */
export async function expandWithSwc(code: string, file: string, cwd: string): Promise<Expanded> {
  const parser = PARSERS[extname(file)];
  if (!parser)
    throw new UsageError(
      `SWC does not read \`${displayPath(file, cwd)}\`; leave out \`--backend swc\``,
    );
  const { transform, version } = await loadTool<typeof Swc>("@swc/core", "SWC", cwd);
  if (!code.includes(MACRO_MODULE)) return { code, diagnostics: [] };
  const plugin = createRequire(import.meta.url).resolve("crate-interface/swc");
  const options: Swc.Options = {
    filename: file,
    cwd,
    swcrc: false,
    configFile: false,
    jsc: {
      target: "esnext",
      externalHelpers: true,
      parser,
      transform: { react: { runtime: "preserve" } },
      experimental: { cacheRoot: cacheRoot(cwd), plugins: [[plugin, { core: version }]] },
    },
  };
  try {
    const result = await transform(code, options);
    return { code: result.code, diagnostics: [] };
  } catch (error) {
    const diagnostics = readSwcReports((error as Error).message, code, file);
    if (diagnostics) return { code, diagnostics };
    throw error;
  }
}

/** Where SWC keeps what it compiles the plugin to; by default in `.swc` of the working directory. */
function cacheRoot(cwd: string): string {
  return join(cacheFolder(cwd) ?? join(tmpdir(), "crate-interface"), "swc");
}
