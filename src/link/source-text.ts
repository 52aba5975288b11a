/** A name as it stands in an export clause. Any well-formed text may (ECMAScript, ModuleExportName). */
export function exportName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/**
 * A text as a JavaScript string literal that is safe in any context: line separators end a line in
 * older parsers, and `*` + `/` ends a comment that a bundler may put the module's text into.
 */
export function stringLiteral(text: string): string {
  return JSON.stringify(text)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll("*/", "*\\/");
}
