import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { writeTree } from "../tree.ts";

/** What one `check` did. */
interface Counts {
  /** How often the file system was asked. */
  asked: number;
  /** How often each block of code ran: `link/link.js:link:1234`. */
  ran: Record<string, number>;
}

/** A check without a cache, one after it, and one that fails. */
type Checks = Record<"cold" | "warm" | "failing", Counts>;

const PACKAGES = 120;

describe("check of a workspace that is twice as large", () => {
  let small: Checks;
  let large: Checks;
  beforeAll(() => {
    using tree = writeTree({});
    const script = fileURLToPath(new URL("count-steps.mjs", import.meta.url));
    const sizes = [PACKAGES, 2 * PACKAGES].map(String);
    const args = ["--no-opt", "--no-flush-bytecode", script, tree.dir, ...sizes];
    const printed = execFileSync(process.execPath, args, { maxBuffer: 2 ** 28 });
    [small, large] = JSON.parse(String(printed)) as [Checks, Checks];
  });

  test.each(["cold", "warm", "failing"] as const)("%s: no step more than twice", (which) => {
    const before = small[which].ran;
    // Sorting takes somewhat more than twice the steps, what is quadratic takes four times as many.
    const grown = Object.entries(large[which].ran).filter(
      ([step, count]) => count > PACKAGES && count > 2.7 * (before[step] ?? 0),
    );
    expect(grown.map(([step, count]) => `${step}: ${before[step] ?? 0}, then ${count}`)).toEqual(
      [],
    );
    expect(large[which].asked).toBeLessThanOrEqual(2 * small[which].asked);
  });

  test("parses nothing when nothing changed", () => {
    const parsed = ({ ran }: Counts): string[] =>
      Object.keys(ran).filter((step) => step.startsWith("expand/recognise.js:recognise:"));
    expect(parsed(small.cold)).not.toEqual([]);
    expect(parsed(small.warm)).toEqual([]);
  });
});
