import { describe, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import { position, readFixtures } from "../fixture.ts";
import {
  expectSymbolsTraced,
  expectWordsTraced,
  type TracedWord,
  traceWords,
} from "../traced-words.ts";

const FIXTURES = readFixtures().filter(
  ({ output, file }) => output !== null && !/vue|svelte/.test(file),
);

describe("every word that a user wrote leads to where it was written", () => {
  test.each(FIXTURES)("$name", ({ input, file }) => {
    expectWordsTraced(trace(input, file));
  });
});

describe("every symbol leads to the member or the interface that it stands for", () => {
  test.each(FIXTURES)("$name", ({ input, file }) => {
    expectSymbolsTraced(trace(input, file));
  });
});

test("columns are those of moved defaults, arrow bodies and arguments", () => {
  const input = [
    'import { def_interface, impl_interface, call_interface } from "crate-interface/macro";',
    'import { ByeIf } from "bye-if";',
    "export const HelloIf = def_interface({",
    "  defaults: { greet: (name) => name.trim(greeting) },",
    "});",
    "impl_interface(ByeIf, { bye: async (who) => await who.leave() });",
    "call_interface(ByeIf.bye, first.value, second);",
  ].join("\n");
  const places = Object.fromEntries(
    trace(input, "input.ts").map(({ word, at, input: rest }) => [
      word,
      `${at} from ${position(input, input.length - rest.length)}`,
    ]),
  );
  expect(places).toMatchObject({
    HelloIf: "2:14 from 3:14",
    __HelloIf_greet$weak: "3:17 from 4:15",
    trim: "3:58 from 4:37",
    greeting: "3:63 from 4:42",
    leave: "4:59 from 6:55",
    second: "5:28 from 7:40",
  });
});

test("the map names the file and holds its text, so that bundlers can compose it", () => {
  const input = FIXTURES[0].input;
  const map = expand(input, "/src/hello.ts")!.map!;
  expect(map.sources).toEqual(["/src/hello.ts"]);
  expect(map.sourcesContent).toEqual([input]);
});

function trace(input: string, file: string): TracedWord[] {
  const expansion = expand(input, `/fixture/${file}`);
  if (!expansion?.map) return [];
  return traceWords(expansion.code, expansion.map.toString(), input, file);
}
