import { readFileSync } from "node:fs";
import { type CAC, type Command, cac } from "cac";
import { BACKEND_NAMES } from "./backends.ts";
import { helpSections } from "./help.ts";
import { readSettings } from "./settings.ts";

/** All commands with their options. Each loads what it needs when it runs: starting is to be quick. */
export function defineCommands(): CAC {
  const cli = cac("crate-interface");
  cli.option("--cwd <dir>", "Work in this directory instead of the current one");
  cli.option("--json", "Print JSON");
  cli.option("--no-color", "Print without colours");

  linking(cli.command("check", "Link without building; exit 1 on errors"))
    .example("check --conditions browser --production")
    .action(async (options) => {
      const { check } = await import("./check.ts");
      return check(readSettings(options));
    });
  const tree = cli
    .command("tree", "Show the dependency tree before and after linking")
    .option("--all", "Show packages that lead to no interface, too")
    .option("--depth <levels>", "Show this many levels below the root")
    .option("--no-dedupe", "Show what is below a package each time it occurs");
  linking(tree)
    .example("tree --production")
    .action(async (options) => {
      const { tree } = await import("./tree.ts");
      return tree(options, readSettings(options));
    });
  linking(cli.command("why <interface>", "Say who was selected, who was not, and why"))
    .example("why HelloIf")
    .example("why log@1.0.0#Log")
    .action(async (name, options) => {
      const { why } = await import("./why.ts");
      return why(name, readSettings(options));
    });
  const graph = cli
    .command("graph", "Draw packages, dependencies and what is linked to what")
    .option("--mermaid", "As a Mermaid flowchart, for Markdown (the default)")
    .option("--dot", "In the language of Graphviz")
    .option("--html", "As one HTML page that works offline")
    .option("--all", "Draw packages that lead to no interface, too")
    .option("--out <file>", "Write it to this file");
  linking(graph)
    .example("graph --html --out graph.html")
    .example("graph --dot | dot -Tsvg > graph.svg")
    .action(async (options) => {
      const { graph } = await import("./graph.ts");
      return graph(options, readSettings(options));
    });
  cli
    .command("expand <file>", "Print what the macros of a file become")
    .option("--backend <name>", `What expands it: ${BACKEND_NAMES}`, { default: "bundler" })
    .example("expand src/main.ts --backend swc")
    .action(async (file, options) => {
      const { expandFile } = await import("./expand.ts");
      return expandFile(file, options.backend, readSettings(options));
    });
  const symbols = cli
    .command("symbols", "Print the symbol table of this package")
    .option("--write", "Write it to the file that package.json names");
  scanning(symbols).action(async (options) => {
    const { symbols } = await import("./symbols.ts");
    return symbols(options.write === true, readSettings(options));
  });
  const link = cli
    .command("link", "Write the link modules to disk, for tools without a plugin")
    .option("--out-dir <dir>", "The folder to write to");
  linking(link)
    .example("link --out-dir .crate-interface")
    .action(async (options) => {
      const { writeLinkModules } = await import("./link.ts");
      return writeLinkModules(options.outDir, readSettings(options));
    });
  cli
    .command("explain <code>", "Explain an error code")
    .example("explain CI2001")
    .action(async (code, options) => {
      const { explainCode } = await import("./explain.ts");
      return explainCode(code, readSettings(options));
    });

  cli.help((sections) => helpSections(sections, cli));
  cli.version(readVersion());
  return cli;
}

/** What decides what is linked, as a build knows it. */
function linking(command: Command): Command {
  return scanning(
    command
      .option("--production", "Leave out the root package's devDependencies")
      .option("--conditions <names>", "Active conditions, separated by commas")
      .option("--platform <name>", "As Metro does, take `hello.ios.ts` to be for `ios`"),
  );
}

function scanning(command: Command): Command {
  return command
    .option("--include <globs>", "Scan these files although they would be left out")
    .option("--exclude <globs>", "Do not scan these files");
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
