import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { UsageError } from "./settings.ts";

/**
 * Imports a tool that is no dependency of ours.
 *
 * @param name its package
 * @param title what people call it
 * @param cwd where it is looked for first: a project's own
 * @throws UsageError when there is none
 */
export async function loadTool<Tool>(name: string, title: string, cwd: string): Promise<Tool> {
  for (const from of [`${cwd}/package.json`, import.meta.url]) {
    const path = resolveFrom(from, name);
    if (path === null) continue;
    const module = await import(pathToFileURL(path).href);
    return module.default ?? module;
  }
  throw new UsageError(`there is no ${title} here: npm install --save-dev ${name}`);
}

function resolveFrom(from: string, name: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}
