import { codeFrameColumns } from "@babel/code-frame";
import { printableLine } from "./printable.ts";
import type { SourceLines } from "./source-lines.ts";

/** How {@link codeFrame} shows a piece of source. */
export interface FrameOptions {
  /** Whether to colour it for a terminal. */
  color: boolean;
  /** What stands behind the markers, may be empty. */
  text: string;
  /** How many lines to show before and after. */
  context: number;
}

/** A longer line is shown in part, as in minified files. */
const LONGEST_LINE = 160;
/** What of a long line is shown before and after the marked piece. */
const SURROUNDINGS = 40;
/** What of a long marked piece is shown. */
const LONGEST_MARK = 80;

/**
 * The lines around a span with `^^^` under it. A span of several lines is marked on its first. A
 * span outside the text is moved to its edge.
 */
export function codeFrame(
  source: SourceLines,
  span: { start: number; end: number },
  options: FrameOptions,
): string {
  const start = source.at(span.start);
  const end = source.at(Math.max(span.start, span.end));
  const first = Math.max(1, start.line - options.context);
  const below = Math.min(source.count, start.line + options.context);
  // What follows the last line break of a file is no line that an editor would show as code.
  const isEnd = below === source.count && below > start.line && source.line(below) === "";
  const last = isEnd ? below - 1 : below;
  const lines: string[] = [];
  let from = start.column - 1;
  let to = from;
  for (let line = first; line <= last; line++) {
    const text = source.line(line);
    if (line === start.line) {
      // A place may be inside a line break; what is marked is not.
      from = Math.min(from, text.length);
      to = Math.min(end.line === line ? end.column - 1 : text.length, text.length);
      const shown = excerpt(text, from, to);
      lines.push(printableLine(shown.text));
      from = shown.start;
      to = shown.end;
    } else {
      lines.push(printableLine(excerpt(text, 0, 0).text));
    }
  }
  const marked = start.line;
  return codeFrameColumns(
    lines.join("\n"),
    { start: { line: marked, column: from + 1 }, end: { line: marked, column: to + 1 } },
    {
      startLine: first,
      linesAbove: options.context,
      linesBelow: options.context,
      message: options.text,
      forceColor: options.color,
    } as object,
  );
}

/** A line, or the part of a long one that surrounds a marked piece, and where the piece now is. */
function excerpt(
  line: string,
  start: number,
  end: number,
): { text: string; start: number; end: number } {
  if (line.length <= LONGEST_LINE) return { text: line, start, end };
  const from = cut(line, start - SURROUNDINGS, start);
  const isLong = end - start > LONGEST_MARK;
  const markEnd = isLong ? Math.min(cut(line, start + LONGEST_MARK, start + 1), end) : end;
  const to = markEnd < end ? markEnd : cut(line, end + SURROUNDINGS, end);
  const head = from > 0 ? "…" : "";
  const tail = to < line.length ? "…" : "";
  const moved = head.length - from;
  return {
    text: head + line.slice(from, to) + tail,
    start: start + moved,
    end: markEnd + moved,
  };
}

/**
 * Where to cut a line so that no name is cut in two: the first such place from `outer` to `inner`,
 * or else, when all of that is one name, the far end of the name.
 */
function cut(line: string, outer: number, inner: number): number {
  const inward = Math.sign(inner - outer);
  let place = Math.min(Math.max(outer, 0), line.length);
  while (place !== inner && isInsideName(line, place)) place += inward;
  while (isInsideName(line, place)) place -= inward;
  return place;
}

/** Whether cutting before this offset would cut a name, or a surrogate pair, in two. */
function isInsideName(line: string, offset: number): boolean {
  if (offset <= 0 || offset >= line.length) return false;
  return isNamePart(line[offset - 1]!) && isNamePart(line[offset]!);
}

function isNamePart(unit: string): boolean {
  return /\p{ID_Continue}|\$|\p{Join_Control}|\p{Cs}/u.test(unit);
}
