import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { nearMisses } from "../link/report/near.ts";
import type { Selection } from "../scan/manifest/manifest.ts";
import { isObject } from "../scan/manifest/values.ts";
import { findRoot } from "../scan/package-reader.ts";

/** Options of the plugin, the same in every bundler. None is needed for the common case. */
export interface PluginOptions {
  /**
   * Directory of the package being built, the root of the link; a relative path starts at the
   * working directory. Default: the directory of the nearest package.json at or above the
   * bundler's own root.
   */
  root?: string;
  /** Globs of files to scan although they would be left out, such as `"test/**"`. */
  include?: string | string[];
  /** Globs of files not to scan. */
  exclude?: string | string[];
  /** Conditions that are active besides those the bundler has. */
  conditions?: string[];
  /** Whether the root's devDependencies are left out. Default: whether the bundler builds for production. */
  production?: boolean;
  /** Explicit selections, before those of the root's package.json. */
  implementations?: Record<string, Selection>;
  /**
   * Interfaces whose implementation is loaded while the program runs. Not there yet: every interface
   * is linked when the program is built, and a list that names any is refused.
   */
  dynamic?: string[];
}

/** {@link PluginOptions} with lists in place of what may be left out. */
export interface ResolvedOptions {
  /** Absolute, or `null` for the default. */
  root: string | null;
  include: string[];
  exclude: string[];
  conditions: string[];
  /** `null` for the default. */
  production: boolean | null;
  implementations: Record<string, Selection>;
}

/**
 * Checks the options that a user wrote and fills in the defaults.
 *
 * @throws TypeError naming the option that is unknown, has the wrong type, or leads nowhere
 */
export function resolveOptions(options: PluginOptions = {}): ResolvedOptions {
  if (!isObject(options)) throw wrong("the options", "an object", options);
  for (const key of Object.keys(options)) {
    if (!KNOWN.includes(key) && key !== "dynamic") {
      const near = nearMisses(key, KNOWN);
      throw new TypeError(
        `crate-interface: unknown option \`${key}\`; ${near.length > 0 ? `did you mean ${quoted(near, " or ")}?` : `the options are ${quoted(KNOWN, ", ")}`}`,
      );
    }
  }
  const { root, production } = options;
  const implementations: unknown = options.implementations ?? {};
  if (root !== undefined && typeof root !== "string") throw wrong("`root`", "a string", root);
  if (production !== undefined && typeof production !== "boolean") {
    throw wrong("`production`", "true or false", production);
  }
  checkSelections("implementations", implementations);
  // Linked like all others, they would not do what was asked for.
  if (strings("dynamic", options.dynamic).length > 0) {
    throw new TypeError("crate-interface: `dynamic` is not supported yet; leave it out");
  }
  return {
    root: root === undefined ? null : packageDirectory(root),
    include: patterns("include", options.include),
    exclude: patterns("exclude", options.exclude),
    conditions: strings("conditions", options.conditions),
    production: production ?? null,
    implementations,
  };
}

const KNOWN = ["root", "include", "exclude", "conditions", "production", "implementations"];

/** The directory that `root` names, absolute: one with a package.json, or inside a package. */
function packageDirectory(root: string): string {
  const dir = resolve(root);
  const wrongBecause = (reason: string): TypeError =>
    new TypeError(`crate-interface: \`root\` is ${JSON.stringify(root)}, but ${reason}`);
  if (!existsSync(dir)) throw wrongBecause(`there is no ${dir}`);
  if (!existsSync(`${findRoot(dir)}/package.json`)) {
    throw wrongBecause(`there is no package.json at or above ${dir}`);
  }
  return dir;
}

/** One pattern is a list of one. */
function patterns(name: string, value: unknown): string[] {
  return strings(name, typeof value === "string" ? [value] : value);
}

function strings(name: string, value: unknown = []): string[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string" || item === "")) {
    throw wrong(`\`${name}\``, "a list of strings", value);
  }
  return value;
}

function checkSelections(name: string, value: unknown): asserts value is Record<string, Selection> {
  if (!isObject(value)) throw wrong(`\`${name}\``, "an object", value);
  for (const [key, selection] of Object.entries(value)) {
    const path = `${name}[${JSON.stringify(key)}]`;
    if (isObject(selection)) checkSelections(path, selection);
    else if (typeof selection !== "string" || selection === "") {
      throw wrong(
        `\`${path}\``,
        "a package name, a `./path`, or an object of those by condition",
        selection,
      );
    }
  }
}

/** What is thrown for a value of the wrong type; `name` has backticks where it is one. */
export function wrong(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(
    `crate-interface: ${name} must be ${expected}, but it is ${JSON.stringify(value) ?? String(value)}`,
  );
}

function quoted(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}
