import { digitsOf } from "../expand/digits.ts";

/**
 * A text on one line, with control characters written as escapes: the `printable` of
 * `src/diagnostics/printable.ts`, where it says why. Half of a surrogate pair is no text at all to the
 * host, which panics.
 */
export function printable(text: string): string {
  let result = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i);
    if (code > 0xffff) i++;
    else if (isUnprintable(code)) {
      result += text.substring(kept, i) + escapeOf(code);
      kept = i + 1;
    }
  }
  return kept == 0 ? text : result + text.substring(kept);
}

function isUnprintable(code: i32): bool {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function escapeOf(code: i32): string {
  if (code == 0x0a) return "\\n";
  if (code == 0x0d) return "\\r";
  if (code == 0x09) return "\\t";
  return "\\u{" + digitsOf(code, 16) + "}";
}
