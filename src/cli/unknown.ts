import type { CAC } from "cac";
import { nearMisses } from "../link/report/near.ts";
import { UsageError } from "./settings.ts";

/** What to say of a command that there is not. */
export function unknownCommand(cli: CAC, name: string): UsageError {
  const names = cli.commands.map((command) => command.name);
  const hint = meant(nearMisses(name, names)) || `; the commands are ${names.join(", ")}`;
  return new UsageError(`there is no command \`${name}\`${hint}`);
}

/**
 * Refuses options that the matched command does not have. The argument parser would do so itself, but
 * does not know what was meant.
 *
 * @throws UsageError naming the first of them
 */
export function refuseUnknownOptions(cli: CAC): void {
  const { globalCommand, matchedCommand, options } = cli;
  if (!matchedCommand) return;
  for (const name of Object.keys(options)) {
    if (name === "--" || matchedCommand.hasOption(name) || globalCommand.hasOption(name)) continue;
    const known = [...matchedCommand.options, ...globalCommand.options].map(({ rawName }) =>
      // Of `-h, --help` and `--cwd <dir>` the long name.
      rawName.replace(/^-\w, /, "").replace(/ .*$/, ""),
    );
    const written = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(
      name.length === 1
        ? `\`${matchedCommand.name}\` has no option \`-${name}\``
        : `\`${matchedCommand.name}\` has no option \`${written}\`${meant(nearMisses(written, known))}`,
    );
  }
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
