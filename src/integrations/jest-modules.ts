import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { CrateInterfaceError } from "../diagnostics/error.ts";
import { linkCode, objectCode } from "../link/module.ts";
import { mangle } from "../naming.ts";
import { cacheFolder } from "../scan/cache.ts";
import { writeAtomically } from "../write-file.ts";
import { stackFor } from "./jest-stack.ts";
import type { LinkedImport } from "./linked-view.ts";

/** What a generated module is written as: for those who `require` it, or for those who `import` it. */
export type GeneratedFormat = "commonjs" | "module";

/** The code of what a specifier leads to. */
export function linkedCode({ linked, object }: LinkedImport, format: GeneratedFormat): string {
  if (format === "module") return (object ? objectCode : linkCode)(linked, (file) => file);
  const { namespace, name } = linked.definition.item;
  const files = [...new Set(linked.members.map(({ file }) => file))];
  const lines = ['Object.defineProperty(exports, "__esModule", { value: true });'];
  for (const [i, file] of files.entries())
    lines.push(`const m${i} = require(${JSON.stringify(file)});`);
  for (const member of linked.members) {
    const exported = object ? member.name : mangle(namespace, name, member.name);
    lines.push(
      `Object.defineProperty(exports, ${JSON.stringify(exported)}, { enumerable: true, get: () => m${files.indexOf(member.file)}.${member.symbol} });`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The code of a CommonJS module that throws an error when it is evaluated. */
export function errorCode({ name, message, code }: CrateInterfaceError): string {
  const fields = JSON.stringify({ name, code, stack: stackFor(message) });
  return `throw Object.assign(new Error(${JSON.stringify(message)}), ${fields});\n`;
}

/**
 * Writes a generated module into the project's cache. Its name tells what is in it: processes that
 * write at once write the same, and what Jest remembers of a file never goes stale.
 *
 * @param root directory of the package being tested
 * @returns its path
 */
export function writeGenerated(
  root: string,
  name: string,
  format: GeneratedFormat,
  code: string,
): string {
  // Where modules are found without a node_modules (Yarn's Plug'n'Play) it is a cache all the same.
  const folder = cacheFolder(root) ?? `${root}/node_modules/.cache/crate-interface`;
  const digest = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const path = name.slice("crate-interface/".length);
  const file = `${folder}/jest/${path}.${digest}.${format === "module" ? "mjs" : "cjs"}`;
  if (!existsSync(file)) writeAtomically(file, code);
  return file;
}
