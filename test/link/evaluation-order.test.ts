import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cycleOf, evaluateUntil } from "../../src/link/evaluation-order.ts";
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
    real[index].forEach((target, position) => {
      const evaluation = evaluateUntil(target, "0", importsOf);
      expect([...evaluation!.evaluated]).toEqual(real[index].slice(0, position));
      expect(evaluation!.path[0]).toBe("0");
      expect(evaluation!.path.at(-1)).toBe(target);
    });
    for (const name of Object.keys(program)) {
      if (!real[index].includes(name)) expect(evaluateUntil(name, "0", importsOf)).toBeNull();
    }
  });
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
  expect([...cycleOf("a", importsOf)].sort()).toEqual(["a", "b", "c"]);
  expect([...cycleOf("c", importsOf)].sort()).toEqual(["a", "b", "c"]);
  expect([...cycleOf("x", importsOf)]).toEqual(["x"]);
});
