import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { byText } from "../by-text.ts";

/** The folders of this program by which a table is read from a file. */
const FOLDERS = ["expand", "messages", "scan"];

/**
 * Tells apart what may read the same file differently: versions of this program and of its parser,
 * and builds of one version, as whoever works on it or installs it from a branch has them.
 */
export function readerVersion(): string {
  version ??= computeVersion();
  return version;
}

/** That of the program as it was loaded. */
let version: string | undefined;

function computeVersion(): string {
  const hash = createHash("sha256").update(`${ownVersion()} ${parserVersion()}\n`);
  const own = fileURLToPath(new URL("../", import.meta.url));
  for (const file of FOLDERS.flatMap((folder) => codeBelow(own + folder))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file.slice(own.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** The files of a folder and of those in it, in order. */
function codeBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => byText(a.name, b.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return codeBelow(path);
      return /(?<!\.d)\.[jt]s$/.test(entry.name) ? path : [];
    });
}

/** The version of this program. */
export function ownVersion(): string {
  return versionIn(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
}

function parserVersion(): string {
  const file = createRequire(import.meta.url).resolve("oxc-parser/package.json");
  return versionIn(readFileSync(file, "utf8"));
}

function versionIn(packageJson: string): string {
  return (JSON.parse(packageJson) as { version: string }).version;
}
