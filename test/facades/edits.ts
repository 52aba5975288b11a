import type { Workspace } from "./layouts.ts";
import { choose, type Folder, type PackageJson, publishAgain, readJson } from "./registry.ts";

/** A workspace, and how `crate-interface` is called in its app. Edits make another one. */
export interface State extends Workspace {
  command: string;
}

type Edit = (json: PackageJson) => PackageJson;

/** Changes the package.json of the app. */
export function editApp(state: State, edit: Edit): State {
  const { files } = state.members.get("app")!;
  return addFile(state, "package.json", `${JSON.stringify(edit(manifest(files)), null, 2)}\n`);
}

/** Writes a file of the app. */
export function addFile(state: State, path: string, text: string): State {
  const { files, links } = state.members.get("app")!;
  const app = { files: new Map(files).set(path, text), links };
  return { ...state, members: new Map(state.members).set("app", app) };
}

/** Writes an implementation as a help has it into a file of the app. */
export function implement(state: State, statement: string, from: string): State {
  const [, name] = /^impl_interface\((\w+)/.exec(statement)!;
  return addFile(
    state,
    "implementation.ts",
    'import { impl_interface } from "crate-interface/macro";\n' +
      `import { ${name} } from "${from}";\n\n${statement};\n`,
  );
}

/** Adds a dependency to the app; without a range, as `npm install <name>` does. */
export function depend(state: State, name: string, range = rangeOf(state, name)): State {
  return editApp(state, (json) => ({
    ...json,
    dependencies: { ...json.dependencies, [name]: range },
  }));
}

function rangeOf({ members, registry }: State, name: string): string {
  const names = [...members.values()].map(({ files }) => manifest(files).name);
  if (names.includes(name)) return "*";
  const newest = choose(registry, name, "*");
  if (!newest) throw new Error(`nobody has published ${name}`);
  return `^${newest.version}`;
}

/** Moves a dependency of the app to those that are not only for development, or for its users. */
export function move(
  state: State,
  name: string,
  from: "devDependencies" | "peerDependencies",
): State {
  return editApp(state, (json) => {
    const { [name]: range, ...others } = json[from] ?? {};
    return { ...json, [from]: others, dependencies: { ...json.dependencies, [name]: range } };
  });
}

/** Changes what the app selects under a key of `implementations`; `undefined` is no selection. */
export function select(state: State, key: string, change: (before: unknown) => unknown): State {
  return editApp(state, (json) => {
    const before = (json["crate-interface"]?.implementations ?? {}) as Record<string, unknown>;
    const implementations = { ...before, [key]: change(before[key]) };
    return { ...json, "crate-interface": { ...json["crate-interface"], implementations } };
  });
}

/** Renames a key of `"crate-interface"` in the app or an installed package, or takes it away. */
export function renameKey(state: State, name: string, from: string, to: string | null): State {
  const edit: Edit = (json) => {
    const keys = Object.entries(json["crate-interface"] ?? {}).flatMap(([key, value]) =>
      key === from ? (to === null ? [] : [[to, value]]) : [[key, value]],
    );
    return { ...json, "crate-interface": Object.fromEntries(keys) };
  };
  return name === "app" ? editApp(state, edit) : editInstalled(state, name, edit);
}

function editInstalled(state: State, name: string, edit: Edit): State {
  const registry = new Map(state.registry);
  for (const [id, item] of registry) {
    if (item.name !== name) continue;
    const json = edit(item.json);
    const files = new Map(item.files).set("package.json", `${JSON.stringify(json, null, 2)}\n`);
    registry.set(id, { ...item, json, files });
  }
  return { ...state, registry };
}

/** Publishes a package again, with its symbol table. */
export function republish(state: State, name: string): State {
  const registry = new Map(state.registry);
  for (const [id, item] of registry) if (item.name === name) registry.set(id, publishAgain(item));
  return { ...state, registry };
}

function manifest(files: Folder["files"]): PackageJson {
  return readJson(files.get("package.json") ?? "") ?? { name: "" };
}
