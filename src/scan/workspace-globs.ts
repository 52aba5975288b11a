import { parseJson } from "./json-text.ts";
import { isObject } from "./manifest/values.ts";
import { readText } from "./read-file.ts";

/**
 * The globs by which a folder names the packages of a workspace: `packages` of its
 * pnpm-workspace.yaml, or else `workspaces` of its package.json. `null` where it names none.
 */
export function workspaceGlobs(folder: string): string[] | null {
  return pnpmGlobs(`${folder}/pnpm-workspace.yaml`) ?? manifestGlobs(`${folder}/package.json`);
}

/** A list, or what Yarn 1 called `nohoist` beside: `{ "packages": [...] }`. */
function manifestGlobs(file: string): string[] | null {
  const text = readText(file);
  if (typeof text !== "string") return null;
  try {
    const json = parseJson(text);
    const field = isObject(json) ? json.workspaces : null;
    const list = isObject(field) ? field.packages : field;
    return Array.isArray(list) ? list.filter((glob) => typeof glob === "string") : null;
  } catch {
    return null;
  }
}

function pnpmGlobs(file: string): string[] | null {
  const text = readText(file);
  return typeof text === "string" ? readPackagesList(text) : null;
}

/**
 * The `packages` list of a pnpm-workspace.yaml, as people and pnpm write it: one plain or quoted
 * text per line, or `[a, "b"]` on one line. Of YAML this is very little; what it does not
 * understand only costs a hint in an error message, which is no reason for a parser of all of YAML.
 *
 * @returns `null` when there is no such list
 */
export function readPackagesList(yaml: string): string[] | null {
  const lines = yaml.replace(/^\uFEFF/, "").split(/\r?\n/);
  const start = lines.findIndex((line) => /^packages[ \t]*:/.test(line));
  if (start < 0) return null;
  const inline = /^[^:]*:[ \t]*\[(.*)\][ \t]*(?:#.*)?$/.exec(lines[start]);
  if (inline) return (inline[1].match(/"[^"]*"|'[^']*'|[^\s,"'][^,]*/g) ?? []).map(scalar);
  const globs: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (item) globs.push(scalar(item[1]));
    // Blank lines and comments are part of the list; the next key is not.
    else if (!/^[ \t]*(?:#.*)?$/.test(line)) break;
  }
  return globs.length > 0 ? globs : null;
}

/** A text without its quotes, or without the comment behind it. */
function scalar(text: string): string {
  const quoted = /^[ \t]*(?:"([^"]*)"|'([^']*)')/.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? text.replace(/[ \t]+#.*$/, "").trim();
}
