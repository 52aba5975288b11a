import { def_interface } from "crate-interface/macro";

/**
 * @typedef {object} HelloIf
 * @property {(name: string, id: number) => string} hello
 * @property {(name: string) => string} [greet]
 * @property {<T>(value: T) => T} id
 */

/** @type {import("crate-interface/macro").Interface<HelloIf>} */
export const HelloIf = def_interface({
  defaults: {
    greet(name) {
      return this.hello(name.trim(), 0);
    },
  },
});

/** @type {import("crate-interface/macro").Interface<HelloIf>} */
export const Missing = def_interface();
//                     ^ Expected 1 arguments, but got 0.
