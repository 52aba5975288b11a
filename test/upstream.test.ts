import { expect, test } from "vitest";
import { bundlers } from "./bundlers/bundlers.ts";
import { run } from "./bundlers/run.ts";
import { type PackageSource, workspace } from "./bundlers/workspace.ts";

// The integration tests of Rust's `crate_interface` 0.3 (tests/ and test_crates/), told again in
// TypeScript, with its names and values. docs/upstream.md lists what each became.

const MACROS = `import { call_interface, def_interface, impl_interface, use_interface } from "crate-interface/macro";\n`;

/** Bundles the packages, of which `app` exports `results`, and returns those. */
async function results(packages: Record<string, PackageSource>): Promise<unknown> {
  using tree = workspace(packages);
  const root = tree.path("packages/app");
  tree.write(
    "packages/app/src/print.ts",
    'import { results } from "./main.ts"; console.log(JSON.stringify(results));',
  );
  const { esbuild } = bundlers;
  const { entry } = await esbuild!({
    root,
    entry: `${root}/src/print.ts`,
    out: `${root}/dist`,
    platform: "node",
    plugin: { root },
  });
  return JSON.parse(await run(entry));
}

/** A package of one file. */
const source = (text: string, dependencies: string[] = []): PackageSource => ({
  dependencies,
  files: { "src/index.ts": MACROS + text },
});

/** The application: its file, and its callers for consumers without macros. */
const app = (main: string, dependencies: string[], callers = ""): PackageSource => ({
  dependencies,
  files: { "src/main.ts": MACROS + main, "src/callers.ts": MACROS + callers },
});

test("tests/test_crate_interface.rs: definition, implementation and calls in one package", async () => {
  const packages = {
    app: {
      files: {
        "src/simple.ts": `${MACROS}
          export interface SimpleIf { foo(): number; /** Test comments */ bar(a: number, b: number[], c: string): string }
          export const SimpleIf = def_interface<SimpleIf>();
          export const WithCallerIf = def_interface<{ baz(x: number): number }>();`,
        "src/a.ts": `${MACROS} export const NamespaceIf = def_interface<{ qux(): number }>({ namespace: "A_NS" });`,
        "src/b.ts": `${MACROS} export const NamespaceIf = def_interface<{ qux(): number }>({ namespace: "B_NS" });`,
        "src/impl.ts": `${MACROS}
          import { SimpleIf, WithCallerIf } from "./simple.ts";
          import * as a from "./a.ts";
          import * as b from "./b.ts";
          impl_interface(SimpleIf, { foo: () => 456, /** Test comments2 */ bar(a, b, c) { return [a, b[1], c].join(); } });
          impl_interface(WithCallerIf, { baz: (x) => x + 1 });
          impl_interface(a.NamespaceIf, { qux: () => 1 }, { namespace: "A_NS" });
          impl_interface(b.NamespaceIf, { qux: () => 2 }, { namespace: "B_NS" });`,
        "src/callers.ts": `${MACROS}
          import { WithCallerIf } from "./simple.ts";
          import * as a from "./a.ts";
          import * as b from "./b.ts";
          export const { baz } = use_interface(WithCallerIf);
          export const { qux: a_qux } = use_interface({ namespace: "A_NS" }, a.NamespaceIf);
          export const { qux: b_qux } = use_interface({ namespace: "B_NS" }, b.NamespaceIf);`,
        "src/main.ts": `${MACROS}
          import * as simple from "./simple.ts";
          import * as a from "./a.ts";
          import * as b from "./b.ts";
          import { a_qux, b_qux, baz } from "./callers.ts";
          export const results = [
            call_interface(simple.SimpleIf.bar, 123, [2, 3, 5, 7, 11], "test"),
            call_interface(simple.SimpleIf.bar(123, [2, 3, 5, 7, 11], "test")),
            call_interface(simple.SimpleIf.foo),
            call_interface(simple.SimpleIf.foo,),
            baz(42),
            call_interface({ namespace: "A_NS" }, a.NamespaceIf.qux),
            call_interface({ namespace: "B_NS" }, b.NamespaceIf.qux),
            a_qux(),
            b_qux(),
          ];`,
      },
    },
  };
  expect(await results(packages)).toEqual(["123,3,test", "123,3,test", 456, 456, 43, 1, 2, 1, 2]);
});

test("test_crates/test-simple: across packages, with namespaces and callers", async () => {
  const packages = {
    "define-simple": source(`
      export interface SimpleIf { get_value(): number; compute(a: number, b: number): number; get_name(): string }
      export const SimpleIf = def_interface<SimpleIf>();
      export const NamespacedIf = def_interface<{ get_id(): number }>({ namespace: "SimpleNs" });
      export const CallerIf = def_interface<{ add_one(x: number): number; multiply(a: number, b: number): number }>();
      export const AdvancedIf = def_interface<{ process(input: number): number }>({ namespace: "AdvancedNs" });`),
    "impl-simple": source(
      `
      import { AdvancedIf, CallerIf, NamespacedIf, SimpleIf } from "define-simple";
      impl_interface(SimpleIf, class { static get_value() { return 12345; } static compute(a: number, b: number) { return a * b + 10; } static get_name() { return "SimpleImpl"; } });
      impl_interface(NamespacedIf, { get_id: () => 999 }, { namespace: "SimpleNs" });
      impl_interface(CallerIf, { add_one: (x) => x + 1, multiply: (a, b) => a * b });
      impl_interface(AdvancedIf, { process: (input) => input * 2 + 100 }, { namespace: "AdvancedNs" });`,
      ["define-simple"],
    ),
    app: app(
      `
      import { AdvancedIf, CallerIf, NamespacedIf, SimpleIf } from "define-simple";
      import { add_one, multiply, process } from "./callers.ts";
      export const results = {
        simple: [call_interface(SimpleIf.get_value), call_interface(SimpleIf.compute, 10, 5), call_interface(SimpleIf.get_name)],
        namespaced: call_interface({ namespace: "SimpleNs" }, NamespacedIf.get_id),
        caller: [call_interface(CallerIf.add_one, 41), call_interface(CallerIf.multiply, 6, 7), add_one(99), multiply(3, 4)],
        advanced: [call_interface({ namespace: "AdvancedNs" }, AdvancedIf.process, 50), process(100)],
        multiple: Array.from({ length: 4 }, (_, i) => call_interface(SimpleIf.compute, i, i)),
      };`,
      ["define-simple", "impl-simple"],
      `
      import { AdvancedIf, CallerIf } from "define-simple";
      export const { add_one, multiply } = use_interface(CallerIf);
      export const { process } = use_interface({ namespace: "AdvancedNs" }, AdvancedIf);`,
    ),
  };
  expect(await results(packages)).toEqual({
    simple: [12345, 60, "SimpleImpl"],
    namespaced: 999,
    caller: [42, 42, 100, 12],
    advanced: [200, 300],
    multiple: [10, 11, 14, 19],
  });
});

const defineWeak = source(`
  export interface WeakDefaultIf {
    required_value(): number;
    default_value?(): number;
    default_add?(a: number, b: number): number;
    required_name(): string;
    default_greeting?(): string;
  }
  export const WeakDefaultIf = def_interface<WeakDefaultIf>({
    defaults: {
      default_value: () => 42,
      default_add: (a, b) => a + b,
      default_greeting: () => "Hello from weak default!",
    },
  });

  export interface AllDefaultIf { method_a?(): number; method_b?(): number; method_c?(x: number): number }
  export const AllDefaultIf = def_interface<AllDefaultIf>({
    defaults: { method_a: () => 100, method_b: () => 200, method_c: (x) => x * 2 },
  });

  export interface NamespacedWeakIf { get_id(): number; get_default_multiplier?(): number }
  export const NamespacedWeakIf = def_interface<NamespacedWeakIf>({
    namespace: "WeakNs",
    defaults: { get_default_multiplier: () => 10 },
  });

  export interface CallerWeakIf { compute(x: number): number; default_offset?(): number }
  export const CallerWeakIf = def_interface<CallerWeakIf>({ defaults: { default_offset: () => 1000 } });

  export interface SelfRefIf {
    base_value?(): number;
    derived_value?(): number;
    derived_with_offset?(offset: number): number;
    transform?(v: number): number;
    call_via_ref?(v: number): number;
    call_twice?(v: number): number;
    required_id(): number;
  }
  export const SelfRefIf = def_interface<SelfRefIf>({
    defaults: {
      base_value() { return 100; },
      derived_value() { return this.base_value() * 2; },
      derived_with_offset(offset) { return this.base_value() + offset; },
      transform(v) { return v + 1; },
      call_via_ref(v) { const f = this.transform; return f(v); },
      call_twice(v) { const f1 = this.transform; const f2 = this.transform; return f2(f1(v)); },
    },
  });`);

const callSelfRef = `[
  call_interface(SelfRefIf.base_value), call_interface(SelfRefIf.derived_value),
  call_interface(SelfRefIf.derived_with_offset, 50), call_interface(SelfRefIf.transform, 5),
  call_interface(SelfRefIf.call_via_ref, 5), call_interface(SelfRefIf.call_twice, 5),
  call_interface(SelfRefIf.required_id),
]`;

test("test_crates/test-weak: defaults that are overridden, all or some", async () => {
  const packages = {
    "define-weak": defineWeak,
    "impl-weak": source(
      `
      import { AllDefaultIf, CallerWeakIf, NamespacedWeakIf, SelfRefIf, WeakDefaultIf } from "define-weak";
      impl_interface(WeakDefaultIf, {
        required_value: () => 2000,
        required_name: () => "FullImpl",
        default_value: () => 99,
        default_add: (a, b) => a * b,
        default_greeting: () => "Hello from FullImpl override!",
      });
      impl_interface(AllDefaultIf, { method_a: () => 111 });
      impl_interface(NamespacedWeakIf, { get_id: () => 12345 }, { namespace: "WeakNs" });
      impl_interface(CallerWeakIf, { compute: (x) => x * 3 });
      impl_interface(SelfRefIf, { required_id: () => 2, base_value: () => 500, transform: (v) => v * 10 });`,
      ["define-weak"],
    ),
    app: app(
      `
      import { AllDefaultIf, CallerWeakIf, NamespacedWeakIf, SelfRefIf, WeakDefaultIf } from "define-weak";
      import { compute, default_offset } from "./callers.ts";
      export const results = {
        required: [call_interface(WeakDefaultIf.required_value), call_interface(WeakDefaultIf.required_name)],
        overridden: [call_interface(WeakDefaultIf.default_value), call_interface(WeakDefaultIf.default_add, 10, 20), call_interface(WeakDefaultIf.default_greeting)],
        all: [call_interface(AllDefaultIf.method_a), call_interface(AllDefaultIf.method_b), call_interface(AllDefaultIf.method_c, 5)],
        namespaced: [call_interface({ namespace: "WeakNs" }, NamespacedWeakIf.get_id), call_interface({ namespace: "WeakNs" }, NamespacedWeakIf.get_default_multiplier)],
        callers: [call_interface(CallerWeakIf.compute, 100), call_interface(CallerWeakIf.default_offset), compute(50), default_offset()],
        self: ${callSelfRef},
      };`,
      ["define-weak", "impl-weak"],
      `
      import { CallerWeakIf } from "define-weak";
      export const { compute, default_offset } = use_interface(CallerWeakIf);`,
    ),
  };
  expect(await results(packages)).toEqual({
    required: [2000, "FullImpl"],
    overridden: [99, 200, "Hello from FullImpl override!"],
    all: [111, 200, 10],
    namespaced: [12345, 10],
    callers: [300, 1000, 150, 1000],
    self: [500, 1000, 550, 50, 50, 500, 2],
  });
});

test("test_crates/test-weak-partial and tests/test_weak_default.rs: defaults that are not", async () => {
  const packages = {
    "define-weak": defineWeak,
    "impl-weak-partial": source(
      `
      import { SelfRefIf, WeakDefaultIf } from "define-weak";
      impl_interface(WeakDefaultIf, { required_value: () => 5555, required_name: () => "PartialOnlyImpl" });
      impl_interface(SelfRefIf, { required_id: () => 1 });`,
      ["define-weak"],
    ),
    app: app(
      `
      import { AllDefaultIf, SelfRefIf, WeakDefaultIf } from "define-weak";
      export const results = {
        required: [call_interface(WeakDefaultIf.required_value), call_interface(WeakDefaultIf.required_name)],
        defaults: [call_interface(WeakDefaultIf.default_value), call_interface(WeakDefaultIf.default_add, 10, 20), call_interface(WeakDefaultIf.default_greeting)],
        multiple: Array.from({ length: 4 }, (_, i) => call_interface(WeakDefaultIf.default_add, i, i * 2)),
        self: ${callSelfRef},
        unimplemented: call_interface(AllDefaultIf.method_c, 5),
      };`,
      ["define-weak", "impl-weak-partial"],
    ),
  };
  expect(await results(packages)).toEqual({
    required: [5555, "PartialOnlyImpl"],
    defaults: [42, 30, "Hello from weak default!"],
    multiple: [0, 3, 6, 9],
    self: [100, 200, 150, 6, 6, 7, 1],
    unimplemented: 10,
  });
});
