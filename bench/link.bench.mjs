// How long linking takes: from scratch, and again after one edit; and how that grows.
//
//     npm run build && npm run bench -- link
//
// The packages are records, as the scanner would hand them over: the linker is a pure function.
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { link } from "../dist/link/link.js";

const RUNS = 15;
const SIZES = [1_000, 10_000];
const OPTIONS = { conditions: ["browser", "production"], production: true };
const NO_MANIFEST = {
  present: true,
  facade: false,
  defaultFacadeImpl: null,
  facadeImpl: [],
  implementations: {},
  symbols: null,
};

/** The budgets of DESIGN 8, in milliseconds, for the first size. */
const BUDGET = { link: 200, relink: 20 };

console.log(
  `node ${process.version}, ${cpus().length} cores, ${RUNS} runs each, median (min … max)\n`,
);
const rows = SIZES.flatMap(measure);
console.table(
  rows.map(({ what, size, times, errors }, index) => {
    const before = rows.find((row) => row.what === what && row.size < size);
    return {
      what,
      "interfaces = packages": size,
      ms: show(times),
      budget: size === SIZES[0] ? BUDGET[errors ? "link" : what] : "",
      growth: index >= rows.length / 2 ? growth(before, { times, size }) : "",
      errors,
    };
  }),
);

/** Links a workspace with as many interfaces as packages, then again after one edit each. */
function measure(size) {
  const whole = [];
  const again = [];
  for (let run = 0; run < RUNS; run++) {
    const graph = workspace(size);
    whole.push(timed(() => link(graph, OPTIONS)));
    edit(graph, run % size);
    again.push(timed(() => link(graph, OPTIONS)));
  }
  const linked = link(workspace(size), OPTIONS);
  if (linked.diagnostics.length > 0) throw new Error(linked.diagnostics[0].headline);
  const holes = workspace(size);
  for (const { files } of holes.packages.values()) {
    for (const file of files) file.implementations.length = 0;
  }
  const broken = [];
  for (let run = 0; run < RUNS; run++) broken.push(timed(() => link(holes, OPTIONS)));
  return [
    { what: "link", size, times: whole, errors: 0 },
    { what: "relink", size, times: again, errors: 0 },
    { what: "link", size, times: broken, errors: size },
  ].map((row) => ({ ...row, what: row.errors ? "link, nothing implemented" : row.what }));
}

/**
 * Package i defines interface i (every tenth under a name that another package also defines),
 * implements interface i - 1, and calls four others; the root depends on every hundredth, and each
 * package on ten that follow.
 */
function workspace(size) {
  const packages = new Map();
  const dirOf = (i) => `/ws/packages/p${String(i % size).padStart(6, "0")}`;
  const nameOf = (i) => (i % 10 === 0 ? `Shared${(i % size) % (size / 2)}` : `If${i % size}`);
  const dependency = (i, kind = "dependencies") => ({
    name: `p${i % size}`,
    kind,
    range: "workspace:*",
    dir: dirOf(i),
  });
  const add = (dir, name, dependencies, files) =>
    packages.set(dir, {
      dir,
      name,
      version: "1.0.0",
      source: true,
      manifest: NO_MANIFEST,
      dependencies,
      files,
    });
  const roots = Array.from({ length: Math.ceil(size / 10) }, (_, i) => dependency(i * 10));
  add("/ws/app", "app", roots, []);
  for (let i = 0; i < size; i++) {
    const file = `${dirOf(i)}/src/index.ts`;
    const span = (start) => ({ file, start, end: start + 5 });
    const members = ["one", "two", "three"];
    const to = (k) => ({ name: nameOf(k), namespace: null, source: `p${k % size}` });
    const called = [1, 2, 3, 4].map((k) => (i + k) % size).filter((k) => k % 10 !== 0);
    add(
      dirOf(i),
      `p${i}`,
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => dependency(i + k)),
      [
        {
          file,
          definitions: [
            {
              name: nameOf(i),
              namespace: null,
              members: members.map((name, k) => ({ name, optional: k === 2, span: span(k) })),
              defaults: [{ name: "three", kind: "function", span: span(10) }],
              span: span(20),
            },
          ],
          implementations: [
            {
              interface: to(i + 1),
              members: ["one", "two"].map((name) => ({ name, kind: "function", span: span(30) })),
              conditions: [],
              span: span(40),
            },
          ],
          calls: called.map((k) => ({ interface: to(k), member: "one", span: span(50 + k) })),
          diagnostics: [],
          dependencies: [],
        },
      ],
    );
  }
  return { root: "/ws/app", packages, diagnostics: [] };
}

/** What a save does: the table of one file is replaced. */
function edit(graph, i) {
  const found = [...graph.packages.values()][i + 1];
  const [file] = found.files;
  const moved = file.calls.map((call) => ({
    ...call,
    span: { ...call.span, start: call.span.start + 1 },
  }));
  graph.packages.set(found.dir, { ...found, files: [{ ...file, calls: moved }] });
}

function timed(work) {
  // The packages made for the run before are garbage, and no part of linking.
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function show(times) {
  const [min, max] = [Math.min(...times), Math.max(...times)];
  return `${median(times).toFixed(1)} (${min.toFixed(1)} … ${max.toFixed(1)})`;
}

function growth(before, { times, size }) {
  const factor = median(times) / median(before.times);
  return `${factor.toFixed(1)}x for ${size / before.size}x`;
}
