/**
 * Adds a value to the list that a map has under a key.
 *
 * @example
 * for (const definition of all) append(byPackage, definition.package, definition);
 */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
