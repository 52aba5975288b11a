import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";

/** What is wrong in a build, as bundlers take it. */
export interface Report {
  /** All errors as one, or `null`. */
  error: CrateInterfaceError | null;
  /** Each warning by itself: bundlers count and filter them. */
  warnings: CrateInterfaceError[];
}

/**
 * What a build does not say: an interface nobody calls needs no implementation to build (DESIGN 4.1).
 * As warnings these codes are of such interfaces; `crate-interface check` reports them.
 */
const ONLY_CHECKED = ["CI2001", "CI2002"];

/** Sorts the diagnostics of a build into what fails it and what is only said. */
export function report(diagnostics: readonly Diagnostic[]): Report {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(
    ({ severity, code }) => severity === "warning" && !ONLY_CHECKED.includes(code),
  );
  return {
    error: errors.length > 0 ? new CrateInterfaceError(errors) : null,
    warnings: warnings.map((warning) => new CrateInterfaceError([warning])),
  };
}
