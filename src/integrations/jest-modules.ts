import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { CrateInterfaceError } from "../diagnostics/error.ts";
import { overridableModules } from "../link/overridable.ts";
import type { ModuleFormat } from "../link/overridable-source.ts";
import { interfacePath } from "../naming.ts";
import { cacheFolder } from "../scan/cache-file.ts";
import { writeAtomically } from "../write-file.ts";
import { stackFor } from "./jest-stack.ts";
import type { LinkedImport } from "./linked-view.ts";
import { RUNTIME } from "./testing-module.ts";

/** For those who `import` a generated module, and for those who `require` it. */
const EXTENSION: Record<ModuleFormat, string> = { module: "mjs", commonjs: "cjs" };

/** What generated modules are written for. */
export interface TestedPackage {
  name: string;
  /** Its directory. */
  dir: string;
}

/**
 * Writes the modules that an interface is linked to, those for both of its specifiers: what they are
 * made of must not be there twice.
 *
 * @returns the path of the one that the specifier leads to
 */
export function writeLinked(
  { linked, object, definitions }: LinkedImport,
  format: ModuleFormat,
  tested: TestedPackage,
): string {
  const { namespace, name } = linked.definition.item;
  const fileOf = (module: string | number): string => `${module}.${EXTENSION[format]}`;
  const modules = overridableModules(linked, {
    format,
    runtime: RUNTIME[format],
    definitions,
    root: tested.name,
    locate: (file) => file,
    part: (index) => `./${fileOf(index)}`,
  });
  const folder = writeFolder(tested, interfacePath(namespace, name), {
    ...Object.fromEntries(modules.parts.map((code, index) => [fileOf(index), code])),
    [fileOf("link")]: modules.link,
    [fileOf("object")]: modules.object,
  });
  return `${folder}/${fileOf(object ? "object" : "link")}`;
}

/**
 * Writes a module that throws an error when it is evaluated.
 *
 * @returns its path
 */
export function writeError(
  { name, code, message }: CrateInterfaceError,
  tested: TestedPackage,
): string {
  const fields = JSON.stringify({ name, code, stack: stackFor(message) });
  const text = `throw Object.assign(new Error(${JSON.stringify(message)}), ${fields});\n`;
  return `${writeFolder(tested, "error", { "error.cjs": text })}/error.cjs`;
}

/**
 * Writes a module that does nothing.
 *
 * @returns its path
 */
export function writeNothing(tested: TestedPackage): string {
  return `${writeFolder(tested, "nothing", { "nothing.cjs": "" })}/nothing.cjs`;
}

/**
 * Writes files into a folder of their own in the project's cache. Its name tells what is in it:
 * processes that write at once write the same, and what Jest remembers of a file never goes stale.
 */
function writeFolder({ dir }: TestedPackage, name: string, files: Record<string, string>): string {
  // Where modules are found without a node_modules (Yarn's Plug'n'Play) it is a cache all the same.
  const cache = cacheFolder(dir) ?? `${dir}/node_modules/.cache/crate-interface`;
  const digest = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const folder = `${cache}/jest/${name}@${digest}`;
  for (const [file, code] of Object.entries(files)) {
    if (!existsSync(`${folder}/${file}`)) writeAtomically(`${folder}/${file}`, code);
  }
  return folder;
}
