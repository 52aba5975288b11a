import { readFileSync } from "node:fs";

/** The modules of the page, each before those that import it. */
const MODULES = ["viewport", "selection", "search", "navigation", "main"];

/**
 * The script of the page: the modules in `page/`, as TypeScript compiled them, one after the other.
 * They import only each other, and no two have a top-level name in common.
 */
export function pageScript(): string {
  return MODULES.map(readModule).join("\n");
}

function readModule(name: string): string {
  const code = readFileSync(new URL(`./page/${name}.js`, import.meta.url), "utf8");
  return code
    .replace(/^import .*\n/gm, "")
    .replace(/^export (?=function |const )/gm, "")
    .trim();
}
