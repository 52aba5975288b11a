import type { TransformOptions } from "@babel/core";
import { BABEL_7, BABEL_8, ENTRIES, parsing, transform } from "../backends/babel.ts";
import { bundler } from "../backends/bundler.ts";
import type { Backend } from "../fixture.ts";

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
