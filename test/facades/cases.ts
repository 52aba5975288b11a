/**
 * The cases of `test/trees`, which its README describes: packages on disk, and a transcript of what
 * is said about them and of what becomes of them when somebody does as the help says.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { State } from "./edits.ts";
import { type Followed, follow } from "./follow.ts";
import { install, run } from "./project.ts";
import { type Folder, readFolder, readRegistry, subfolder } from "./registry.ts";
import type { Workspace } from "./resolution.ts";

const TREES = join(import.meta.dirname, "../trees");
const SHELF = "registry";
export const TRANSCRIPT = "transcript.txt";

/** One folder of `test/trees`. */
export interface Case {
  name: string;
  folder: Folder;
  workspace: Workspace;
  /** The transcript as it is in the repository. */
  transcript: string;
  /** Where that is. */
  file: string;
}

export function readCases(): Case[] {
  return readdirSync(TREES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHELF)
    .map(({ name }) => readCase(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function readCase(name: string): Case {
  const folder = readFolder(join(TREES, name))!;
  return {
    name,
    folder,
    workspace: workspaceOf(folder),
    transcript: folder.files.get(TRANSCRIPT) ?? "$ crate-interface check\n",
    file: join(TREES, name, TRANSCRIPT),
  };
}

/** Every folder of a case with a package.json is developed there; `registry` is installed. */
function workspaceOf(folder: Folder): Workspace {
  const members = new Map<string, Folder>();
  for (const path of folder.files.keys()) {
    const [, name] = /^([^/]+)\/package\.json$/.exec(path) ?? [];
    if (name !== undefined) members.set(name, subfolder(folder, name));
  }
  return {
    members,
    registry: readRegistry(readFolder(join(TREES, SHELF))!, subfolder(folder, SHELF)),
  };
}

/** The workspace with the files as they are in a folder of the case, such as `help-1`. */
function overlaid({ folder }: Case, name: string, help: string, state: State): State {
  const { files, links } = subfolder(folder, name);
  if (files.size + links.size === 0) {
    throw new Error(`no machine can follow \`${help}\`: the case needs the folder ${name}`);
  }
  const merged = { files: new Map(folder.files), links: new Map(folder.links) };
  for (const [path, text] of files) {
    if (text.trim() === "") merged.files.delete(path);
    else merged.files.set(path, text);
    merged.links.delete(path);
  }
  return { ...state, ...workspaceOf(merged) };
}

/** What a case was found to do. */
export interface Played {
  /** The transcript as it should be. */
  transcript: string;
  /** Errors that were there again although their help had been followed. */
  unhelpful: string[];
  /** Commands that print one error, none of whose helps leads to a program that is linked. */
  hopeless: string[];
}

/** Runs the commands of a transcript, and follows every help that they print. */
export function play(item: Case): Played {
  const lines = item.transcript.split("\n");
  const first = lines.findIndex((line) => line.startsWith("$ "));
  const prose = lines.slice(0, first).join("\n").trim();
  const sections = prose === "" ? [] : [prose];
  const unhelpful: string[] = [];
  const hopeless: string[] = [];
  let helps = 0;
  const deletions: string[] = [];
  for (const line of lines.filter((each) => each.startsWith("$ "))) {
    const command = line.slice(2);
    if (command.startsWith("rm ")) {
      deletions.push(command);
      sections.push(line);
      continue;
    }
    const state: State = { ...item.workspace, command, deletions: [...deletions] };
    const output = outputOf(state);
    sections.push(`${line}\n${output}`);
    const helpsHere = helpsIn(output);
    let solved = false;
    for (const { said, help } of helpsHere) {
      helps++;
      const followed: Followed[] = follow(help, state, said) ?? [
        { choice: "", state: overlaid(item, `help-${helps}`, help, state) },
      ];
      const [headline] = said.split("\n", 1);
      sections.push(`» ${help}`);
      // What no test can say.
      solved ||= followed.length === 0;
      for (const { choice, state: after } of followed) {
        const result = outputOf(after);
        if (choice === "") sections.push(`${sections.pop()}\n${result}`);
        else sections.push(`» ${choice}\n${result}`);
        solved ||= !isError(result);
        if (result.includes(headline)) unhelpful.push(`${headline}\n  help: ${help}`);
      }
    }
    const isOneError = output.split(/^error\[/m).length === 2;
    if (isOneError && helpsHere.length > 0 && !solved) hopeless.push(line);
  }
  return { transcript: `${sections.join("\n\n")}\n`, unhelpful, hopeless };
}

function outputOf(state: State): string {
  using tree = install(state);
  for (const command of state.deletions) run(command, tree);
  return run(state.command, tree);
}

function isError(output: string): boolean {
  return /^error\[/m.test(output);
}

/** Every line that begins with `help:`, with all that is said before it about the same thing. */
function helpsIn(output: string): { said: string; help: string }[] {
  return output
    .split(/\n\n(?=(?:error|warning)\[CI)/)
    .slice(1)
    .flatMap((said) =>
      [...said.matchAll(/^ {2}help: (.*)$/gm)].map(([, help]) => ({ said, help })),
    );
}
