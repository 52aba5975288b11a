import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCycles, evaluate } from "../../src/link/cycles/evaluation-order.ts";
import { writeTree } from "../tree.ts";

/** Modules `0`, `1`, ... and what each imports, in order. */
type Program = string[][];

const programs = fc.sample(
  fc.array(fc.array(fc.constantFrom("0", "1", "2", "3", "4", "5", "6"), { maxLength: 4 }), {
    minLength: 7,
    maxLength: 7,
  }),
  { numRuns: 100, seed: 2026 },
);

/** In which order Node evaluates the modules of each program from module `0`. */
function evaluateInNode(all: Program[]): string[][] {
  const files: Record<string, string> = {};
  all.forEach((program, index) => {
    program.forEach((imports, name) => {
      const lines = imports.map((imported) => `import "./${imported}.mjs";`);
      files[`${index}/${name}.mjs`] = `${lines.join("\n")}\nglobalThis.ran.push("${name}");\n`;
    });
  });
  files["main.mjs"] = `const all = [];
for (let index = 0; index < ${all.length}; index++) {
  globalThis.ran = [];
  await import(\`./\${index}/0.mjs\`);
  all.push(globalThis.ran);
}
console.log(JSON.stringify(all));`;
  using tree = writeTree(files);
  const printed = execFileSync(process.execPath, [tree.path("main.mjs")], { encoding: "utf8" });
  return JSON.parse(printed);
}

test("modules run in the order in which Node runs them", () => {
  const real = evaluateInNode(programs);
  expect(real.filter((ran) => ran.length > 3).length).toBeGreaterThan(50);
  programs.forEach((program, index) => {
    const importsOf = (file: string): string[] => program[Number(file)];
    const { order, runs, isBefore, path } = evaluate("0", importsOf);
    expect(order).toEqual(real[index]);
    for (const name of Object.keys(program)) expect(runs(name)).toBe(order.includes(name));
    for (const [position, name] of order.entries()) {
      const way = path(name);
      expect([way[0], way.at(-1)]).toEqual(["0", name]);
      way.slice(1).forEach((to, i) => {
        expect(importsOf(way[i])).toContain(to);
      });
      expect(isBefore(name, order[position + 1] ?? "0")).toBe(position + 1 < order.length);
    }
  });
});

test("cycles are those that a search from each module finds, and each import is looked at once", () => {
  for (const program of programs) {
    let looks = 0;
    const reached = (from: string): Set<string> => {
      const all = new Set([from]);
      for (const file of all) for (const to of program[Number(file)]) all.add(to);
      return all;
    };
    const cycleOf = createCycles((file) => {
      looks++;
      return program[Number(file)];
    });
    for (const file of Object.keys(program)) {
      const expected = [...reached(file)].filter((other) => reached(other).has(file));
      expect([...cycleOf(file)].sort()).toEqual(expected.sort());
    }
    expect(looks).toBe(program.length + program.flat().length);
  }
});

test("a cycle is the modules that reach each other", () => {
  const program: Record<string, string[]> = {
    a: ["b", "x"],
    b: ["c"],
    c: ["a", "c"],
    x: ["y"],
    y: [],
  };
  const importsOf = (file: string): string[] => program[file];
  const cycleOf = createCycles(importsOf);
  expect([...cycleOf("a")].sort()).toEqual(["a", "b", "c"]);
  expect([...cycleOf("c")].sort()).toEqual(["a", "b", "c"]);
  expect([...cycleOf("x")]).toEqual(["x"]);
});
