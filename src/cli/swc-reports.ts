import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printable } from "../diagnostics/printable.ts";
import { type Position, SourceLines } from "../diagnostics/source-lines.ts";
import { expand } from "../expand/expand.ts";
import { toDiagnostic } from "../expand/problem.ts";
import type { Problem } from "../expand/site.ts";
import { unparsable } from "../messages.ts";

/**
 * What is wrong with a file, read from the error that SWC throws.
 *
 * The plugin's reports say where an error begins, but neither where it ends nor what else it has to do
 * with: that is in the drawing around it. So an error that the backend of bundlers finds as well is shown
 * as found there.
 *
 * @param message the text of the error
 * @returns `null` if SWC failed by itself
 */
export function readSwcReports(message: string, code: string, file: string): Diagnostic[] | null {
  const reports = [...message.matchAll(REPORT)].map(([text]) => readReport(text));
  if (reports.length > 0) {
    const known = expand(code, file)?.diagnostics ?? [];
    const lines = new SourceLines(code);
    return reports.map(
      (report) =>
        known.find((each) => isSame(each, report, lines)) ?? diagnosticOf(report, lines, file),
    );
  }
  const syntax = readSyntaxError(message, code);
  return syntax && [toDiagnostic(syntax, file)];
}

/** A report of the plugin, and what the host puts before each line of it. */
const REPORT = /^ +[x×] error\[CI\d+\]: .*(?:\n +[|│] {3}.*)*/gmu;

/** What a report says. */
interface Report extends Pick<Diagnostic, "code" | "headline" | "notes" | "help"> {
  /** `null` for what concerns no place in the file. */
  position: Position | null;
}

function readReport(text: string): Report {
  const [head = "", ...lines] = text.split("\n").map((line) => line.replace(/^ +[x×|│] +/u, ""));
  const [, code = "", headline = ""] = /^error\[(.*?)\]: (.*)$/.exec(head) ?? [];
  const those = (kind: string): string[] =>
    lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length));
  const place = /:(\d+):(\d+)$/.exec(those("--> ")[0] ?? "");
  const position = place && { line: Number(place[1]), column: Number(place[2]) };
  // Where to read on is for the end of all reports to say.
  const help = those("help: ").filter((each) => !each.startsWith("run `crate-interface explain "));
  return { code, headline, notes: those("note: "), help, position };
}

function isSame(known: Diagnostic, report: Report, lines: SourceLines): boolean {
  if (known.code !== report.code || printable(known.headline) !== report.headline) return false;
  const at = known.labels[0] && lines.at(known.labels[0].span.start);
  return at?.line === report.position?.line && at?.column === report.position?.column;
}

function diagnosticOf(report: Report, lines: SourceLines, file: string): Diagnostic {
  const { position, ...said } = report;
  const start = position && lines.offset(position);
  const labels = start === null ? [] : [{ span: { file, start, end: start + 1 }, text: "" }];
  return { ...said, severity: "error", labels, chains: [] };
}

/** What SWC's parser says, at the first mark that it draws, or at the place in its title. */
function readSyntaxError(message: string, code: string): Problem | null {
  const [, reason] = /^ +[x×] (.*)[\s\S]*Syntax Error/mu.exec(message) ?? [];
  if (reason === undefined) return null;
  const [, line, mark] = /^ *(\d+) [|│] .*\n +[:·] ( *)[\^─┬]/mu.exec(message) ?? [];
  const [, titleLine, titleColumn] = /[-─]\[.*:(\d+):(\d+)\]$/mu.exec(message) ?? [];
  const position =
    line !== undefined
      ? { line: Number(line), column: mark!.length + 1 }
      : { line: Number(titleLine), column: Number(titleColumn) };
  const start = new SourceLines(code).offset(position);
  return { message: unparsable(reason), ofCall: false, start, end: start + 1, related: [] };
}
