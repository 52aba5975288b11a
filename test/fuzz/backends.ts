import type { TransformOptions } from "@babel/core";
import { sortDiagnostics } from "../../src/diagnostics/sort.ts";
import { SourceLines } from "../../src/diagnostics/source-lines.ts";
import { expand } from "../../src/expand/expand.ts";
import { BABEL_7, BABEL_8, ENTRIES, parsing, transform } from "../backends/babel.ts";
import type { Backend } from "../fixture.ts";

/** The backend of bundlers, with errors as users see them: sorted, and each once. */
const bundler: Backend = {
  name: "bundler",
  async expand(input, file) {
    const expansion = expand(input, `/fixture/${file}`);
    if (!expansion) return { output: input };
    if (expansion.diagnostics.length === 0) return { output: expansion.code };
    const lines = new SourceLines(input);
    const errors = sortDiagnostics(expansion.diagnostics).map(({ code, labels: [{ span }] }) => {
      const { line, column } = lines.at(span.start);
      return `${code} ${line}:${column}`;
    });
    return { errors };
  },
};

/**
 * The backends, the one that all are compared with first. Babel prints no comments: where its
 * generator puts them, the code around them cannot always be parsed again.
 */
export const BACKENDS: readonly Backend[] = [
  bundler,
  ...[BABEL_7, BABEL_8].flatMap((babel) =>
    (["plugin", "macro"] as const).map((entry) => ({
      name: `babel-${babel.version}-${entry}`,
      async expand(input: string, file: string) {
        const options: TransformOptions = { ...parsing(file), comments: false };
        return transform(babel, input, { ...options, plugins: [ENTRIES[entry]] });
      },
    })),
  ),
];
