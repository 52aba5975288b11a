import { constantOfSeveral, overriddenForSeveral } from "../messages/testing.ts";
import { OverrideError } from "./override-error.ts";
import { type Overriding, type Scope, testing } from "./state.ts";

/** Says that the runner of this realm's tests is prepared. First thing in its setup file. */
export function linkForTests(): void {
  testing().isLinked = true;
}

/**
 * Runs a test, with the hooks around it, in a scope of its own: what it overrides ends when it does,
 * and is seen by no test that runs at the same time.
 *
 * An `AsyncLocalStorage.run` around the test is what makes this safe. `enterWith` in a test would also
 * be in force for what the runner starts afterwards in the same turn, such as the next test.
 *
 * @throws CI2019 when another running test has overridden a constant
 */
export async function inTest<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  const { storage } = testing();
  const scope = begin();
  try {
    return await (storage ? storage.run(scope, run) : run());
  } finally {
    end(scope);
  }
}

/** The same for a runner that can only be told when a test begins: one that runs by itself. */
export function beginTest(): void {
  endTest();
  testing().alone = begin();
}

/** Ends the test that {@link beginTest} began. */
export function endTest(): void {
  const state = testing();
  if (state.alone) end(state.alone);
  state.alone = null;
}

/** Ends what was overridden outside of tests. */
export function endFile(): void {
  testing().file.overrides = [];
  refreshConstants();
}

/**
 * The scope of the running test that the calling code belongs to; `null` when it belongs to none.
 * Code that lost its context, such as the callback of a timer that another test has started, belongs
 * to the only test that there is.
 */
export function currentTest(): Scope | null {
  const { storage, running, alone } = testing();
  const own = storage?.getStore();
  if (own && running.has(own)) return own;
  if (alone) return alone;
  const [only] = running;
  return running.size === 1 ? only! : null;
}

/**
 * Reports an override that would be in force for other tests as well.
 *
 * @throws CI2019
 */
export function checkShared(overriding: Overriding): void {
  const { storage, parts } = testing();
  if (!storage) throw new OverrideError(overriddenForSeveral(overriding.path));
  for (const part of parts) {
    const constant = part.constantOf(overriding);
    if (constant !== null) throw new OverrideError(constantOfSeveral(overriding.path, constant));
  }
}

/** Has every exported constant say what it should. */
export function refreshConstants(areEvaluated = false): void {
  for (const part of testing().parts) part.refresh(areEvaluated);
}

function begin(): Scope {
  const { running } = testing();
  for (const { overrides } of running) {
    for (const overriding of overrides) checkShared(overriding);
  }
  const scope: Scope = { overrides: [] };
  running.add(scope);
  refreshConstants(true);
  return scope;
}

function end(scope: Scope): void {
  scope.overrides = [];
  testing().running.delete(scope);
  refreshConstants();
}
