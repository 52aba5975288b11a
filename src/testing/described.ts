/** A wrong value, in words. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? "an object" : "a " + typeof value;
}
