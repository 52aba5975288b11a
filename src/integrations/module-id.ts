/** Link and object specifiers; as a hook filter it spares bundlers a call for all others. */
export const LINK_SPECIFIER: RegExp = /^crate-interface\/(?:link|object)\//;

/** Ids of files that may contain macros. What follows a `?` asks for a variant of the file. */
export const SOURCE_FILE: RegExp = /^[^\0?]+\.(?:[cm]?[jt]sx?|vue|svelte)(?:\?|$)/;

const COMPONENT = /\.(?:vue|svelte)$/;
/** What bundlers add to the id of a whole file: Vite's versions, timestamps and markers. */
const WHOLE = /^(?:(?:t|v|import|ssr)(?:=[^&]*)?&?)*$/;

/** The path of the file that a module id stands for, with forward slashes. */
export function fileOf(id: string): string {
  return split(id).file;
}

/** Whether an id stands for one block of a Vue or Svelte component, whose macros are expanded. */
export function isBlock(id: string): boolean {
  const { file, query } = split(id);
  return COMPONENT.test(file) && !WHOLE.test(query);
}

function split(id: string): { file: string; query: string } {
  const at = id.indexOf("?");
  const path = at < 0 ? id : id.slice(0, at);
  const file = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return { file, query: at < 0 ? "" : id.slice(at + 1) };
}
