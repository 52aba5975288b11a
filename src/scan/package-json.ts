import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { manifestNotJson, manifestNotObject, manifestUnreadable } from "../messages.ts";
import { checkDependencyFields } from "./dependency-fields.ts";
import { findJsonError, parseJson } from "./json-text.ts";
import { type Manifest, NO_MANIFEST } from "./manifest/manifest.ts";
import { readManifest } from "./manifest/read-manifest.ts";
import { isObject } from "./manifest/values.ts";
import type { DependencyKind } from "./package-graph.ts";
import { MAX_MANIFEST_BYTES, readText } from "./read-file.ts";

/** What the scan needs of a package.json. */
export interface PackageJson {
  name: string;
  version: string;
  /** Whether it is never published. */
  private: boolean;
  manifest: Manifest;
  /** Name and range by field; entries that are not texts are left out. */
  dependencies: Record<DependencyKind, [name: string, range: string][]>;
}

/**
 * Reads `<dir>/package.json`. One that cannot be read, is no JSON or no object is reported and
 * counts as empty.
 *
 * @param source whether somebody develops it here, so that its dependencies are looked at, too
 */
export function readPackageJson(
  dir: string,
  diagnostics: Diagnostic[],
  source: boolean = false,
): PackageJson {
  const file = `${dir}/package.json`;
  const text = readText(file, MAX_MANIFEST_BYTES);
  if (typeof text !== "string") {
    diagnostics.push(diagnose(manifestUnreadable(text.reason), { file, start: 0, end: 0 }));
    return NO_PACKAGE_JSON;
  }
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    const error = findJsonError(text) ?? { start: 0, end: 0, problem: "" };
    const span = { file, start: error.start, end: error.end };
    diagnostics.push(diagnose(manifestNotJson(error.problem), span));
    return NO_PACKAGE_JSON;
  }
  if (!isObject(json)) {
    const span = { file, start: 0, end: text.length };
    diagnostics.push(diagnose(manifestNotObject("a `package.json`"), span));
    return NO_PACKAGE_JSON;
  }
  if (source) checkDependencyFields(json, file, text, diagnostics);
  return packageJson(json, readManifest(json, file, text, diagnostics));
}

function packageJson(json: Record<string, unknown>, manifest: Manifest): PackageJson {
  return {
    name: wordOf(json.name),
    version: wordOf(json.version),
    private: json.private === true,
    manifest,
    dependencies: {
      dependencies: ranges(json.dependencies),
      devDependencies: ranges(json.devDependencies),
      optionalDependencies: ranges(json.optionalDependencies),
      peerDependencies: ranges(json.peerDependencies),
    },
  };
}

/**
 * A name or version. Messages are full of them, and people do what a help says: a sentence that calls
 * itself a name is none.
 */
function wordOf(value: unknown): string {
  return typeof value === "string" && /^[^\s`"'\\\p{Cc}]*$/u.test(value) ? value : "";
}

function ranges(field: unknown): [string, string][] {
  if (!isObject(field)) return [];
  return Object.entries(field).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
}

/** What a folder without a package.json counts as. */
export const NO_PACKAGE_JSON: PackageJson = packageJson({}, NO_MANIFEST);
