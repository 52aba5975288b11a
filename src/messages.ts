/**
 * The catalogue: every code and every text that a user reads, for all backends, the linker, the
 * command line and the reference page. The Message functions say what is wrong in one place;
 * the pages explain a code.
 *
 * Compiled by TypeScript and AssemblyScript alike, see `naming.ts`.
 *
 * @module
 */
export * from "./messages/linking.ts";
export * from "./messages/macros.ts";
export { Message } from "./messages/message.ts";
export * from "./messages/packages.ts";
