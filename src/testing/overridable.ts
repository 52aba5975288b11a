/**
 * What the modules are made of that stand between callers and implementations while tests run. Their
 * text comes from `src/link/overridable.ts`.
 *
 * @module
 */
import {
  neitherImplementedNorOverridden,
  overriddenByNoFunction,
  overrideCallsItself,
} from "../messages/testing.ts";
import { described } from "./described.ts";
import { facadeOf } from "./facade.ts";
import { OverrideError } from "./override-error.ts";
import { checkMembers, type Found, findOverride, hasMember } from "./overrides.ts";
import { type OverridablePart, type Overriding, testing } from "./state.ts";

/** An interface, and those of its members that come from one file. */
export interface OverridableOptions {
  /** How the interface is called, such as `Mall/HelloIf`. */
  path: string;
  /** How the package being tested is called. */
  root: string;
  /** The names of all members of the interface; `null` where they cannot be seen. */
  members: readonly string[] | null;
  /**
   * What `def_interface` made, in each copy of the package, where there are several interfaces of this
   * name; read when it is needed, since its module may import this one.
   */
  definitions: (() => readonly unknown[]) | null;
  /**
   * By name, what the members of this file are linked to; `null` for one that nothing implements.
   * Read when it is needed, for the same reason.
   */
  linked: Readonly<Record<string, (() => unknown) | null>>;
}

/** What one generated module exports, looked up anew each time that it is used. */
export class Overridable implements OverridablePart {
  readonly path: string;
  readonly members: readonly string[] | null;
  readonly #options: OverridableOptions;
  readonly #facades = new Map<string, object>();
  readonly #constants = new Map<string, Constant>();
  readonly #checked = new WeakSet<Overriding>();
  #areEvaluated = false;
  /** How many calls of overrides have not returned. */
  #depth = 0;

  constructor(options: OverridableOptions) {
    this.#options = options;
    this.path = options.path;
    this.members = options.members;
    testing().parts.add(this);
  }

  /** Calls a member that is linked to a function, or would be. */
  call(member: string, self: unknown, args: ArrayLike<unknown>): unknown {
    const { value, holder } = this.#current(member);
    if (typeof value !== "function") {
      throw new OverrideError(overriddenByNoFunction(this.path, member, described(value)));
    }
    return holder
      ? this.#callOverride(member, () => Reflect.apply(value, holder, args))
      : Reflect.apply(value, self, args);
  }

  /**
   * The value of a member that may be a constant, for the export of an ES module.
   *
   * @param assign gives the export another value: a constant cannot be looked up when it is used
   */
  constant(member: string, assign: (value: unknown) => void): unknown {
    const value = this.get(member);
    this.#constants.set(member, { value, assign });
    return value;
  }

  /** The value of a member for the calling code; of a function or class, what stands for it. */
  get(member: string): unknown {
    const found = findOverride(this, member) ?? this.#read(member);
    return found && !this.#isFacade(member, found.value) ? found.value : this.#facade(member);
  }

  /** Gives what calls a function the number of its parameters, which some look at. */
  shape(member: string, wrapper: object): void {
    const length = (this.#read(member)?.value as { length?: unknown } | undefined)?.length;
    if (typeof length === "number") Object.defineProperty(wrapper, "length", { value: length });
  }

  isMeantBy(overriding: Overriding): boolean {
    if (overriding.path !== this.path) return false;
    const { definitions } = this.#options;
    if (definitions && !definitions().includes(overriding.definition)) return false;
    if (!this.#checked.has(overriding)) checkMembers(overriding, this);
    this.#checked.add(overriding);
    return true;
  }

  linked(member: string): { value: unknown } | undefined {
    const { linked, root } = this.#options;
    if (!Object.hasOwn(linked, member)) return undefined;
    const read = linked[member];
    if (!read) throw new OverrideError(neitherImplementedNorOverridden(this.path, member, root));
    return { value: read() };
  }

  isFunction(member: string): boolean {
    return typeof this.#read(member)?.value === "function";
  }

  refresh(areEvaluated: boolean): void {
    this.#areEvaluated ||= areEvaluated;
    for (const [member, constant] of this.#constants) {
      const value = this.get(member);
      if (Object.is(value, constant.value)) continue;
      constant.value = value;
      constant.assign(value);
    }
  }

  constantOf(overriding: Overriding): string | null {
    if (!this.isMeantBy(overriding)) return null;
    for (const member of this.#constants.keys()) {
      if (!hasMember(overriding.members, member)) continue;
      if (!this.#isFacade(member, Reflect.get(overriding.members, member))) return member;
    }
    return null;
  }

  #current(member: string): Found {
    return findOverride(this, member) ?? { ...this.linked(member)!, holder: null };
  }

  #callOverride(member: string, call: () => unknown): unknown {
    if (this.#depth >= TOO_DEEP) throw new OverrideError(overrideCallsItself(this.path, member));
    this.#depth++;
    try {
      return call();
    } finally {
      this.#depth--;
    }
  }

  /**
   * What a member is linked to; `null` if that is nothing, or while its module is being evaluated.
   * Until then, hosts that emulate modules show `undefined` where others throw.
   */
  #read(member: string): Found | null {
    try {
      const linked = this.linked(member);
      if (!linked || (linked.value === undefined && !this.#areEvaluated)) return null;
      return { value: linked.value, holder: null };
    } catch {
      return null;
    }
  }

  /** Functions and classes have something that stands for them, unless a constant is what they replace. */
  #isFacade(member: string, value: unknown): boolean {
    if (typeof value !== "function") return false;
    const linked = this.#read(member);
    return linked === null || typeof linked.value === "function";
  }

  #facade(member: string): object {
    let facade = this.#facades.get(member);
    if (!facade) {
      facade = facadeOf(() => this.#current(member));
      this.#facades.set(member, facade);
    }
    return facade;
  }
}

/**
 * How many calls of overrides inside of each other are taken for an override that calls itself. Left
 * alone it would end in an error of any kind: where the stack is full, V8 and Node make wrong ones.
 */
const TOO_DEEP = 500;

/** An export that is assigned. */
interface Constant {
  value: unknown;
  assign(value: unknown): void;
}
