import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { buildAgain, outputContested, outputLacksSymbols } from "../../messages.ts";
import type { FileTable } from "../symbol-table.ts";
import type { Output } from "./output.ts";
import type { Places } from "./places.ts";

/**
 * CI3008 for source files for which no file of the output stands: none exports their symbols, or another
 * source file has the same.
 *
 * @param dir the directory of the package
 * @param commonJs the files of the output that are CommonJS; `null` for what has just been built
 */
export function reportUnplaced(
  { unexported, contested }: Pick<Places, "unexported" | "contested">,
  dir: string,
  commonJs: Output["commonJs"] | null,
): Diagnostic[] {
  const relative = (path: string): string => posix.relative(dir, path);
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
  return [
    ...unexported.map(({ table, symbols, rivals }) => {
      const other = commonJs?.find(({ exports }) =>
        symbols.every((name) => exports.includes(name)),
      );
      const message = outputLacksSymbols(
        relative(table.file),
        list(symbols),
        list(rivals.map(relative)),
        other ? relative(other.path) : "",
      );
      if (commonJs !== null && !other) message.help.unshift(buildAgain());
      return diagnose(message, spanOf(table));
    }),
    ...contested.map(({ table, rivals, candidates }) => {
      const [others, files] = [rivals, candidates].map((paths) => list(paths.map(relative)));
      return diagnose(outputContested(relative(table.file), others!, files!), spanOf(table));
    }),
  ];
}

function spanOf({
  implementations,
  definitions,
}: FileTable): Diagnostic["labels"][0]["span"] | null {
  const [first] = [...implementations, ...definitions];
  return first?.span ?? null;
}
