import { digitsOf } from "../expand/digits.ts";
import { askContext } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";
import { byteAt, firstPosition, isInSource, isText, positionBehind } from "./source.ts";

// The keys of swc_common's `TransformPluginMetadataContextKind`.
const FILE_NAME = 1;
const WORKING_DIRECTORY = 3;

/** How far lines and columns are counted: places are asked for in their order. */
let counted: u32 = u32.MAX_VALUE;
let line: u32 = 1;
let column: u32 = 1;

/**
 * A position as editors count, such as `:3:21`: line and column from 1, the column in UTF-16 code units.
 * Empty for what is not in the file, as are nodes that other plugins made.
 */
export function placeOf(position: u32): string {
  if (!isInSource(position, position)) return "";
  if (position < counted) {
    counted = firstPosition();
    line = 1;
    column = 1;
  }
  for (; counted < position; counted++) {
    const byte = byteAt(counted);
    if (endsLine(counted, byte)) {
      line++;
      column = 1;
      // The bytes of a character but its first do not count, and those of four bytes are two units.
    } else if ((byte & 0xc0) != 0x80) column += byte >= 0xf0 ? 2 : 1;
  }
  return ":" + digitsOf(line, 10) + ":" + digitsOf(column, 10);
}

/** A longer line is none that a human wrote, in bytes. */
const LONGEST_LINE: u32 = 1000;

/**
 * Whether hosts can show a piece of the file: one that begins in a line of bearable length. They print
 * such a line whole, once for each error, and where it begins behind column 65,535 they panic, as Rust's
 * formatter does for the width of so many blanks (miette, `render_single_line_highlights`).
 */
export function isShown(lo: u32, hi: u32): bool {
  if (!isText(lo, hi)) return false;
  // To them a line ends with a line feed only.
  let start = lo;
  while (start > firstPosition() && byteAt(start - 1) != 0x0a && lo - start < LONGEST_LINE) start--;
  let end = lo;
  while (end < positionBehind() && byteAt(end) != 0x0a && end - start < LONGEST_LINE) end++;
  return end - start < LONGEST_LINE;
}

/**
 * Whether a line ends with a byte, as ECMAScript ends lines. Before the first byte and behind the last
 * there are others of the host's answer, which are parts of no line end.
 */
function endsLine(position: u32, byte: u8): bool {
  if (byte == 0x0a) return true;
  if (byte == 0x0d) return byteAt(position + 1) != 0x0a;
  // U+2028 and U+2029.
  return (byte & 0xfe) == 0xa8 && byteAt(position - 1) == 0x80 && byteAt(position - 2) == 0xe2;
}

/** The file, relative to the directory that the host runs in, with forward slashes. */
export function fileName(): string {
  const name = context(FILE_NAME);
  if (!name) return "<anon>";
  const directory = context(WORKING_DIRECTORY);
  if (!directory || !name.startsWith(directory)) return name;
  const separator = name.charAt(directory.length);
  if (separator != "/" && separator != "\\") return name;
  let relative = "";
  for (let i = directory.length + 1; i < name.length; i++) {
    relative += name.charAt(i) == "\\" ? "/" : name.charAt(i);
  }
  return relative;
}

function context(key: u32): string | null {
  return askContext(key, ANSWER) == 0 ? null : answeredText();
}
