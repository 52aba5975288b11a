import { readFileSync } from "node:fs";
import { type CAC, cac } from "cac";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { printableLines } from "../diagnostics/printable.ts";
import { check } from "./check.ts";
import { BACKEND_NAMES, expandFile } from "./expand.ts";
import { codeRanges, explain, nearestCodes } from "./explain.ts";
import { writeLinkModules } from "./link.ts";
import { type Result, readSettings, UsageError } from "./settings.ts";
import { symbols } from "./symbols.ts";
import { tree } from "./tree.ts";
import { refuseEmptyValues, refuseUnknownOptions, unknownCommand } from "./unknown.ts";
import { why } from "./why.ts";

/** Parses the arguments, runs the command, prints and sets the exit code. */
async function main(argv: string[]): Promise<void> {
  process.stdout.on("error", stopWriting);
  try {
    const { stdout, stderr = "", exitCode } = await run(argv);
    if (stdout !== "") process.stdout.write(stdout.endsWith("\n") ? stdout : `${stdout}\n`);
    if (stderr !== "") process.stderr.write(`${stderr}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    const message = forUser(error);
    if (message === null) throw error;
    process.stderr.write(`${message}\n`);
    process.exitCode = 2;
  }
}

/** Whoever reads the output may stop early, as `head` does; anything else is said, without a stack. */
function stopWriting(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`cannot write the output: ${error.message}\n`);
  process.exitCode = 2;
}

const NOTHING: Result = { stdout: "", exitCode: 0 };

async function run(argv: string[]): Promise<Result> {
  const cli = defineCommands();
  refuseEmptyValues(argv);
  const { options } = cli.parse(argv, { run: false });
  if (options.help || options.version) return NOTHING;
  refuseUnknownOptions(cli);
  if (cli.matchedCommand) return (await cli.runMatchedCommand()) ?? NOTHING;
  if (cli.args.length > 0) throw unknownCommand(cli, cli.args[0]);
  cli.outputHelp();
  return { stdout: "", exitCode: 2 };
}

function defineCommands(): CAC {
  const cli = cac("crate-interface");
  cli.option("--cwd <dir>", "Work in this directory instead of the current one");
  cli.option("--production", "Leave out the root package's devDependencies");
  cli.option("--conditions <names>", "Active conditions, separated by commas");
  cli.option("--platform <name>", "As Metro does, take `hello.ios.ts` to be for `ios`");
  cli.option("--include <globs>", "Scan these files although they would be left out");
  cli.option("--exclude <globs>", "Do not scan these files");
  cli.option("--json", "Print JSON");
  cli.option("--no-color", "Print without colours");

  cli
    .command("check", "Link without building; exit 1 on errors")
    .action((options) => check(readSettings(options)));
  cli
    .command("tree", "Show the dependency tree before and after linking")
    .option("--all", "Show packages that lead to no interface, too")
    .option("--depth <levels>", "Show this many levels below the root")
    .example((bin) => `${bin} tree --production`)
    .action((options) => tree(options, readSettings(options)));
  cli
    .command("why <interface>", "Say who was selected, who was not, and why")
    .example((bin) => `${bin} why HelloIf`)
    .example((bin) => `${bin} why log@1.0.0#Log`)
    .action((name, options) => why(name, readSettings(options)));
  cli
    .command("graph", "Draw packages, dependencies and what is linked to what")
    .option("--mermaid", "As a Mermaid flowchart, for Markdown (the default)")
    .option("--dot", "In the language of Graphviz")
    .option("--html", "As one HTML page that works offline")
    .option("--all", "Draw packages that lead to no interface, too")
    .option("--out <file>", "Write it to this file")
    .example((bin) => `${bin} graph --html --out graph.html`)
    .example((bin) => `${bin} graph --dot | dot -Tsvg > graph.svg`)
    .action(async (options) => {
      // The other commands need not wait for what lays out graphs.
      const { graph } = await import("./graph.ts");
      return graph(options, readSettings(options));
    });
  cli
    .command("expand <file>", "Print what the macros of a file become")
    .option("--backend <name>", `What expands it: ${BACKEND_NAMES}`, { default: "bundler" })
    .action((file, options) => expandFile(file, options.backend, readSettings(options)));
  cli
    .command("symbols", "Print the symbol table of this package")
    .option("--write", "Write it to the file that package.json names")
    .action((options) => symbols(options.write === true, readSettings(options)));
  cli
    .command("link", "Write the link modules to disk, for tools without a plugin")
    .option("--out-dir <dir>", "The folder to write to")
    .example((bin) => `${bin} link --out-dir .crate-interface`)
    .action((options) => writeLinkModules(options.outDir, readSettings(options)));
  cli
    .command("explain <code>", "Explain an error code")
    .example((bin) => `${bin} explain CI2001`)
    .action((code, options) => explainCode(code, options.json === true));
  // What a negated option is without it is no news.
  cli.help((sections) => {
    for (const section of sections)
      section.body = section.body.replace(/ \(default: true\)$/gm, "");
  });
  cli.version(readVersion());
  return cli;
}

function explainCode(code: string, json: boolean): Result {
  const text = explain(code);
  if (text === null) {
    const near = nearestCodes(code);
    const hint =
      near.length === 0 ? `there are ${codeRanges()}` : `did you mean ${near.join(", ")}?`;
    throw new UsageError(`there is no error code ${code}; ${hint}`);
  }
  return { stdout: json ? JSON.stringify({ code, text }, null, 2) : text, exitCode: 0 };
}

/** What is said of an error, or `null` for one that is a fault of this program. */
function forUser(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof CrateInterfaceError) return error.message;
  const isUsage = error instanceof UsageError;
  // What the argument parser throws: missing arguments and values.
  const isArguments = error.name === "CACError";
  // What the file system refuses, such as a folder that nobody may read.
  const isSystem = (error as NodeJS.ErrnoException).syscall !== undefined;
  return isUsage || isArguments || isSystem ? printableLines(error.message) : null;
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

await main(process.argv);
