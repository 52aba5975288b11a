// What things are called: mostly plainly, and sometimes as oddly as the language allows.

/** Names of interfaces, as their packages export them. */
export const INTERFACES: readonly string[] = ["HelloIf", "ByeIf", "$If", "Un_If", "Ünï", "𝒳If"];

/** Members that can be written behind a dot. */
export const MEMBERS: readonly string[] = [
  "hello",
  "greet",
  "level",
  "Box",
  "useGreeting",
  "method_a",
  "$",
  "_",
  "höhe",
  "𝒳",
  "default",
  "class",
  "delete",
  "constructor",
  "toString",
  "__proto__",
  "then",
  "interface",
  "arguments",
  "h\\u0065llo",
];

/** Members that must be quoted, or are numbers. A space is written `\x20`, see `layout.ts`. */
export const KEYS: readonly string[] = [
  '"quoted"',
  "'hello'",
  '"with\\x20space"',
  '"with-dash"',
  '""',
  '"1a"',
  "1",
  "0x10",
  "1_000",
  ".5",
  "1e21",
  "12n",
  '"😀"',
  '"\\ud83d\\ude00"',
  '"\\u{1f600}"',
  '"__proto__"',
  '"*/"',
  '"\\n"',
  '"\\u2028"',
];

/** Names that the expansion would like to use, and others that are easily taken for something. */
export const TAKEN: readonly string[] = [
  "__HelloIf_hello",
  "__HelloIf_greet",
  "__HelloIf",
  "__ByeIf_hello",
  "__HelloIf_hello$1",
  "__HelloIf_hello$weak",
  "hello",
  "greet",
  "level",
  "useGreeting",
  "useGreeting$1",
  "Object",
  "require",
  "exports",
  "of",
  "async",
  "get",
  "type",
];

export const NAMESPACES: readonly string[] = ["Mall", "my_$", "_", "$1"];
