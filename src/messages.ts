/**
 * The catalogue: every code and every text that a user reads, for all backends, the linker, the
 * command line and the reference page. The Message functions say what is wrong in one place;
 * the pages explain a code.
 *
 * Compiled by TypeScript and AssemblyScript alike, see `naming.ts`.
 *
 * @module
 */
import { Message } from "./messages/message.ts";
import { Example, Page } from "./messages/page.ts";

export * from "./messages/facades.ts";
export * from "./messages/linking.ts";
export * from "./messages/linking-help.ts";
export * from "./messages/linking-notes.ts";
export * from "./messages/macros.ts";
export * from "./messages/manifests.ts";
export * from "./messages/metro.ts";
export * from "./messages/packages.ts";
export * from "./messages/pages.ts";
export * from "./messages/publishing.ts";
export * from "./messages/swc.ts";
export * from "./messages/tables.ts";
export * from "./messages/testing.ts";
export * from "./messages/unlinked.ts";
// Not `export … from`: AssemblyScript 0.28 would compile the file a second time under another path,
// and its classes would be other types.
export { Example, Message, Page };
