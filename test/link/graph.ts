/**
 * Package graphs for tests, written as the sources they would be scanned from:
 *
 *     workspace({
 *       app: { dependencies: ["hello-if", "hello-impl"], files: { "main.ts": [call("HelloIf.hello")] } },
 *       "hello-if": { files: { "index.ts": [define("HelloIf", ["hello"])] } },
 *       "hello-impl": { dependencies: ["hello-if"], files: { "index.ts": [implement("HelloIf", ["hello"])] } },
 *     })
 *
 * Every package lives in `/ws/<folder>`, the first is the root.
 */
import type { Diagnostic, Span } from "../../src/diagnostics/diagnostic.ts";
import { link } from "../../src/link/link.ts";
import type { Linkage, LinkedInterface, LinkOptions } from "../../src/link/linkage.ts";
import { type Manifest, NO_MANIFEST } from "../../src/scan/manifest/manifest.ts";
import type { Dependency, DependencyKind, PackageGraph } from "../../src/scan/package-graph.ts";
import type { Body, FileTable, SuppliedMember } from "../../src/scan/symbol-table.ts";

/**
 * What a package of the workspace is made of. Dependencies are `folder`, `alias:folder`,
 * `folder@^1.0.0` with a range, or `folder!` where it is not installed.
 */
export interface PackageSpec {
  /** The folder by default. */
  name?: string;
  /** `1.0.0` by default. */
  version?: string;
  /** Installed, not part of the workspace. */
  installed?: boolean;
  manifest?: Partial<Manifest>;
  dependencies?: string[];
  devDependencies?: string[];
  optionalDependencies?: string[];
  peerDependencies?: string[];
  files?: Record<string, Statement[]>;
}

/** Adds itself to a file's table; the position is where the file's text ends so far. */
export type Statement = (file: TextFile) => void;

class TextFile {
  text = "";
  table: FileTable;

  constructor(file: string) {
    this.table = {
      file,
      definitions: [],
      implementations: [],
      calls: [],
      diagnostics: [],
      incomplete: false,
      dependencies: [],
    };
  }

  /** Writes a word and returns where it stands. */
  write(word: string): Span {
    const start = this.text.length;
    this.text += `${word} `;
    return { file: this.table.file, start, end: start + word.length };
  }
}

/** `define("Mall/HelloIf", ["hello", "greet?"], { defaults: ["greet"] })`; `null` hides the members. */
export function define(
  path: string,
  members: string[] | null,
  { defaults = [] }: { defaults?: string[] } = {},
): Statement {
  return (file) => {
    const { name, namespace } = parsePath(path);
    const span = file.write(name);
    file.table.definitions.push({
      name,
      namespace,
      members:
        members?.map((member) => ({
          name: member.replace("?", ""),
          optional: member.endsWith("?"),
          span: file.write(member),
        })) ?? null,
      defaults: defaults.map((member) => supply(file, member)),
      span,
    });
  };
}

/** `implement("Mall/HelloIf", ["hello"], { from: "hello-if", conditions: ["node"] })` */
export function implement(
  path: string,
  members: string[],
  { from = "hello-if", conditions = [] }: { from?: string; conditions?: string[] } = {},
): Statement {
  return (file) => {
    const span = file.write(path);
    file.table.implementations.push({
      interface: { ...parsePath(path), source: from },
      members: members.map((member) => supply(file, member)),
      conditions,
      span,
    });
  };
}

/** `call("Mall/HelloIf.hello")`; without a member, the interface as one object. */
export function call(
  what: string,
  { from = "hello-if", within }: { from?: string | null; within?: Body } = {},
): Statement {
  return (file) => {
    const [path, member = null] = what.split(".");
    file.table.calls.push({
      interface: { ...parsePath(path), source: from },
      member,
      span: file.write(what),
      ...(within && { within }),
    });
  };
}

/** `this.member` in a default of the definition in this file. */
export function inDefault(what: string, member: string): Statement {
  return call(what, { from: null, within: { of: "definition", member } });
}

/** `this.member` in a member of the implementation in this file. */
export function inImplementation(what: string, member: string): Statement {
  return call(what, { within: { of: "implementation", member } });
}

function supply(file: TextFile, name: string): SuppliedMember {
  return { name, kind: "function", span: file.write(name) };
}

function parsePath(path: string): { name: string; namespace: string | null } {
  const [name, namespace = null] = path.split("/").reverse();
  return { name, namespace };
}

/** A graph, its files' texts, and what linking it gives as texts that a test can compare. */
export interface Workspace {
  graph: PackageGraph;
  link(options?: Partial<LinkOptions>): Linked;
  show(diagnostic: Diagnostic): Shown;
}

export interface Linked {
  linkage: Linkage;
  /** Every diagnostic as text. */
  problems: Shown[];
  /** The only interface of that name. */
  interface(name: string): LinkedInterface;
  /** `hello-impl/index.ts`, `defaults`, or `nothing`. */
  target(name: string): string;
}

/** A diagnostic with its places as `app/main.ts HelloIf.hello: called here`. */
export interface Shown {
  code: string;
  severity: "error" | "warning";
  headline: string;
  labels: string[];
  chains: string[];
  notes: string[];
  help: string[];
}

const FOLDER = "/ws/";

export function workspace(specs: Record<string, PackageSpec>): Workspace {
  const texts = new Map<string, string>();
  const graph: PackageGraph = {
    root: FOLDER + Object.keys(specs)[0],
    packages: new Map(),
    diagnostics: [],
  };
  for (const [folder, spec] of Object.entries(specs)) {
    const dir = FOLDER + folder;
    const files = Object.entries(spec.files ?? {}).map(([name, statements]) => {
      const file = new TextFile(`${dir}/${name}`);
      for (const statement of statements) statement(file);
      texts.set(file.table.file, file.text);
      return file.table;
    });
    const packageJson = new TextFile(`${dir}/package.json`);
    graph.packages.set(dir, {
      dir,
      name: spec.name ?? folder,
      version: spec.version ?? "1.0.0",
      source: !spec.installed,
      manifest: manifestOf(spec, packageJson),
      dependencies: dependenciesOf(spec, packageJson),
      files,
    });
    texts.set(packageJson.table.file, packageJson.text);
  }
  return {
    graph,
    link: (options) => linked(graph, texts, options),
    show: (diagnostic) => show(diagnostic, texts),
  };
}

function linked(
  graph: PackageGraph,
  texts: Map<string, string>,
  options: Partial<LinkOptions> = {},
): Linked {
  const linkage = link(graph, { conditions: [], production: false, ...options });
  function only(name: string): LinkedInterface {
    const named = linkage.interfaces.filter(({ definition }) => definition.item.name === name);
    if (named.length !== 1) throw new Error(`${named.length} interfaces are named ${name}`);
    return named[0];
  }
  return {
    linkage,
    problems: linkage.diagnostics.map((diagnostic) => show(diagnostic, texts)),
    interface: only,
    target(name) {
      const { rule, implementation } = only(name);
      if (rule === "none") return "nothing";
      return implementation?.file.slice(FOLDER.length) ?? "defaults";
    },
  };
}

function show(diagnostic: Diagnostic, texts: Map<string, string>): Shown {
  const { code, severity, headline, labels, chains, notes, help } = diagnostic;
  return {
    code,
    severity,
    headline,
    labels: labels.map(({ span: { file, start, end }, text }) => {
      const word = texts.get(file)!.slice(start, end);
      return `${file.slice(FOLDER.length)} ${word}: ${text}`;
    }),
    chains: chains.map((chain) => chain.join(" → ")),
    notes,
    help,
  };
}

/** Its places are the names themselves. */
function manifestOf({ manifest = {} }: PackageSpec, text: TextFile): Manifest {
  const { facade, defaultFacadeImpl, facadeImpl = [] } = manifest;
  return {
    ...NO_MANIFEST,
    spans: {
      ...(facade && { facade: text.write("facade") }),
      ...(defaultFacadeImpl && { defaultFacadeImpl: text.write(defaultFacadeImpl) }),
      facadeImpl: Object.fromEntries(facadeImpl.map((name) => [name, text.write(name)])),
    },
    ...manifest,
  };
}

function dependenciesOf(spec: PackageSpec, text: TextFile): Dependency[] {
  const kinds = [
    "dependencies",
    "devDependencies",
    "optionalDependencies",
    "peerDependencies",
  ] as const satisfies DependencyKind[];
  return kinds
    .flatMap((kind) =>
      (spec[kind] ?? []).map((written): Dependency => {
        const [, alias, folder, absent, range = "*"] =
          /^(?:([^:@]+):)?([^@!:]+)(!)?(?:@(.+))?$/.exec(written) ?? [];
        const name = alias ?? folder;
        return { name, kind, range, dir: absent ? null : FOLDER + folder, span: text.write(name) };
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
