/** A number in digits, as AssemblyScript's `toString` writes it with ten times the code. */
export function digitsOf(value: u32, radix: u32): string {
  let text = "";
  do {
    text = "0123456789abcdef".charAt(value % radix) + text;
    value /= radix;
  } while (value > 0);
  return text;
}
