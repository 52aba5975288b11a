import { Writer } from "../cbor/writer.ts";
import { Problem, Range } from "../expand/site.ts";
import { sort } from "../expand/sort.ts";
import { sendDiagnostic } from "./abi.ts";
import { fileName, isShown, placeOf } from "./place.ts";
import { printable } from "./printable.ts";
import { textOf } from "./text.ts";

// The numbers that serde gives to what swc_common's `errors` module declares.
const LEVEL_ERROR = 4;
const STYLE_NONE = 11;

/**
 * Reports what is wrong with the file, in the order given. The host fails the file, and shows each
 * with the code around it.
 *
 * Hosts differ in what they show of a diagnostic: all have the message and the first place, Turbopack
 * nothing else, and SWC's own writer of JSON panics where a diagnostic has children. So the message is
 * the whole text, as the other backends write it, and says the column: hosts give the line only.
 *
 * @param problems at least one, in the order of the file; a range that begins at 0 concerns no place in it
 */
export function report(problems: Problem[]): void {
  const file = fileName();
  const out = new Writer(4096);
  const last = problems.length - 1;
  for (let i = 0; i <= last; i++) {
    const problem = problems[i];
    let text = textOf(problem.message, file + placeOf(problem.range.lo));
    if (i == last) text += readOn(problems);
    out.length = 0;
    writeDiagnostic(out, text, problem);
    sendDiagnostic(out.start, out.length);
  }
}

/** The last line: where the codes are explained, as `renderDiagnostics` ends. */
function readOn(problems: Problem[]): string {
  const codes: string[] = [];
  for (let i = 0; i < problems.length; i++) {
    const code = problems[i].message.code;
    if (!codes.includes(code)) codes.push(code);
  }
  sort<string>(codes, (a, b) => a > b);
  const first = codes.shift();
  const also = codes.length > 0 ? " (also " + codes.join(", ") + ")" : "";
  return "\n  help: run `crate-interface explain " + first + "`" + also + " to read more";
}

/** A `swc_common::errors::Diagnostic`. */
function writeDiagnostic(out: Writer, text: string, problem: Problem): void {
  out.array(6);
  out.uint(LEVEL_ERROR);
  out.array(1); // a message: a text and its style
  out.array(2);
  out.text(text);
  out.tag(STYLE_NONE);
  out.array(0);
  out.array(0); // code: printed on a line of its own, and the message has it
  writeSpans(out, problem);
  out.array(0); // children
  out.array(0); // suggestions
}

/** A `MultiSpan`: the place, and texts to put below pieces of the code. */
function writeSpans(out: Writer, problem: Problem): void {
  out.array(2);
  if (!isShown(problem.range.lo, problem.range.hi)) {
    out.array(0);
    out.array(0);
    return;
  }
  out.array(1);
  writeSpan(out, problem.range);
  const related = problem.related;
  const hasLabel = problem.message.label.length > 0;
  const hasRelated = related != null && isShown(related.lo, related.hi);
  out.array(<u32>hasLabel + <u32>hasRelated);
  if (hasLabel) writeLabel(out, problem.range, problem.message.label);
  if (related && hasRelated) writeLabel(out, related, problem.relatedText);
}

function writeLabel(out: Writer, range: Range, text: string): void {
  out.array(2);
  writeSpan(out, range);
  out.text(printable(text));
}

function writeSpan(out: Writer, range: Range): void {
  out.array(2);
  out.uint(range.lo);
  out.uint(range.hi);
}
