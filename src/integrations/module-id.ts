/** Link and object specifiers; as a hook filter it spares bundlers a call for all others. */
export const LINK_SPECIFIER: RegExp = /^crate-interface\/(?:link|object)\//;

/** Ids of files that may contain macros. What follows a `?` asks for a variant of the file. */
export const SOURCE_FILE: RegExp = /^[^\0?]+\.(?:[cm]?[jt]sx?|vue|svelte)(?:\?|$)/;

/** Installed packages: their macros were expanded when they were built. */
export const INSTALLED: RegExp = /[\\/]node_modules[\\/]/;

/**
 * The path of the file that a module id stands for, with forward slashes. In a path,
 * webpack puts a null and Rspack a zero-width space before a `#` that begins no fragment.
 */
export function fileOf(id: string): string {
  const query = id.indexOf("?");
  const file = (query < 0 ? id : id.slice(0, query)).replace(/[\0\u200b]#/g, "#");
  return process.platform === "win32" ? file.replaceAll("\\", "/") : file;
}

/** Whether a module is the text of a file rather than what it means, as with Vite's `?raw`. */
export function isText(id: string): boolean {
  return /[?&]raw(?:[&=]|$)/.test(id);
}
