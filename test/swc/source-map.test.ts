import type { SourceMapInput } from "@jridgewell/trace-mapping";
import { describe, test } from "vitest";
import { options, PLUGIN } from "../backends/swc.ts";
import { FIXTURES } from "../commented.ts";
import {
  expectSymbolsTraced,
  expectWordsTraced,
  isTraced,
  type TracedWord,
  traceWords,
} from "../traced-words.ts";
import { VERSIONS } from "./versions.ts";

/** SWC itself names a decorated class here, which leads nowhere; without the plugin it picks another name. */
const NAMED_BY_SWC = ["file-decorators-of-a-class-expression"];

const WAYS = VERSIONS.flatMap((swc) =>
  (["legacy", "first"] as const).map((setting) => ({ version: swc.version, swc, setting })),
);

describe.each(WAYS)("@swc/core $version, `$setting`", ({ swc, setting }) => {
  const words = (input: string, file: string, plugin?: string): TracedWord[] => {
    const given = { ...options(file, setting, plugin, swc.version), sourceMaps: true };
    const { code, map } = swc.transformSync(input, given);
    return traceWords(code, map as SourceMapInput, input, file);
  };

  const traced = FIXTURES.filter(({ name }) => !NAMED_BY_SWC.includes(name));

  test.each(traced)("$name leads to what was written", ({ input, file }) => {
    const found = words(input, file, PLUGIN);
    // What SWC lowers leads nowhere, with the plugin and without.
    const untraced = words(input, file).filter((word) => !isTraced(word));
    const lost = new Set(untraced.map(({ word }) => word));
    expectWordsTraced(found.filter(({ word }) => !lost.has(word)));
    expectSymbolsTraced(found);
  });
});
