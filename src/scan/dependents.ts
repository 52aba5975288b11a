import { type PackageJson, readPackageJson } from "./package-json.ts";
import { createPackageResolver } from "./package-resolver.ts";
import { MAX_MANIFEST_BYTES, readText } from "./read-file.ts";
import { workspacePackages } from "./workspace.ts";

/**
 * Whether another package of its workspace depends on a package, other than for development, as
 * tests from outside do with an application. `false` where there is no workspace. Reads each
 * package.json of the workspace, but no other file.
 *
 * @param dir the real path of the package
 * @param name that of its package.json
 */
export function hasDependents(dir: string, name: string): boolean {
  const resolve = createPackageResolver();
  return workspacePackages(dir).some((member) => {
    if (member === dir || !mentions(member, name)) return false;
    return namesIn(readPackageJson(member, [])).some(([listed, range]) => {
      // Under an alias the range has the name: `npm:log@^1.0.0`, `workspace:log@*`.
      if (listed !== name && !range.includes(`:${name}@`)) return false;
      const found = resolve(member, listed);
      return found === null || found === dir;
    });
  });
}

/** Whether a package.json could list a name: to parse all of a workspace takes longer than to search them. */
function mentions(dir: string, name: string): boolean {
  const text = readText(`${dir}/package.json`, MAX_MANIFEST_BYTES);
  // Of a name, letters and the slash may be written as escapes.
  return typeof text === "string" && (text.includes(name) || /\\[u/]/.test(text));
}

function namesIn({ dependencies }: PackageJson): [name: string, range: string][] {
  const { devDependencies: _, ...others } = dependencies;
  return Object.values(others).flat();
}
