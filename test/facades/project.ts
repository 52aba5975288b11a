import { isAbsolute, posix } from "node:path";
import { parseArgs } from "node:util";
import { check } from "../../src/cli/check.ts";
import { writeLinkModules } from "../../src/cli/link.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { tree } from "../../src/cli/tree.ts";
import { why } from "../../src/cli/why.ts";
import { APART, type Files, type Tree, writeTree } from "../tree.ts";
import { hoisted, type Layout } from "./layouts.ts";
import type { Workspace } from "./resolution.ts";

/** Writes a project to disk as a package manager would. */
export function install(workspace: Workspace, layout: Layout = hoisted): Tree {
  const { files, links } = layout(workspace);
  const tree = writeTree(Object.fromEntries(files) as Files, {}, APART);
  for (const [path, target] of links) {
    const absolute = isAbsolute(target) || target.startsWith("/");
    tree.link(path, absolute ? target : posix.join(posix.dirname(path), target));
  }
  return tree;
}

/**
 * Runs a line of a transcript in the folder of the app: `crate-interface` as its command line would,
 * and `rm -r` of what is not there.
 *
 * @returns what it prints
 */
export function run(line: string, { path, remove }: Tree): string {
  const [command, ...args] = line.split(" ");
  if (command === "rm") {
    remove(posix.join("app", args.at(-1)!));
    return "";
  }
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      conditions: { type: "string" },
      exclude: { type: "string" },
      "out-dir": { type: "string" },
      production: { type: "boolean" },
    },
  });
  const settings = readSettings({ ...values, cwd: path("app"), color: false });
  const [name, argument = ""] = positionals;
  switch (name) {
    case "check":
      return check(settings).stdout;
    case "tree":
      return tree({}, settings).stdout;
    case "why":
      return why(argument, settings).stdout;
    case "link":
      return writeLinkModules(values["out-dir"], settings).stdout;
    default:
      throw new Error(`no transcript can run \`${line}\``);
  }
}
