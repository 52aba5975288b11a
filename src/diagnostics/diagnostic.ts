/** A piece of a source file. */
export interface Span {
  /** Absolute path with forward slashes. */
  file: string;
  /** First character, in UTF-16 code units from 0. */
  start: number;
  /** One past the last character, in UTF-16 code units. */
  end: number;
}

/** A span and what the code frame says under it. */
export interface Label {
  span: Span;
  /** A few words, may be empty. */
  text: string;
}

/** One thing that is wrong, or worth a warning, with every place that is concerned. */
export interface Diagnostic {
  /** Stable code, such as `CI2001`. */
  code: string;
  severity: "error" | "warning";
  /** One line, names in backticks. */
  headline: string;
  /** The places, the primary one first. */
  labels: Label[];
  /** Dependency chains from the root, each a list such as `["app", "foo@1.2.0", "log@1.0.0"]`. */
  chains: string[][];
  /** Facts and near misses, one line each. */
  notes: string[];
  /** What to do; each can be followed literally. */
  help: string[];
}
