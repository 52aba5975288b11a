/**
 * What one diagnostic says, without where: the texts of the catalogue, free of spans and files.
 *
 * Compiled by TypeScript and AssemblyScript alike, see `naming.ts`.
 */
export class Message {
  /** The stable code, such as `CI1001`. */
  code: string;
  /** One line: what is wrong, with the names concerned in backticks. */
  headline: string;
  /** What stands under the primary span, a few words. May be empty. */
  label: string;
  /** Facts that explain the error, one line each. */
  notes: string[];
  /** What to do; each can be followed literally. */
  help: string[];

  constructor(code: string, headline: string, label: string, notes: string[], help: string[]) {
    this.code = code;
    this.headline = headline;
    this.label = label;
    this.notes = notes;
    this.help = help;
  }
}
