/**
 * A file of an example.
 *
 * Compiled by TypeScript and AssemblyScript alike, see `naming.ts`.
 */
export class Example {
  /** Where it stands in the workspace; its extension says what language it is. */
  file: string;
  /** Its text, or the part of it that matters; ends with a line break. */
  text: string;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }
}

/** The explanation of a code, for `crate-interface explain` and the reference page. */
export class Page {
  /** The stable code, such as `CI1001`. */
  code: string;
  /** The problem in a few words. */
  title: string;
  /** What the code means for the program at hand. Markdown, as are the next two. */
  happened: string;
  /** Why it is an error. */
  why: string;
  /** What to do about it: ways to choose from, the most likely one first. */
  fixes: string[];
  /** Files that have the problem. */
  wrong: Example[];
  /** The same files without it. */
  right: Example[];

  constructor(
    code: string,
    title: string,
    happened: string,
    why: string,
    fixes: string[],
    wrong: Example[],
    right: Example[],
  ) {
    this.code = code;
    this.title = title;
    this.happened = happened;
    this.why = why;
    this.fixes = fixes;
    this.wrong = wrong;
    this.right = right;
  }
}
