/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Overriding interfaces in tests, under Vitest and Jest. A build for production that imports this
 * module fails with CI2016.
 *
 * @module
 */
import type { InterfaceOf, Linked } from "./interface-types.ts";
import {
  notLinkedForTests,
  overriddenByNoObject,
  overriddenByPromise,
  overriddenNoInterface,
} from "./messages/testing.ts";
import { described } from "./testing/described.ts";
import { OverrideError } from "./testing/override-error.ts";
import { addOverride, isOverriding, originalOf, removeOverride } from "./testing/overrides.ts";
import { type Overriding, testing } from "./testing/state.ts";

/** An override in force, until it is restored or its test ends. */
export interface Override extends Disposable {
  /** Whether it is still in force. */
  readonly active: boolean;
  /** Ends it. What it replaced is back, also where that is another override. */
  restore(): void;
}

/**
 * Replaces members of an interface for one test. Whoever reaches them through the linker gets the
 * replacements; members that are left out stay as they are linked. In a test, or in what runs before
 * each, it ends with the test at the latest, and no other test sees it, not even one that runs at the
 * same time. Elsewhere it holds for the tests of the file, until it is restored.
 *
 * @param definition the interface, as `def_interface` made it
 * @param members an object with some of its members; functions are called as its methods. Or a
 *   function that makes one of the members as they are without it, which it can call
 * @throws CI2017 where no Vitest or Jest linked the program, CI2018 for what is no interface or no
 *   member of it, CI2019 where tests that run at the same time would see it
 *
 * @example
 * test("greets", () => {
 *   override_interface(HelloIf, { hello: (name) => `mocked ${name}` });
 *   expect(greet("you")).toBe("mocked you");
 * });
 *
 * @example
 * using _ = override_interface(HelloIf, (original) => ({
 *   hello: (name, id) => original.hello(name, id).toUpperCase(),
 * }));
 */
export function override_interface<T>(
  definition: InterfaceOf<T>,
  members: Partial<NoInfer<T>> | ((original: Linked<NoInfer<T>>) => Partial<NoInfer<T>>),
): Override {
  const path = pathOf(definition);
  if (!testing().isLinked) throw new OverrideError(notLinkedForTests(path));
  const overriding: Overriding = { path, definition, members: {} };
  const made: unknown =
    typeof members === "function" ? members(originalOf(overriding) as Linked<T>) : members;
  if (isPromise(made)) throw new OverrideError(overriddenByPromise(path));
  if (typeof made !== "object" || made === null) {
    throw new OverrideError(overriddenByNoObject(path, described(made)));
  }
  overriding.members = made;
  addOverride(overriding);
  return {
    get active() {
      return isOverriding(overriding);
    },
    restore: () => removeOverride(overriding),
    // Where the realm has no such symbol, compiled `using` looks for what stands in for it.
    [Symbol.dispose ?? (Symbol.for("Symbol.dispose") as typeof Symbol.dispose)]: () =>
      removeOverride(overriding),
  };
}

/** `Mall/HelloIf`, as the expansion of `def_interface` says. */
function pathOf(definition: unknown): string {
  const isObject = typeof definition === "object" && definition !== null;
  const path = isObject && "interface" in definition ? definition.interface : undefined;
  if (typeof path === "string") return path;
  throw new OverrideError(
    overriddenNoInterface(isObject ? "another object" : described(definition)),
  );
}

/** One of any realm. */
function isPromise(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Promise]";
}
