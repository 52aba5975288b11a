// Names and source lines come from files that anybody may have written. A terminal would obey their
// control characters, and bidirectional ones make code read as what it is not ("Trojan Source",
// CVE-2021-42574). rustc replaces them likewise. Half of a surrogate pair cannot be written in UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text on one line, with control characters written as escapes. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => {
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    return `\\u{${char.charCodeAt(0).toString(16)}}`;
  });
}

/** A text of several lines, each as {@link printable} writes it. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** A line of source with a visible substitute, of the same length, for every control character but tabs. */
export function printableLine(line: string): string {
  return line.replace(UNPRINTABLE, (char) => {
    const code = char.charCodeAt(0);
    if (char === "\t") return char;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
  });
}
