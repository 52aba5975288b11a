/** `a`, `b`: all of them. */
export function quoteAll(names: string[]): string {
  let text = "";
  for (let i = 0; i < names.length; i++) text += (i > 0 ? ", `" : "`") + names[i] + "`";
  return text;
}

/** `a` or `b`: one of them. */
export function either(names: string[]): string {
  let text = "";
  for (let i = 0; i < names.length; i++) text += (i > 0 ? " or `" : "`") + names[i] + "`";
  return text;
}
