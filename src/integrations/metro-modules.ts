import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { posix } from "node:path";
import { readFromDisk } from "../diagnostics/error.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { linkCode, objectCode } from "../link/module.ts";
import type { PossibleModule } from "../link/possible-modules.ts";
import { linkSpecifier, objectSpecifier } from "../naming.ts";
import { writeAtomically } from "../write-file.ts";

/** Generated modules as files, which Metro needs them to be before it begins to build. */
export class MetroModules {
  /** Absolute, with forward slashes. */
  readonly dir: string;

  /**
   * @param projectRoot Metro crawls everything below it, `node_modules` and folders that begin with a
   *   dot among it
   */
  constructor(projectRoot: string) {
    this.dir = `${projectRoot}/node_modules/.cache/crate-interface/metro`;
  }

  /** The path of a module, whether it is written or not. */
  pathOf(linked: LinkedInterface, object: boolean): string {
    const { namespace, name } = linked.definition.item;
    const specifier = (object ? objectSpecifier : linkSpecifier)(namespace, name);
    // Calls only add stubs, see `linkCode`, and every module has those of all builds.
    const code = this.#codeOf({ ...linked, calls: [] }, object);
    const digest = createHash("sha256").update(code).digest("hex").slice(0, 16);
    return `${this.dir}/${specifier.split("/").slice(1).join("-")}-${digest}.js`;
  }

  /** Writes modules, the first of those with the same path, and removes all others. */
  write(modules: Iterable<PossibleModule>): void {
    const codes = new Map<string, string>();
    for (const { linked, object } of modules) {
      const path = this.pathOf(linked, object);
      if (!codes.has(path)) codes.set(path, this.#codeOf(linked, object));
    }
    for (const [path, code] of codes) {
      // What is right already is left alone: another Metro may be watching it.
      if (readFromDisk(path) !== code) this.#write(path, code);
    }
    for (const path of this.#written()) if (!codes.has(path)) rmSync(path, { force: true });
  }

  /**
   * Has a watching Metro ask again where every import leads. That is what it does for a package.json
   * that changes (`DeltaCalculator`): the only such change that is ours to make.
   */
  wake(): void {
    const manifest = { private: true, relinked: Date.now() };
    this.#write(`${this.dir}/package.json`, `${JSON.stringify(manifest)}\n`);
  }

  #write(path: string, text: string): void {
    try {
      writeAtomically(path, text);
    } catch {
      // A read-only disk: an import that leads here says so.
    }
  }

  #codeOf(linked: LinkedInterface, object: boolean): string {
    return (object ? objectCode : linkCode)(linked, (file) => posix.relative(this.dir, file));
  }

  #written(): string[] {
    try {
      const names = readdirSync(this.dir).filter((name) => name.endsWith(".js"));
      return names.map((name) => `${this.dir}/${name}`);
    } catch {
      return [];
    }
  }
}
