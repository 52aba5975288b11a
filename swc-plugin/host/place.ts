import { Range } from "../expand/site.ts";
import { askContext } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";
import { sourceText } from "./source.ts";

// The keys of swc_common's `TransformPluginMetadataContextKind`.
const FILE_NAME = 1;
const WORKING_DIRECTORY = 3;

/**
 * Where a range begins, such as `:3:21`: line and column from 1, the column in UTF-16 code units, as
 * editors count. Empty for what is not in the file, as are nodes that other plugins made.
 */
export function positionOf(range: Range): string {
  const before = sourceText(1, range.lo);
  if (range.lo != 1 && before.length == 0) return "";
  let line = 1;
  let start = 0;
  for (let i = 0; i < before.length; i++) {
    if (!endsLine(before, i)) continue;
    line++;
    start = i + 1;
  }
  return ":" + line.toString() + ":" + (before.length - start + 1).toString();
}

/** Whether a line ends behind a character, as ECMAScript ends lines. */
function endsLine(text: string, index: i32): bool {
  const code = text.charCodeAt(index);
  if (code == 0x0d) return index + 1 == text.length || text.charCodeAt(index + 1) != 0x0a;
  return code == 0x0a || code == 0x2028 || code == 0x2029;
}

/** The file, relative to the directory that the host runs in, with forward slashes. */
export function fileName(): string {
  const name = context(FILE_NAME);
  if (!name) return "<anon>";
  const directory = context(WORKING_DIRECTORY);
  if (!directory || !name.startsWith(directory)) return name;
  const separator = name.charAt(directory.length);
  if (separator != "/" && separator != "\\") return name;
  return name
    .substring(directory.length + 1)
    .split("\\")
    .join("/");
}

function context(key: u32): string | null {
  return askContext(key, ANSWER) == 0 ? null : answeredText();
}
