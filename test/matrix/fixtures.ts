import { BABEL, BABEL_7, BABEL_8 } from "../backends/babel.ts";
import { compare, readFixtures } from "../fixture.ts";

// One run of the matrix: every fixture through one version of Babel. Prints JSON for `run.mjs`.

const [version] = process.argv.slice(2);
const { core } = version === "7" ? BABEL_7 : BABEL_8;
const rows = [];
for (const backend of BABEL.filter(({ name }) => name.startsWith(`babel-${version}-`))) {
  const start = performance.now();
  const failed = [];
  const fixtures = readFixtures();
  for (const fixture of fixtures) {
    try {
      const { actual, expected } = await compare(backend, fixture);
      if (String(actual) !== String(expected)) {
        failed.push({ fixture: fixture.name, actual, expected });
      }
    } catch (error) {
      failed.push({ fixture: fixture.name, actual: String(error), expected: null });
    }
  }
  rows.push({
    node: process.version,
    babel: core.version,
    backend: backend.name,
    fixtures: fixtures.length,
    failed,
    seconds: Number(((performance.now() - start) / 1000).toFixed(1)),
  });
}
console.log(JSON.stringify(rows));
