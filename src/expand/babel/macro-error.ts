import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../../diagnostics/error.ts";

/**
 * What is thrown when the macros of a file that Babel compiles are wrong. The name is that of the
 * errors which babel-plugin-macros passes on as they are; tools add their advice on syntax to others.
 */
export class MacroError extends CrateInterfaceError {
  override readonly name: string = "MacroError";

  /** @param code the text of the file, which may be on no disk */
  constructor(diagnostics: readonly Diagnostic[], code: string, cwd: string) {
    super(diagnostics, { cwd, readSource: () => (code === "" ? null : code) });
    this.stack = `${this.name}: ${this.message}\n`;
  }
}
