import pc from "picocolors";
import { codeFrame } from "./code-frame.ts";
import type { Diagnostic, Label } from "./diagnostic.ts";
import { displayPath } from "./display-path.ts";
import { printable } from "./printable.ts";
import { sortDiagnostics } from "./sort.ts";
import { type ReadSource, type SourceLines, sourceReader } from "./source-lines.ts";

/** How {@link renderDiagnostics} writes. */
export interface RenderOptions {
  /** Whether to colour the text for a terminal. */
  color: boolean;
  /** The text of a file; where it is `null`, the file is named without a code frame. */
  readSource: ReadSource;
  /** The directory that paths are shown relative to, absolute. */
  cwd: string;
}

type Colors = ReturnType<typeof pc.createColors>;

interface Renderer extends Pick<RenderOptions, "color" | "cwd"> {
  colors: Colors;
  read: (file: string) => SourceLines | null;
}

/**
 * All diagnostics as text for people, in the manner of rustc: sorted, each once, then how many there
 * are and where to read on. No line break at the end; empty for no diagnostics.
 *
 * @example
 * ```text
 * error[CI2001]: `HelloIf` has no implementation
 *   --> app/src/main.ts:4:16
 *   3 |
 * > 4 | call_interface(HelloIf.hello("world"));
 *     |                ^^^^^^^ called here
 *   help: add a package that implements `HelloIf` to the dependencies of app/package.json
 *
 * 1 error; run `crate-interface explain CI2001` to read more
 * ```
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  if (diagnostics.length === 0) return "";
  const renderer = rendererOf(options);
  const sorted = sortDiagnostics(diagnostics);
  const paragraphs = sorted.map((diagnostic) => renderOne(diagnostic, renderer));
  paragraphs.push(`${summarize(sorted)}; ${readOn(sorted)}`);
  return paragraphs.join("\n\n");
}

/** How many errors and warnings there are, such as `2 errors, 1 warning`. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const counts = [];
  if (errors > 0 || warnings === 0) counts.push(`${errors} error${errors === 1 ? "" : "s"}`);
  if (warnings > 0) counts.push(`${warnings} warning${warnings === 1 ? "" : "s"}`);
  return counts.join(", ");
}

function rendererOf({ color, cwd, readSource }: RenderOptions): Renderer {
  return { color, cwd, colors: pc.createColors(color), read: sourceReader(readSource) };
}

function renderOne(diagnostic: Diagnostic, renderer: Renderer): string {
  const { colors } = renderer;
  const paint = diagnostic.severity === "error" ? colors.red : colors.yellow;
  const kind = colors.bold(paint(`${diagnostic.severity}[${diagnostic.code}]`));
  const lines = [`${kind}${colors.bold(`: ${printable(diagnostic.headline)}`)}`];
  diagnostic.labels.forEach((label, index) => {
    lines.push(...renderPlace(label, index === 0, renderer));
  });
  for (const chain of diagnostic.chains) {
    lines.push(`  ${colors.bold("required by:")} ${printable(chain.join(" → "))}`);
  }
  for (const note of diagnostic.notes) lines.push(`  ${colors.bold("note:")} ${printable(note)}`);
  for (const help of diagnostic.help) {
    lines.push(`  ${colors.bold(colors.cyan("help:"))} ${printable(help)}`);
  }
  return lines.join("\n");
}

/** The primary place has its text behind the markers; any other is introduced by it. */
function renderPlace(label: Label, isPrimary: boolean, renderer: Renderer): string[] {
  const { colors, cwd, read } = renderer;
  const frame = frameOf(label, isPrimary ? label.text : "", isPrimary ? 2 : 1, renderer);
  const { file, start } = label.span;
  const position = read(file)?.at(start);
  const place = position ? `:${position.line}:${position.column}` : unreadable(file);
  const path = printable(displayPath(file, cwd));
  const introduction = (isPrimary && frame !== null) || label.text === "" ? "" : `: ${label.text}`;
  const arrow = colors.blue(isPrimary ? "-->" : ":::");
  const head = `  ${arrow} ${path}${place}${printable(introduction)}`;
  return frame === null ? [head] : [head, frame];
}

/** A symbol table tells of sources that need not be published with it. */
function unreadable(file: string): string {
  return file.includes("/node_modules/") ? " (source not installed)" : "";
}

function frameOf(label: Label, text: string, context: number, renderer: Renderer): string | null {
  const source = renderer.read(label.span.file);
  if (source === null) return null;
  return codeFrame(source, label.span, {
    color: renderer.color,
    text: printable(text),
    context,
  });
}

function readOn(diagnostics: readonly Diagnostic[]): string {
  const [first, ...others] = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const also = others.length === 0 ? "" : ` (also ${others.join(", ")})`;
  return `run \`crate-interface explain ${first}\`${also} to read more`;
}
