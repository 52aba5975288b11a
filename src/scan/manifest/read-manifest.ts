import { posix } from "node:path";
import { distance } from "fastest-levenshtein";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import {
  manifestNotObject,
  manifestWrongType,
  symbolsLeavePackage,
  symbolsNoJson,
  unknownManifestKey,
  WRITE_SELECTIONS,
  WRITE_SYMBOLS,
} from "../../messages.ts";
import { checkFacadeKeys, readDefault, readFacade, readFacadeImpl } from "./facade.ts";
import { type Manifest, NO_MANIFEST, type Selection } from "./manifest.ts";
import { misspeltManifestKey } from "./misspelt.ts";
import { readSelections } from "./selections.ts";
import { MANIFEST_KEY, ManifestSource } from "./source.ts";
import { isName, isObject, staysInside } from "./values.ts";

const KNOWN = ["facade", "defaultFacadeImpl", "facadeImpl", "implementations", "symbols"];

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
  if (!Object.hasOwn(json, MANIFEST_KEY)) {
    // In an installed package it is for its author.
    if (!isInstalled(file)) diagnostics.push(...misspeltManifestKey(json, file, text));
    return NO_MANIFEST;
  }
  const manifest: Manifest = {
    ...NO_MANIFEST,
    present: true,
    facadeImpl: [],
    // Without a prototype `__proto__` and `constructor` are names like any other.
    implementations: Object.create(null) as Record<string, Selection>,
    selectionSpans: Object.create(null) as Record<string, Span>,
    spans: { facadeImpl: Object.create(null) as Record<string, Span> },
  };
  const source = new ManifestSource(file, text, diagnostics);
  const before = diagnostics.length;
  const key = json[MANIFEST_KEY];
  if (!isObject(key)) {
    source.report(manifestNotObject(`\`"${MANIFEST_KEY}"\``), [], "value");
    return manifest;
  }
  for (const name of Object.keys(key)) {
    const value = key[name];
    switch (name) {
      case "facade":
        readFacade(value, manifest, source);
        break;
      case "defaultFacadeImpl":
        readDefault(value, json.name, manifest, source);
        break;
      case "facadeImpl":
        readFacadeImpl(value, json.name, manifest, source);
        break;
      case "implementations":
        if (!isObject(value)) {
          source.report(manifestWrongType(name, "an object", WRITE_SELECTIONS), [name], "value");
        } else {
          const { implementations, selectionSpans } = manifest;
          readSelections(value, [name], implementations, selectionSpans, source);
        }
        break;
      case "symbols":
        readSymbolsPath(value, manifest, source);
        break;
      default:
        source.report(unknownManifestKey(name, nearest(name), list(KNOWN)), [name], "key");
    }
  }
  // Warnings make nothing wrong that could follow from them.
  const isRight = diagnostics.slice(before).every(({ severity }) => severity === "warning");
  checkFacadeKeys(manifest, isRight, source);
  return manifest;
}

function readSymbolsPath(value: unknown, to: Manifest, source: ManifestSource): void {
  const path = ["symbols"];
  const span = source.span(path, "value");
  if (span) to.spans.symbols = span;
  if (!isName(value))
    source.report(manifestWrongType("symbols", "a path", WRITE_SYMBOLS), path, "value");
  else if (!staysInside(value)) source.report(symbolsLeavePackage(value), path, "value");
  else if (!isOwnJson(value)) source.report(symbolsNoJson(value), path, "value");
  else to.symbols = value;
}

/** Whether a path may be that of a file which is written: code and package.json are not to be lost. */
function isOwnJson(path: string): boolean {
  return path.endsWith(".json") && posix.normalize(path.replaceAll("\\", "/")) !== "package.json";
}

function isInstalled(file: string): boolean {
  return file.includes("/node_modules/");
}

function nearest(name: string): string {
  const known = KNOWN.map((key) => ({ key, far: distance(key.toLowerCase(), name.toLowerCase()) }));
  const best = known.reduce((a, b) => (b.far < a.far ? b : a));
  return best.far <= Math.max(2, best.key.length / 3) ? best.key : "";
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
