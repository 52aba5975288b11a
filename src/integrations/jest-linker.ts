import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { byText } from "../by-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError, readFromDisk } from "../diagnostics/error.ts";
import { projectOfJest } from "../messages.ts";
import { MACRO_MODULE, parseSpecifier } from "../naming.ts";
import { readPackageJson } from "../scan/package-json.ts";
import { findRoot } from "../scan/package-reader.ts";
import { realPath, slash } from "../scan/paths.ts";
import { linkConditions } from "./jest-conditions.ts";
import { IMPLEMENTATION } from "./jest-dependencies.ts";
import { writeError, writeLinked, writeNothing } from "./jest-modules.ts";
import type { JestResolveRequest } from "./jest-resolver.ts";
import type { LinkedImport, LinkedView } from "./linked-view.ts";
import { SOURCE_FILE } from "./module-id.ts";
import type { ResolvedOptions } from "./options.ts";
import { Project } from "./project.ts";
import { RUNTIME } from "./testing-module.ts";

/**
 * Answers link specifiers for Jest: with the paths of generated files, since Jest loads nothing else.
 * Jest remembers answers for as long as no watched file changes.
 */
export class JestLinker {
  readonly #options: ResolvedOptions;
  /** By `rootDir`; a process may run tests of several projects. */
  readonly #projects = new Map<string, Project>();
  /** What {@link #projectOf} knows runs by. */
  readonly #runs = new WeakSet<object>();

  constructor(options: ResolvedOptions) {
    this.#options = options;
  }

  /** The file that a link or object specifier leads to; `null` for any other specifier. */
  resolve(specifier: string, request: JestResolveRequest): string | null {
    const { basedir, conditions = [] } = request;
    const project = this.#projectOf(request);
    const view = project.view("jest", {
      conditions: linkConditions(conditions),
      production: false,
      runtime: RUNTIME.module,
    });
    const folder = realPath(basedir) ?? slash(basedir);
    const found = linkedFrom(folder, specifier.replace(IMPLEMENTATION, ""), view);
    if (found === null) return null;
    if (specifier.endsWith(IMPLEMENTATION)) {
      return "linked" in found ? (found.linked.implementation?.file ?? null) : null;
    }
    const tested = { name: view.rootName, dir: project.graph.root };
    if (view.generalErrors.length > 0) {
      return writeError(new CrateInterfaceError(view.generalErrors), tested);
    }
    if ("linked" in found) {
      const format = conditions.includes("import") ? "module" : "commonjs";
      return writeLinked(found, format, tested);
    }
    // Jest swallows what a resolver throws. An ES module would fail before it throws, for it has no
    // such export; CommonJS is evaluated first.
    const error = new CrateInterfaceError(found.map((each) => asInJest(each, folder)));
    return writeError(error, tested);
  }

  /** The file that has the import of `withReadCheck` fail, or one that does nothing. */
  checkRead(name: string, request: JestResolveRequest): string {
    const { basedir } = request;
    const project = this.#projectOf(request);
    const tested = { name: project.root?.name ?? "", dir: project.graph.root };
    const found = project.unread(`${realPath(basedir) ?? slash(basedir)}/${name}`);
    return found.length > 0
      ? writeError(new CrateInterfaceError(found), tested)
      : writeNothing(tested);
  }

  /**
   * The project of a `rootDir`, up to date as of when the run of Jest began. A process that watches has
   * many runs, and Jest makes a resolver for each, which has a list of extensions of its own. (Older
   * versions have one for every request, so that nothing is ever out of date.)
   */
  #projectOf({ basedir, rootDir = basedir, extensions = [] }: JestResolveRequest): Project {
    const isNew = !this.#runs.has(extensions);
    this.#runs.add(extensions);
    const known = this.#projects.get(rootDir);
    if (known && isNew) known.refresh();
    const project = known ?? new Project(rootDir, this.#options);
    this.#projects.set(rootDir, project);
    return project;
  }
}

/**
 * What a specifier means to some file of a folder. Jest does not say which file imports it, and
 * remembers the answer for all of them. What is an error for one may be none for another: the file
 * that defines or implements an interface may mention members that nobody calls.
 */
function linkedFrom(
  folder: string,
  specifier: string,
  view: LinkedView,
): LinkedImport | readonly Diagnostic[] | null {
  const found = view.linked(specifier, `${folder}/_`);
  if (found === null || "linked" in found) return found;
  const answers = importersIn(folder, specifier).map((file) => view.linked(specifier, file));
  return answers.find((answer) => answer !== null && "linked" in answer) ?? answers[0] ?? found;
}

/** The files of a folder that may have the macros of which the specifier's imports come. */
function importersIn(folder: string, specifier: string): string[] {
  const name = parseSpecifier(specifier)!.interfaceName;
  return readdirSync(folder)
    .map((entry) => `${folder}/${entry}`)
    .filter((file) => {
      const text = SOURCE_FILE.test(file) ? readFromDisk(file) : null;
      return text?.includes(MACRO_MODULE) && text.includes(name);
    })
    .sort(byText);
}

/** Jest is told in another way than bundlers what it builds. */
function asInJest(diagnostic: Diagnostic, folder: string): Diagnostic {
  if (diagnostic.code !== "CI3009") return diagnostic;
  const dir = findRoot(folder);
  const path = posix.relative(slash(process.cwd()), dir) || ".";
  const [, ...others] = diagnostic.help;
  return { ...diagnostic, help: [projectOfJest(readPackageJson(dir, []).name, path), ...others] };
}
