/**
 * Does what a `help:` says, word by word, as somebody would who knows nothing but what is on the
 * screen. What cannot be followed here is a help that asks for judgement: then the folder of the case
 * has a folder with the files as somebody has left them who followed it.
 */
import { depend, implement, move, renameKey, republish, type State, select } from "./edits.ts";

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

/** Every wording that can be followed without judgement. */
const WORDINGS: [wording: RegExp, meaning: Meaning][] = [
  [
    words("add (?:one of )?((?:`\\S+`(?:, )?)+) to the dependencies of app/package.json"),
    (state, [names]) => byChoice(quoted(names), (name) => depend(state, name)),
  ],
  [
    words("move `(.+)` from the (.+) to the dependencies of app/package.json"),
    (state, [name, kind]) => move(state, name, kind as "devDependencies"),
  ],
  // What was deleted is there again.
  [words("install the dependencies of app/package.json"), (state) => state],
  [
    words("implement it in `app` or in one of its dependencies: `(.+)`"),
    (state, [statement], said) => implement(state, statement, whereDefined(said)),
  ],
  [
    words(
      'add `"(.+)": "(.+)"` to the dependencies of app/package.json, and implement it in `app`: `(.+)`',
    ),
    (state, [name, range, statement]) => implement(depend(state, name, range), statement, name),
  ],
  [
    words(
      'choose one with `"implementations": { "(.+)": "(.+)" }` under `"crate-interface"` in app/package.json(?:; the others: (.+))?',
    ),
    (state, [key, first, others = ""]) =>
      byChoice([first, ...quoted(others)], (selected) => select(state, key, () => selected)),
  ],
  [
    words('add `"default": "(.+)"` to what is selected for `(.+)`'),
    (state, [selected, key]) =>
      select(state, key, (before) => ({ ...(before as object), default: selected })),
  ],
  [
    words("remove `(.+)` from `implementations`"),
    (state, [key]) => select(state, key, () => undefined),
  ],
  [
    words("rename `(.+)` to `(.+)`"),
    (state, [from, to], said) => renameKey(state, packageOf(said), from, to),
  ],
  [
    words('remove `(.+)` from `"crate-interface"`'),
    (state, [key], said) => renameKey(state, packageOf(said), key, null),
  ],
  [
    words(
      "activate .+ with the option `conditions` of the plugin, or with `--conditions (.+)` on the command line",
    ),
    (state, [names]) => ({ ...state, command: `${state.command} --conditions ${names}` }),
  ],
  [
    words(
      "in `([^`]+)`, (?:set .+, )?run `crate-interface symbols --write`(?:,? and| before) publish.*",
    ),
    (state, [name]) => republish(state, name),
  ],
  // What a version will read that is not written yet, no test can say.
  [words("update `crate-interface`"), () => ({})],
];

/** All the ways to follow a help; `null` when only people can. */
export function follow(help: string, state: State, said: string): Followed[] | null {
  for (const [wording, meaning] of WORDINGS) {
    const match = wording.exec(help);
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

/** Parentheses and what follows them are open; all else is meant literally. */
function words(wording: string): RegExp {
  return new RegExp(`^(?:or )?${wording.replace(/(?<= )\{|\}(?=`)/g, "\\$&")}$`);
}

/** The names in "`a`, `b`". */
function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

/** The package whose package.json the first place is in: its name, or `app`. */
function packageOf(said: string): string {
  const [, name = "app"] = /^ +--> \S*node_modules\/(\S+)\/package\.json:/m.exec(said) ?? [];
  return name;
}

/** The package whose interface it is about, as one imports it who sees where that is defined. */
function whereDefined(said: string): string {
  const [, first, other] =
    /^ +--> (\S+)\/[^/]+\n(?:.*\n)*?.*\^ defined here$|^ +::: (\S+)\/[^/]+: defined here$/m.exec(
      said,
    )!;
  const path = first ?? other;
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
