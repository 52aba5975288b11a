import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { outputContested } from "../../messages.ts";
import type { Places } from "./places.ts";

/**
 * CI3008 for source files whose symbols another one exports too.
 *
 * @param dir the directory of the package
 */
export function reportContested(contested: Places["contested"], dir: string): Diagnostic[] {
  const relative = (path: string): string => posix.relative(dir, path);
  const list = (paths: readonly string[]): string =>
    paths.map((path) => `\`${relative(path)}\``).join(", ");
  return contested.map(({ table, rivals, candidates }) => {
    const message = outputContested(relative(table.file), list(rivals), list(candidates));
    return diagnose(message, table.implementations[0]?.span ?? null);
  });
}
