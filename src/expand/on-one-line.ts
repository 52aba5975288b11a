/**
 * The text of a comment as one between `/*` and `*` + `/` on one line: nothing that follows it
 * depends on whether a line ends there.
 *
 * @param comment of oxc-parser (`Line`) or of Babel (`CommentLine`)
 */
export function onOneLine({ type, value }: { type: string; value: string }): string {
  const text = value.replace(/\s*[\r\n\u2028\u2029]\s*/g, " ");
  return type.endsWith("Line") ? `${text.replaceAll("*/", "* /")} ` : text;
}
