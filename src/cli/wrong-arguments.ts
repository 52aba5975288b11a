import type { CAC, Command } from "cac";
import { nearMisses } from "../link/report/near.ts";
import { isFolder } from "./output.ts";
import { UsageError } from "./settings.ts";

/** What to say of a command that there is not. */
export function unknownCommand(cli: CAC, name: string): UsageError {
  const names = cli.commands.map((command) => command.name);
  const hint = meant(nearMisses(name, names)) || `; the commands are ${names.join(", ")}`;
  return new UsageError(`there is no command \`${name}\`${hint}`);
}

/**
 * Refuses what the matched command does not take. The argument parser would do so itself, but does not
 * know what was meant.
 *
 * @throws UsageError naming the first thing that is wrong
 */
export function refuseWrongArguments(cli: CAC, command: Command): void {
  const { args, options, globalCommand } = cli;
  const known = [...command.options, ...globalCommand.options];
  for (const [name, value] of Object.entries(options)) {
    const option = known.find(({ names }) => names.includes(name));
    if (option?.required && value === true)
      throw new UsageError(`\`--${dashed(name)}\` has no value`);
    if (!option && name !== "--") {
      throw unknownOption(
        command,
        name,
        known.map(({ rawName }) => rawName),
      );
    }
  }
  if (args.length < command.args.length) {
    const missing = command.args[args.length].value;
    throw new UsageError(`say which ${missing}; see \`${cli.name} ${command.name} --help\``);
  }
  const extra = args[command.args.length];
  if (extra === undefined) return;
  const hint = isFolder(extra) ? `; did you mean \`--cwd ${extra}\`?` : "";
  throw new UsageError(`unexpected argument \`${extra}\`${hint}`);
}

/** @param rawNames of the known options, such as `--cwd <dir>` and `-h, --help` */
function unknownOption(command: Command, name: string, rawNames: string[]): UsageError {
  const known = rawNames.map((raw) => raw.replace(/^-\w, /, "").replace(/ .*$/, ""));
  const written = name.length === 1 ? `-${name}` : `--${dashed(name)}`;
  const near = name.length === 1 ? [] : nearMisses(written, known);
  return new UsageError(`\`${command.name}\` has no option \`${written}\`${meant(near)}`);
}

/** As it was written: the argument parser turns `--out-dir` into `outDir`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Refuses options with an empty value, as of a variable that is not set: the argument parser would
 * take it for the number 0.
 *
 * @throws UsageError naming the first of them
 */
export function refuseEmptyValues(argv: readonly string[]): void {
  for (const [index, word] of argv.entries()) {
    if (word === "--") return;
    const isEmpty = argv[index + 1] === "" || word.endsWith("=");
    if (word.startsWith("--") && isEmpty && !/=./.test(word)) {
      throw new UsageError(`\`${word.replace("=", "")}\` has no value`);
    }
  }
}

function meant(near: readonly string[]): string {
  return near.length === 0
    ? ""
    : `; did you mean ${near.map((name) => `\`${name}\``).join(" or ")}?`;
}
