import { existsSync } from "node:fs";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { symbolsTaken } from "../../messages.ts";
import { parseJson } from "../json-text.ts";
import { isObject } from "../manifest/values.ts";
import type { Package } from "../package-graph.ts";
import { readText } from "../read-file.ts";
import { symbolsPath } from "./symbols-file.ts";

/**
 * CI3008 where the symbol table of a package would be written over something else; `null` where there
 * is nothing, or a table, be it a damaged one.
 */
export function symbolsTarget(item: Package): Diagnostic | null {
  const path = symbolsPath(item);
  if (path === null || !existsSync(path) || isTable(readText(path))) return null;
  return diagnose(symbolsTaken(item.manifest.symbols!), item.manifest.spans.symbols ?? null);
}

function isTable(text: ReturnType<typeof readText>): boolean {
  if (typeof text !== "string") return false;
  try {
    const json = parseJson(text);
    return isObject(json) && "format" in json && "files" in json;
  } catch {
    return text.trim() === "" || text.includes('"format"');
  }
}
