import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import type { Message } from "../../messages.ts";
import { type JsonPath, locateJson } from "../json-text.ts";

/** The key of package.json that this project reads. */
export const MANIFEST_KEY: string = "crate-interface";

/** What of an entry is shown: its key, its value, or all of it. */
export type EntryPart = "key" | "value" | "entry";

/**
 * How many characters are read at most to find where things stand. A place is found by reading the
 * text up to it, so a large text with a great many keys, which no person wrote, would take hours.
 */
const MOST_READ = 8 * 1024 * 1024;

/** What else is wrong with a package.json is not said: nobody makes so many mistakes. */
const MOST_PROBLEMS = 50;

/** The text of a package.json that is being read: where things stand in it, and what is wrong. */
export class ManifestSource {
  #read = 0;
  #problems = 0;
  readonly #file: string;
  readonly #text: string;
  readonly #diagnostics: Diagnostic[];

  /** @param diagnostics where {@link report} puts what it is told */
  constructor(file: string, text: string, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#text = text;
    this.#diagnostics = diagnostics;
  }

  /**
   * Where something stands; of an element of a list, its value. `null` when it is not there, and
   * when too much was asked.
   */
  span(path: JsonPath, part: EntryPart): Span | null {
    this.#read += this.#text.length;
    if (this.#read > MOST_READ) return null;
    const place = locateJson(this.#text, [MANIFEST_KEY, ...path]);
    if (!place) return null;
    const { key, value } = place;
    const { start, end } = key && part !== "value" ? key : value;
    return { file: this.#file, start, end: part === "entry" ? value.end : end };
  }

  /** Says what is wrong with something. */
  report(
    message: Message,
    path: JsonPath,
    part: EntryPart,
    severity: Diagnostic["severity"] = "error",
  ): void {
    if (++this.#problems > MOST_PROBLEMS) return;
    this.#diagnostics.push(diagnose(message, this.span(path, part), { severity }));
  }
}
