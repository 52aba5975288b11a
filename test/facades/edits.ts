import {
  choose,
  type Folder,
  type PackageJson,
  publish,
  publishAgain,
  readJson,
} from "./registry.ts";
import type { Workspace } from "./resolution.ts";

/** A workspace, and how `crate-interface` is called in its app. Edits make another one. */
export interface State extends Workspace {
  command: string;
  /** What was deleted after everything had been installed, as commands. */
  deletions: readonly string[];
}

/** A field of package.json that lists packages. */
export type Field =
  | "dependencies"
  | "devDependencies"
  | "optionalDependencies"
  | "peerDependencies";

type Edit = (json: PackageJson) => PackageJson;

/** The `"crate-interface"` key. */
type Key = Record<string, unknown>;

/**
 * Changes the package.json of a package.
 *
 * @param name folder of what is developed here, name of what is installed
 */
export function edit(state: State, name: string, change: Edit): State {
  const json = (files: Folder["files"]): string => {
    const before = readJson(files.get("package.json") ?? "") ?? { name };
    return `${JSON.stringify(change(before), null, 2)}\n`;
  };
  return editFiles(state, name, (files) => new Map(files).set("package.json", json(files)));
}

/** Writes a file of a package. */
export function addFile(state: State, name: string, path: string, text: string): State {
  return editFiles(state, name, (files) => new Map(files).set(path, text));
}

function editFiles(
  state: State,
  name: string,
  change: (files: Folder["files"]) => Folder["files"],
): State {
  const member = state.members.get(name);
  if (member) {
    const changed = { files: change(member.files), links: member.links };
    return { ...state, members: new Map(state.members).set(name, changed) };
  }
  const registry = new Map(state.registry);
  for (const [id, item] of registry) {
    if (item.name !== name) continue;
    registry.set(id, publish(id, { files: change(item.files), links: item.links }));
  }
  return { ...state, registry };
}

/** Writes an implementation as a help has it into a file of a package. */
export function implement(state: State, name: string, statement: string, from: string): State {
  const [, imported] = /^impl_interface\((\w+)/.exec(statement)!;
  const text =
    'import { impl_interface } from "crate-interface/macro";\n' +
    `import { ${imported} } from "${from}";\n\n${statement};\n`;
  return addFile(state, name, "implementation.ts", text);
}

/** Writes members into the implementation that a package has of an interface. */
export function addMembers(state: State, name: string, path: string, members: string): State {
  const start = `impl_interface(${path}, {`;
  const extended = (text: string): string => text.replace(start, `${start} ${members},`);
  return editFiles(
    state,
    name,
    (files) => new Map([...files].map(([file, text]) => [file, extended(text)])),
  );
}

/** Lists a package; without a range, as `npm install <name>` does. */
export function depend(
  state: State,
  name: string,
  on: string,
  field: Field = "dependencies",
  range: string = rangeOf(state, on),
): State {
  return edit(state, name, (json) => ({ ...json, [field]: { ...json[field], [on]: range } }));
}

function rangeOf({ members, registry }: State, name: string): string {
  const names = [...members.values()].map(
    ({ files }) => readJson(files.get("package.json")!)?.name,
  );
  if (names.includes(name)) return "*";
  const newest = choose(registry, name, "*");
  if (!newest) throw new Error(`nobody has published ${name}`);
  return `^${newest.version}`;
}

/** Moves a dependency from one field to another. */
export function move(state: State, name: string, on: string, from: Field, to: Field): State {
  return edit(state, name, (json) => {
    const { [on]: range, ...others } = json[from] ?? {};
    return { ...json, [from]: others, [to]: { ...json[to], [on]: range } };
  });
}

/** No longer lists packages. */
export function remove(state: State, name: string, on: readonly string[]): State {
  return edit(state, name, (json) => {
    const others = Object.entries(json.dependencies ?? {}).filter(([each]) => !on.includes(each));
    return { ...json, dependencies: Object.fromEntries(others) };
  });
}

/** Changes what is under `"crate-interface"`. */
export function editKey(state: State, name: string, change: (key: Key) => Key): State {
  return edit(state, name, (json) => ({
    ...json,
    "crate-interface": change(json["crate-interface"] ?? {}),
  }));
}

/** Changes what the app selects for an interface; `undefined` is no selection. */
export function select(state: State, key: string, change: (before: unknown) => unknown): State {
  return editKey(state, "app", (before) => {
    const selected = (before.implementations ?? {}) as Key;
    return { ...before, implementations: { ...selected, [key]: change(selected[key]) } };
  });
}

/** Publishes a package again, with its symbol table. */
export function republish(state: State, name: string): State {
  const registry = new Map(state.registry);
  for (const [id, item] of registry) if (item.name === name) registry.set(id, publishAgain(item));
  return { ...state, registry };
}
