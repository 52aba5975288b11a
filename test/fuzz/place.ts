/** What may stand where a piece is written. */
export interface Place {
  await: boolean;
  yield: boolean;
  return: boolean;
  /** Whether `break` has something to leave, and `continue` something to repeat. */
  loop: boolean;
  /** Whether `using` may declare something: not at the top, nor in `case`. */
  using: boolean;
  /** Whether `this` is that of an interface: in a member, outside of functions of its own. */
  self: boolean;
  /** Whether `this` and `import.meta` may stand here: not in namespaces. */
  this: boolean;
  /** Whether `super.x` is no early error. */
  super: boolean;
  /** Whether `arguments` is that of a function, or a name like any other. */
  arguments: "own" | "free" | "arrow" | "forbidden";
}

/** The top level of a module. */
export const MODULE: Place = {
  await: true,
  yield: false,
  return: false,
  loop: false,
  using: false,
  self: false,
  this: true,
  super: false,
  arguments: "free",
};
