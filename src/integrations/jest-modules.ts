import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CrateInterfaceError } from "../diagnostics/error.ts";
import { overridableModules } from "../link/overridable.ts";
import type { ModuleFormat } from "../link/overridable-source.ts";
import { cacheFolder } from "../scan/cache.ts";
import { slash } from "../scan/paths.ts";
import { writeAtomically } from "../write-file.ts";
import { stackFor } from "./jest-stack.ts";
import type { LinkedImport } from "./linked-view.ts";

/** For those who `import` a generated module, and for those who `require` it. */
const FORMATS: Record<ModuleFormat, { extension: string; runtime: string }> = {
  module: { extension: "mjs", runtime: ownFile("../testing/overridable.js") },
  commonjs: { extension: "cjs", runtime: ownFile("../../commonjs/testing/overridable.js") },
};

/** What generated modules are written for. */
export interface TestedPackage {
  name: string;
  /** Its directory. */
  dir: string;
}

/**
 * Writes the modules that a specifier leads to.
 *
 * @returns the path of the one that is imported
 */
export function writeLinked(
  specifier: string,
  { linked, object, isAmbiguous }: LinkedImport,
  format: ModuleFormat,
  tested: TestedPackage,
): string {
  const { extension, runtime } = FORMATS[format];
  const modules = overridableModules(linked, {
    format,
    runtime,
    isAmbiguous,
    root: tested.name,
    locate: (file) => file,
    part: (index) => `./${index}.${extension}`,
  });
  const files = Object.fromEntries(
    modules.parts.map((code, index) => [`${index}.${extension}`, code]),
  );
  const name = `${object ? "object" : "link"}.${extension}`;
  return writeModules(
    specifier,
    { ...files, [name]: object ? modules.object : modules.link },
    name,
    tested,
  );
}

/** Writes a module that throws an error when it is evaluated. */
export function writeError(
  specifier: string,
  { name, code, message }: CrateInterfaceError,
  tested: TestedPackage,
): string {
  const fields = JSON.stringify({ name, code, stack: stackFor(message) });
  const text = `throw Object.assign(new Error(${JSON.stringify(message)}), ${fields});\n`;
  return writeModules(specifier, { "error.cjs": text }, "error.cjs", tested);
}

/**
 * Writes modules into a folder of their own in the project's cache. Its name tells what is in it:
 * processes that write at once write the same, and what Jest remembers of a file never goes stale.
 */
function writeModules(
  specifier: string,
  files: Record<string, string>,
  asked: string,
  { dir }: TestedPackage,
): string {
  // Where modules are found without a node_modules (Yarn's Plug'n'Play) it is a cache all the same.
  const cache = cacheFolder(dir) ?? `${dir}/node_modules/.cache/crate-interface`;
  const digest = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const folder = `${cache}/jest/${specifier.slice("crate-interface/".length)}@${digest}`;
  for (const [name, code] of Object.entries(files)) {
    if (!existsSync(`${folder}/${name}`)) writeAtomically(`${folder}/${name}`, code);
  }
  return `${folder}/${asked}`;
}

function ownFile(path: string): string {
  return slash(fileURLToPath(new URL(path, import.meta.url)));
}
