import { resolve } from "node:path";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import { linkGraph } from "../graph/data.ts";
import { dot } from "../graph/dot.ts";
import { html } from "../graph/html.ts";
import { mermaid } from "../graph/mermaid.ts";
import { isLibraryProgram, programDiagnostics } from "./library.ts";
import { writeOutput } from "./output.ts";
import { hasErrors, jsonDiagnostics, printDiagnostics } from "./print.ts";
import { readOnlyProgram } from "./programs.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/** How a graph can be written: each is an option of the command. */
const FORMATS = { mermaid, dot, html } as const;

/** The options of `graph` as the argument parser gives them. */
export interface GraphOptions {
  mermaid?: unknown;
  dot?: unknown;
  html?: unknown;
  all?: unknown;
  out?: unknown;
}

/**
 * `crate-interface graph`: packages, dependencies, and what is linked to what, as Mermaid (the
 * default), DOT, one HTML page, or JSON. It goes to stdout, or to the file of `--out`, so that the
 * errors of the link go to stderr. With errors, too, there is a graph, and the command exits with 1.
 *
 * @throws UsageError for several formats, and in a workspace with several applications
 */
export function graph(options: GraphOptions, settings: Settings): Result {
  const format = formatOf(options, settings.json);
  const program = readOnlyProgram("graph", settings);
  const library = isLibraryProgram(program);
  const data = linkGraph(program.graph, program.linkage, {
    production: settings.production,
    all: options.all === true,
    library,
  });
  const found = programDiagnostics(program, library);
  const errors = found.filter(({ severity }) => severity === "error");
  const text =
    format === "json"
      ? JSON.stringify({ ...data, diagnostics: jsonDiagnostics(found, settings) }, null, 2)
      : FORMATS[format](data);
  const exitCode = hasErrors(found) ? 1 : 0;
  const stderr = format === "json" ? "" : printDiagnostics(errors, settings);
  if (options.out === undefined) return { stdout: text, stderr, exitCode };
  const file = resolve(settings.cwd, String(options.out));
  writeOutput(file, `${text}\n`, settings.cwd);
  return { stdout: `wrote ${printable(displayPath(file, settings.cwd))}`, stderr, exitCode };
}

function formatOf(options: GraphOptions, json: boolean): keyof typeof FORMATS | "json" {
  const formats = (["mermaid", "dot", "html"] as const).filter((name) => options[name] === true);
  const chosen = [...formats, ...(json ? (["json"] as const) : [])];
  if (chosen.length <= 1) return chosen[0] ?? "mermaid";
  throw new UsageError(`choose one of ${chosen.map((name) => `--${name}`).join(" and ")}`);
}
