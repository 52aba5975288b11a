import { posix } from "node:path";
import { parse } from "../expand/parse.ts";
import { keyName, type Node, unwrap } from "../expand/syntax.ts";
import { slash } from "./paths.ts";
import { readText } from "./read-file.ts";

/**
 * The folder into which `tsc` compiles a package, relative to it: `outDir` of its tsconfig.json,
 * without following `extends`. `null` where there is none, or it is not inside the package.
 */
export function compiledInto(dir: string): string | null {
  const text = readText(`${dir}/tsconfig.json`);
  if (typeof text !== "string" || !text.includes("outDir")) return null;
  const outDir = stringIn(text.replace(/^\uFEFF/, ""), ["compilerOptions", "outDir"]);
  if (outDir === null) return null;
  const path = slash(outDir).replace(/^\$\{configDir\}/, ".");
  const folder = posix.relative(dir, posix.resolve(dir, path));
  return folder === "" || folder.startsWith("..") ? null : folder;
}

/**
 * A text in an object of a tsconfig.json. It may have comments and trailing commas, which makes it an
 * expression of JavaScript rather than JSON.
 */
function stringIn(text: string, path: readonly string[]): string | null {
  const [statement] = parse(`(${text}\n)`, "tsconfig.ts").program?.body ?? [];
  let node: Node | undefined =
    statement?.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  for (const key of path) {
    if (node?.type !== "ObjectExpression") return null;
    const property: Node | undefined = node.properties.findLast(
      (each) => each.type === "Property" && keyName(each.key, each.computed) === key,
    );
    node = property?.type === "Property" ? property.value : undefined;
  }
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
