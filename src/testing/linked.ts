/**
 * `crate-interface/testing` as Vitest loads it. Setup files may override before that of this package
 * has run: their order is the user's, or none.
 *
 * @module
 */
import { linkForTests } from "./scopes.ts";

linkForTests();

export * from "../testing.ts";
