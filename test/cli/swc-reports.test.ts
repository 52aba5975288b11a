import swc from "@swc/core";
import { expect, test } from "vitest";
import { readSwcReports } from "../../src/cli/swc-reports.ts";
import { expand } from "../../src/expand/expand.ts";
import { options, PLUGIN } from "../backends/swc.ts";
import { thrownBy } from "../swc/thrown.ts";

const WRONG = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
const é = "😀", text = call_interface(HelloIf?.hello()); // error[CI1001]: no
export { call_interface };
`;
const thrown = thrownBy(() => swc.transformSync(WRONG, options("main.ts", "default", PLUGIN)));

test("errors that the backend of bundlers finds are shown as it finds them", () => {
  expect(readSwcReports(thrown, WRONG, "/main.ts")).toEqual(expand(WRONG, "/main.ts")!.diagnostics);
});

test("others are shown as they are reported, where they begin", () => {
  // Without the macros nothing else finds these errors.
  const unknown = WRONG.replace("crate-interface/macro", "crate-interface/other");
  const found = expand(WRONG, "/main.ts")!.diagnostics;
  const expected = found.map(({ labels: [{ span }], ...said }) => ({
    ...said,
    labels: [{ span: { ...span, end: span.start + 1 }, text: "" }],
  }));
  expect(readSwcReports(thrown, unknown, "/main.ts")).toEqual(expected);
});

test("an error of SWC itself is none of ours", () => {
  const given = options("main.ts", "default", "/there/is/none.wasm");
  expect(
    readSwcReports(
      thrownBy(() => swc.transformSync("", given)),
      "",
      "/main.ts",
    ),
  ).toBe(null);
});
