import { posix } from "node:path";
import { slash } from "../../scan/paths.ts";

/**
 * The path that was probably meant where a package is named: a file of the own package is written with
 * `./`, else it is the name of a package.
 *
 * @returns `./src/noop.ts` for `src/noop.ts`; `null` for what looks like the name of a package
 */
export function fileMeant(written: string): string | null {
  return LIKE_FILE.test(written) ? `./${posix.normalize(slash(written))}` : null;
}

const LIKE_FILE = /^(?!@).*\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;
