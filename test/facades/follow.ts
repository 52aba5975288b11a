/**
 * Does what a `help:` says, word by word, as somebody would who knows nothing but what is on the
 * screen. What cannot be followed here is a help that asks for judgement: then the folder of the case
 * has a folder with the files as somebody has left them who followed it.
 */
import {
  addMembers,
  depend,
  editKey,
  type Field,
  implement,
  move,
  remove,
  republish,
  type State,
  select,
} from "./edits.ts";

/** One way to follow a help. */
export interface Followed {
  /** What was chosen where the help leaves a choice; else empty. */
  choice: string;
  state: State;
}

/**
 * What a wording means.
 *
 * @param groups what the wording leaves open
 * @param said the whole of the error that says it
 * @returns the state after it was done, or those after each choice
 */
type Meaning = (state: State, groups: string[], said: string) => State | Record<string, State>;

/** Every wording that can be followed without judgement. `NAME` is a name in backticks. */
const WORDINGS: [wording: string, meaning: Meaning][] = [
  [
    "add (?:one of )?((?:`[^` ]+`(?:, )?)+) to the FIELD of (.+)/package.json",
    (state, [names, field, name]) =>
      byChoice(quoted(names), (on) => depend(state, name, on, field as Field)),
  ],
  [
    'add `"(.+)": "(.+)"` to the FIELD of (.+)/package.json',
    (state, [on, range, field, name]) => depend(state, name, on, field as Field, range),
  ],
  [
    "move NAME from the FIELD to the FIELD of (.+)/package.json",
    (state, [on, from, to, name]) => move(state, name, on, from as Field, to as Field),
  ],
  [
    "in NAME, move NAME from the FIELD to the FIELD",
    (state, [name, on, from, to]) => move(state, name, on, from as Field, to as Field),
  ],
  [
    "remove NAME or NAME from the dependencies of (.+)/package.json",
    (state, [one, other, name]) => byChoice([one, other], (on) => remove(state, name, [on])),
  ],
  [
    "remove all but one of (.+) from the dependencies of (.+)/package.json",
    (state, [names, name]) =>
      byChoice(quoted(names), (kept) =>
        remove(
          state,
          name,
          quoted(names).filter((each) => each !== kept),
        ),
      ),
  ],
  ["install the dependencies of app/package.json", (state) => ({ ...state, deletions: [] })],
  [
    "implement it in `app` or in one of its dependencies: `(.+)`",
    (state, [statement], said) => implement(state, "app", statement, whereDefined(said)),
  ],
  [
    'add `"(.+)": "(.+)"` to the dependencies of app/package.json, and implement it in `app`: `(.+)`',
    (state, [on, range, statement]) =>
      implement(depend(state, "app", on, "dependencies", range), "app", statement, on),
  ],
  [
    "in NAME, add `(impl_interface.+)`",
    (state, [name, statement], said) => implement(state, name, statement, whereDefined(said)),
  ],
  [
    "in NAME, add `(.+)` to what implements NAME, or, if that is a class, `.+`",
    (state, [name, members, path]) => addMembers(state, name, path, members),
  ],
  [
    'choose one with `"implementations": { "(.+)": "(.+)" }` under `"crate-interface"` in app/package.json(?:; the others: (.+))?',
    (state, [key, first, others = ""]) =>
      byChoice([first, ...quoted(others)], (selected) => select(state, key, () => selected)),
  ],
  [
    'add `"default": "(.+)"` to what is selected for NAME',
    (state, [selected, key]) =>
      select(state, key, (before) => ({ ...(before as object), default: selected })),
  ],
  ["remove NAME from `implementations`", (state, [key]) => select(state, key, () => undefined)],
  [
    "rename NAME to NAME",
    (state, [from, to], said) =>
      editKey(state, packageOf(said), ({ [from]: value, ...others }) => ({
        ...others,
        [to]: value,
      })),
  ],
  [
    'remove NAME(?: from `"crate-interface"`)?',
    (state, [key], said) => without(state, packageOf(said), key),
  ],
  [
    "if it (implements|defines) .+, remove NAME",
    (state, [what, key], said) => {
      const macro = what === "implements" ? "impl_interface(" : "def_interface(";
      return uses(state, packageOf(said), macro) ? without(state, packageOf(said), key) : {};
    },
  ],
  [
    "remove NAME from the `facadeImpl` of (.+)/package.json",
    (state, [facade, name]) =>
      editKey(state, name, (key) => ({
        ...key,
        facadeImpl: [key.facadeImpl].flat().filter((each) => each !== facade),
      })),
  ],
  [
    "write NAME instead of NAME in the `facadeImpl` of (.+)/package.json",
    (state, [right, wrong, name]) =>
      editKey(state, name, (key) => ({
        ...key,
        facadeImpl: [key.facadeImpl].flat().map((each) => (each === wrong ? right : each)),
      })),
  ],
  [
    'write `"symbols": .+`, which `crate-interface symbols --write` writes',
    (state, _, said) =>
      packageOf(said) === "app"
        ? editKey(state, "app", (key) => ({ ...key, symbols: "./dist/crate-interface.json" }))
        : republish(state, packageOf(said)),
  ],
  [
    'write `"(.+)": (.+)`, or remove it',
    (state, [key, value], said) => ({
      "write it": editKey(state, packageOf(said), (before) => ({
        ...before,
        [key]: JSON.parse(value) as unknown,
      })),
      "remove it": without(state, packageOf(said), key),
    }),
  ],
  [
    '(?:write|if .+, add|make it the default:) `"(\\w+)": ([^`]+)`(?: under `"crate-interface"`)? in (.+)/package.json',
    (state, [key, value, name]) =>
      editKey(state, name, (before) => ({ ...before, [key]: JSON.parse(value) as unknown })),
  ],
  [
    'if .+, make the range in the FIELD of (.+)/package.json `"(.+)": "(.+)"`',
    (state, [field, name, on, range]) => depend(state, name, on, field as Field, range),
  ],
  [
    "activate .+ with the option `conditions` of the plugin, or with `--conditions (.+)` on the command line",
    (state, [names]) => ({ ...state, command: `${state.command} --conditions ${names}` }),
  ],
  [
    "in NAME, (?:set .+, )?run `crate-interface symbols --write`(?:,? and| before) publish.*",
    (state, [name]) => republish(state, name),
  ],
  // What a version will read that is not written yet, no test can say.
  ["update `crate-interface`", () => ({})],
];

/** All the ways to follow a help; `null` when only people can. */
export function follow(help: string, state: State, said: string): Followed[] | null {
  for (const [wording, meaning] of WORDINGS) {
    const match = words(wording).exec(help);
    if (!match) continue;
    const after = meaning(state, match.slice(1), said);
    if (isState(after)) return [{ choice: "", state: after }];
    return Object.entries(after).map(([choice, each]) => ({ choice, state: each }));
  }
  return null;
}

function isState(after: ReturnType<Meaning>): after is State {
  return after.members instanceof Map;
}

function byChoice(choices: string[], follow: (choice: string) => State): ReturnType<Meaning> {
  if (choices.length === 1) return follow(choices[0]);
  return Object.fromEntries(choices.map((choice) => [choice, follow(choice)]));
}

function words(wording: string): RegExp {
  const pattern = wording
    .replaceAll("NAME", "`([^`]+)`")
    .replaceAll("FIELD", "(\\w*[dD]ependencies)")
    .replace(/(?<= )\{|\}(?=`)/g, "\\$&");
  return new RegExp(`^(?:or,? )?${pattern}$`);
}

/** The names in "`a`, `b`". */
function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

/** Whether a package that is developed here has a macro in it. */
function uses({ members }: State, name: string, macro: string): boolean {
  return [...members.get(name)!.files.values()].some((text) => text.includes(macro));
}

/** A package without a key of its `"crate-interface"`. */
function without(state: State, name: string, key: string): State {
  return editKey(state, name, ({ [key]: _, ...others }) => others);
}

/** The package whose package.json the first place is in. */
function packageOf(said: string): string {
  const [, path = "app"] = /^ +--> (\S+)\/package\.json:/m.exec(said) ?? [];
  return packageAt(path);
}

/** The package whose interface it is about. */
function whereDefined(said: string): string {
  const primary = /^ +--> (\S+)\/[^/]+\n(?:.*\n)*?.*\^ defined here$/;
  const further = /^ +::: (\S+)\/[^/]+: (?:defined here|`\w+` is not implemented)$/;
  const [, first, other] = new RegExp(`${primary.source}|${further.source}`, "m").exec(said)!;
  return packageAt(first ?? other);
}

/** The package in a folder: behind `node_modules/`, or beside the app. */
function packageAt(path: string): string {
  return path.replace(/^.*node_modules\//, "").replace(/^\.\.\//, "");
}
