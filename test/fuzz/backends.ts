import type { TransformOptions } from "@babel/core";
import { sortDiagnostics } from "../../src/diagnostics/sort.ts";
import { SourceLines } from "../../src/diagnostics/source-lines.ts";
import { expand } from "../../src/expand/expand.ts";
import {
  BABEL_7,
  BABEL_8,
  ENTRIES,
  parsing,
  transform as transformByBabel,
} from "../backends/babel.ts";
import { EVERY_SETTING, options, PLUGIN, type Setting, transform } from "../backends/swc.ts";
import type { Backend, Outcome } from "../fixture.ts";
import { type Swc, VERSIONS } from "../swc/versions.ts";

/** A backend as the fuzzer compares it. */
export interface Compared extends Backend {
  /** What parses programs for it, and says why not if it does not. */
  tool: "oxc" | "Babel" | "SWC";
  /** Whether the tool has stripped types before it runs, and lowered decorators. */
  strips?: boolean;
  /** Has the tool make of a code whatever it does to every code, if it does anything. */
  lower?(code: string, file: string): Outcome;
  /** The newest version of the tool, if this is an older one: what it does otherwise has been mended. */
  newest?: Compared;
}

/** The backend of bundlers, with errors as users see them: sorted, and each once. */
export const bundler: Compared = {
  name: "bundler",
  tool: "oxc",
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

/** Babel prints no comments: where its generator puts them, the code around them cannot always be parsed again. */
export const BABEL: readonly Compared[] = [BABEL_7, BABEL_8].flatMap((babel) =>
  (["plugin", "macro"] as const).map((entry) => ({
    name: `babel-${babel.version}-${entry}`,
    tool: "Babel" as const,
    async expand(input: string, file: string) {
      const options: TransformOptions = { ...parsing(file), comments: false };
      return transformByBabel(babel, input, { ...options, plugins: [ENTRIES[entry]] });
    },
  })),
);

/** `type "hello"`, in an import. */
const QUOTED_TYPE = /\btype\s*(?:"[^"\n]*"|'[^'\n]*')(?=(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*as\b)/g;

/** SWC, whose printer leaves out comments for the same reason. */
function swcBackend(swc: Swc, setting: Setting, newest?: Compared): Compared {
  const run = (code: string, file: string, plugin?: string): Outcome => {
    const given = options(file, setting, plugin, swc.version);
    const jsc = {
      ...given.jsc,
      externalHelpers: true,
      minify: { format: { comments: false as const } },
    };
    return transform(swc, code, { ...given, jsc });
  };
  const strips = setting !== "first";
  return {
    name: `swc-${swc.version}-${setting}`,
    tool: "SWC",
    strips,
    async expand(input, file) {
      return run(input, file, PLUGIN);
    },
    lower(code, file) {
      // It looks at what only a module has before macros and their imports go, or after that.
      const text = strips ? `${code}\nexport {};` : code;
      const made = run(text, file);
      // 1.15.0 refuses it with the name in quotes. It is left out, whatever it imports.
      return made.errors ? run(text.replace(QUOTED_TYPE, "type default"), file) : made;
    },
    ...(newest && { newest }),
  };
}

/** Every version of SWC under test, in every setting. */
export const SWC: readonly Compared[] = [
  ...VERSIONS.slice(0, -1).flatMap((swc) =>
    EVERY_SETTING.map((setting) => swcBackend(swc, setting, newestSwc(setting))),
  ),
  ...EVERY_SETTING.map(newestSwc),
];

function newestSwc(setting: Setting): Compared {
  return swcBackend(VERSIONS.at(-1)!, setting);
}

/** The backends, the one that all are compared with first. */
export const BACKENDS: readonly Compared[] = [bundler, ...BABEL, ...SWC];

/** With which words a tool refuses a code, without names and places; none if it does not. */
export function refusal(tool: Compared["tool"], code: string, file: string): string {
  try {
    if (tool === "Babel") BABEL_7.core.parseSync(code, parsing(file));
    if (tool === "SWC") VERSIONS.at(-1)!.transformSync(code, options(file, "first"));
    return "";
  } catch (error) {
    const { errors, message } = error as Error & { errors?: { text: string }[] };
    const text =
      errors?.[0]?.text ??
      message
        .trimStart()
        .split("\n")[0]
        .replace(/^\/\S+: |^x /, "");
    return text.replace(/(['"`]).*?\1/g, "…").replace(/ \(\d+:\d+\)/, "");
  }
}
