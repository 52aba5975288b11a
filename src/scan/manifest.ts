import { posix } from "node:path";
import { distance } from "fastest-levenshtein";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { Message } from "../messages.ts";
import {
  facadeAndImplementation,
  manifestNotObject,
  manifestWrongType,
  pathLeavesPackage,
  unknownManifestKey,
} from "../messages.ts";
import { type JsonPath, locateJson } from "./json-text.ts";

/** The `"crate-interface"` key of a package.json (DESIGN 4.2), validated. */
export interface Manifest {
  /** Whether the key is there at all: an installed package takes part only then. */
  present: boolean;
  facade: boolean;
  defaultFacadeImpl: string | null;
  facadeImpl: string[];
  /** Interface (`Name`, `Ns/Name`, or `package#Name`) to a package, a `./path`, or those by condition. */
  implementations: Record<string, Selection>;
  /** Where those stand in package.json, by their path: `Name`, or `Name.browser` of a choice. */
  selectionSpans: Record<string, Span>;
  symbols: string | null;
}

/** One explicit selection: a package or `./path`, or a choice by condition in order. */
export type Selection = string | { [condition: string]: Selection };

/** The key of package.json that this project reads. */
export const MANIFEST_KEY: string = "crate-interface";

/** The manifest of a package that has none. Shared, because nearly all packages have none. */
export const NO_MANIFEST: Manifest = Object.freeze({
  present: false,
  facade: false,
  defaultFacadeImpl: null,
  facadeImpl: [],
  implementations: Object.freeze(Object.create(null)),
  selectionSpans: Object.freeze(Object.create(null)),
  symbols: null,
});

const KNOWN = ["facade", "defaultFacadeImpl", "facadeImpl", "implementations", "symbols"];

/** Deeper choices by condition are a mistake, and recursion stays shallow. */
const MAX_CONDITIONS = 16;

/**
 * Reads the `"crate-interface"` key of a parsed package.json. What is wrong with it is reported and
 * left out of the result; the rest counts.
 *
 * @param text the package.json as it is on disk, for positions
 */
export function readManifest(
  json: Record<string, unknown>,
  file: string,
  text: string,
  diagnostics: Diagnostic[],
): Manifest {
  if (!Object.hasOwn(json, MANIFEST_KEY)) return NO_MANIFEST;
  const manifest: Manifest = {
    ...NO_MANIFEST,
    present: true,
    facadeImpl: [],
    // Without a prototype `__proto__` and `constructor` are names like any other.
    implementations: Object.create(null) as Record<string, Selection>,
    selectionSpans: Object.create(null) as Record<string, Span>,
  };
  const report = (message: Message, path: JsonPath, part: "key" | "value"): void => {
    const place = locateJson(text, [MANIFEST_KEY, ...path]);
    const range = place?.[part] ?? place?.value;
    diagnostics.push(diagnose(message, range ? { file, ...range } : null));
  };
  const key = json[MANIFEST_KEY];
  if (!isObject(key)) {
    report(manifestNotObject(`\`"${MANIFEST_KEY}"\``), [], "value");
    return manifest;
  }
  for (const name of Object.keys(key)) {
    const value = key[name];
    switch (name) {
      case "facade":
        if (typeof value === "boolean") manifest.facade = value;
        else report(manifestWrongType(name, "`true` or `false`"), [name], "value");
        break;
      case "defaultFacadeImpl":
        if (!isName(value)) {
          report(manifestWrongType(name, "a package or a `./path`"), [name], "value");
        } else if (isPath(value) && !staysInside(value)) {
          report(pathLeavesPackage(name, value), [name], "value");
        } else manifest.defaultFacadeImpl = value;
        break;
      case "facadeImpl":
        if (isName(value)) manifest.facadeImpl = [value];
        else if (Array.isArray(value) && value.every(isName)) manifest.facadeImpl = [...value];
        else report(manifestWrongType(name, "a package or a list of packages"), [name], "value");
        break;
      case "implementations":
        if (!isObject(value)) report(manifestWrongType(name, "an object"), [name], "value");
        else {
          readSelections(value, [name], manifest.implementations, report, (path, choices) => {
            const place = locateJson(text, [MANIFEST_KEY, ...path]);
            if (!place?.key) return;
            const { start, end } = place.key;
            const span = { file, start, end: choices ? end : place.value.end };
            manifest.selectionSpans[path.slice(1).join(".")] = span;
          });
        }
        break;
      case "symbols":
        if (!isName(value)) report(manifestWrongType(name, "a path"), [name], "value");
        else if (!staysInside(value)) report(pathLeavesPackage(name, value), [name], "value");
        else manifest.symbols = value;
        break;
      default:
        report(unknownManifestKey(name, nearest(name), list(KNOWN)), [name], "key");
    }
  }
  if (manifest.facade && manifest.facadeImpl.length > 0) {
    report(facadeAndImplementation(), ["facadeImpl"], "key");
  }
  return manifest;
}

type Report = (message: Message, path: JsonPath, part: "key" | "value") => void;

/** Notes where a selection stands; of choices by condition, only their key. */
type Mark = (path: JsonPath, choices: boolean) => void;

/** Copies selections that are well formed; conditions keep their order, which decides. */
function readSelections(
  from: Record<string, unknown>,
  path: JsonPath,
  to: Record<string, Selection>,
  report: Report,
  mark: Mark,
): void {
  for (const name of Object.keys(from)) {
    const value = from[name];
    const here = [...path, name];
    if (isName(value)) {
      if (isPath(value) && !staysInside(value)) {
        report(pathLeavesPackage(here.join("."), value), here, "value");
      } else {
        to[name] = value;
        mark(here, false);
      }
    } else if (isObject(value) && here.length <= MAX_CONDITIONS) {
      const choices = Object.create(null) as Record<string, Selection>;
      readSelections(value, here, choices, report, mark);
      to[name] = choices;
      mark(here, true);
    } else {
      const expected = "a package, a `./path`, or an object of those by condition";
      report(manifestWrongType(here.join("."), expected), here, "value");
    }
  }
}

/** Whether a selection is a file of the package itself rather than a package. */
export function isPath(selection: string): boolean {
  return /^\.{1,2}(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(selection);
}

/**
 * Whether a path of a manifest or symbol table stays in the folder it is relative to, as written.
 * Symbolic links are for whoever opens the file to follow.
 */
export function staysInside(path: string): boolean {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("/") || /^[A-Za-z]:/.test(slashed) || slashed.includes("\0")) return false;
  const normal = posix.normalize(slashed);
  return normal !== ".." && !normal.startsWith("../");
}

/** Whether a parsed JSON value is an object rather than an array or `null`. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}

function nearest(name: string): string {
  const known = KNOWN.map((key) => ({ key, far: distance(key.toLowerCase(), name.toLowerCase()) }));
  const best = known.reduce((a, b) => (b.far < a.far ? b : a));
  return best.far <= Math.max(2, best.key.length / 3) ? best.key : "";
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
