import {
  overriddenByNoFunction,
  overriddenByNoTest,
  overriddenUnknown,
} from "../messages/testing.ts";
import { described } from "./described.ts";
import { isClass } from "./facade.ts";
import { OverrideError } from "./override-error.ts";
import { checkShared, currentTest, refreshConstants } from "./scopes.ts";
import { type OverridablePart, type Overriding, type Scope, testing } from "./state.ts";

/** A member's value, and the object that it is a method of when it is called. */
export interface Found {
  value: unknown;
  /** `null` for a linked member, which has no receiver. */
  holder: object | null;
}

/**
 * Puts an override into force: in the running test, or in the whole file when there is none.
 *
 * @throws CI2018 when a plain object has what is no member, CI2019 when several tests would see it
 */
export function addOverride(overriding: Overriding): void {
  const { running, file, parts } = testing();
  // Tells of members that there are not.
  for (const part of parts) part.isMeantBy(overriding);
  if (running.size > 1) checkShared(overriding);
  const test = currentTest();
  if (!test && running.size > 0) throw new OverrideError(overriddenByNoTest(overriding.path));
  (test ?? file).overrides.push(overriding);
  refreshConstants();
}

/** Ends an override, wherever it is in force. */
export function removeOverride(overriding: Overriding): void {
  for (const scope of scopes()) {
    scope.overrides = scope.overrides.filter((other) => other !== overriding);
  }
  refreshConstants();
}

/** Whether an override is in force in any test. */
export function isOverriding(overriding: Overriding): boolean {
  return scopes().some(({ overrides }) => overrides.includes(overriding));
}

/**
 * What overrides a member for the calling code: in its test, or else in the file.
 *
 * @param below only what this override replaces counts
 */
export function findOverride(
  part: OverridablePart,
  member: string,
  below: Overriding | null = null,
): Found | null {
  const overrides = inForce();
  const from = below === null ? -1 : overrides.indexOf(below);
  const found = overrides
    .slice(from + 1)
    .find((each) => part.isMeantBy(each) && hasMember(each.members, member));
  return found ? { value: Reflect.get(found.members, member), holder: found.members } : null;
}

/**
 * The members that an override replaces, read when they are asked for: CI2001 for one that nothing
 * implements.
 */
export function originalOf(overriding: Overriding): object {
  return new Proxy(Object.freeze({}), {
    get: (_, member) => {
      if (typeof member === "symbol") return undefined;
      for (const part of testing().parts) {
        if (!part.isMeantBy(overriding)) continue;
        const replaced = findOverride(part, member, overriding);
        if (replaced) return bound(replaced);
        const linked = part.linked(member);
        if (linked) return linked.value;
      }
      return undefined;
    },
  });
}

/**
 * Reports members that the interface does not have, or not like this. An instance of a class may have
 * more, as far as types are concerned: its state.
 *
 * @throws CI2018
 */
export function checkMembers({ path, members }: Overriding, part: OverridablePart): void {
  checkFunctions(path, members, part);
  const known = part.members;
  if (known === null || !isPlain(members)) return;
  const unknown = Object.keys(members).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new OverrideError(overriddenUnknown(path, unknown, [...known]));
}

/**
 * A function that is overridden by none would fail where it is called. Only `null` may be meant, by a
 * constant that happens to be a function.
 */
function checkFunctions(path: string, members: object, part: OverridablePart): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    const { value } = descriptor;
    if (!("value" in descriptor) || value === null || typeof value === "function") continue;
    if (!part.isFunction(name)) continue;
    throw new OverrideError(overriddenByNoFunction(path, name, described(value)));
  }
}

/** Whether an object has a member by itself or by its class. What every object has does not count. */
export function hasMember(members: object, name: string): boolean {
  for (let at: object | null = members; at && !isRoot(at); at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, name)) return name !== "constructor" || at === members;
  }
  return false;
}

function bound({ value, holder }: Found): unknown {
  const isCalled = typeof value === "function" && !isClass(value);
  return isCalled ? (...args: unknown[]) => Reflect.apply(value, holder, args) : value;
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || isRoot(prototype);
}

/** `Object.prototype`, of whichever realm. */
function isRoot(object: object): boolean {
  return Object.getPrototypeOf(object) === null && Object.hasOwn(object, "hasOwnProperty");
}

/** Those that hold for the calling code, the last one first. */
function inForce(): Overriding[] {
  const test = currentTest();
  return [...testing().file.overrides, ...(test?.overrides ?? [])].reverse();
}

function scopes(): Scope[] {
  const { file, running } = testing();
  return [file, ...running];
}
