import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";

/** The folders of this program by which a table is read from a file. */
const FOLDERS = ["expand", "messages", "scan"];

/**
 * Tells apart what may read the same file differently: versions of this program and of its parser,
 * and builds of one version, as whoever works on it or installs it from a branch has them.
 */
export function readerVersion(): string {
  const hash = createHash("sha256").update(`${ownVersion()} ${parserVersion()}\n`);
  for (const folder of FOLDERS) {
    const dir = new URL(`../${folder}/`, import.meta.url);
    for (const name of readdirSync(dir).sort()) {
      const { size, mtimeMs } = statSync(new URL(encodeURIComponent(name), dir));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
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
