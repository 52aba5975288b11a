import pc from "picocolors";
import { printableLines } from "../diagnostics/printable.ts";
import { defineCommands } from "./commands.ts";
import { type Result, UsageError } from "./settings.ts";
import { refuseEmptyValues, refuseWrongArguments, unknownCommand } from "./wrong-arguments.ts";

/** Parses the arguments, runs the command, prints and sets the exit code. */
async function main(argv: string[]): Promise<void> {
  process.stdout.on("error", stopWriting);
  try {
    const { stdout, stderr = "", exitCode } = await run(argv);
    if (stdout !== "") process.stdout.write(stdout.endsWith("\n") ? stdout : `${stdout}\n`);
    if (stderr !== "") process.stderr.write(`${stderr}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    if (!isForUser(error)) throw error;
    fail(error.message);
  }
}

/** Whoever reads the output may stop early, as `head` does; anything else is said, without a stack. */
function stopWriting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") fail(`cannot write the output: ${error.message}`);
}

function fail(message: string): void {
  process.stderr.write(`${pc.bold(pc.red("error"))}: ${printableLines(message)}\n`);
  process.exitCode = 2;
}

const NOTHING: Result = { stdout: "", exitCode: 0 };

async function run([node, script, ...words]: string[]): Promise<Result> {
  const cli = defineCommands();
  refuseEmptyValues(words);
  // `help check` is what others call `check --help`.
  const args = words[0] === "help" ? [...words.slice(1), "--help"] : words;
  const { options } = cli.parse([node, script, ...args], { run: false });
  if (options.help || options.version) return NOTHING;
  const { matchedCommand } = cli;
  if (matchedCommand) {
    refuseWrongArguments(cli, matchedCommand);
    return cli.runMatchedCommand();
  }
  if (cli.args.length > 0) throw unknownCommand(cli, cli.args[0]);
  cli.outputHelp();
  return { stdout: "", exitCode: 2 };
}

/** Whether an error says what is wrong outside of this program: anything else is a fault of it. */
function isForUser(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  // What the file system refuses, such as a folder that nobody may read.
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}

await main(process.argv);
