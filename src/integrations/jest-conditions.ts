/** Conditions that say how a file is imported, not for what it is linked. */
const KINDS_OF_IMPORT = ["import", "require", "default", "module-sync"];

/** Conditions of environments that are not Node's, although Jest asks `require` for Node's as well. */
const NOT_NODE = ["browser", "react-native", "edge-light", "worker", "workerd", "deno"];

/**
 * What an interface is linked for: what the test environment says, the same for `import` and for
 * `require`, and in addition what Vite has in a test.
 *
 * @param requested the conditions by which Jest resolves an import
 */
export function linkConditions(requested: readonly string[]): string[] {
  const isNode = !requested.some((condition) => NOT_NODE.includes(condition));
  const environment = requested.filter(
    (condition) => !KINDS_OF_IMPORT.includes(condition) && (isNode || condition !== "node"),
  );
  return [...environment, "development", "test"];
}
