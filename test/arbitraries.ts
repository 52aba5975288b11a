import fc from "fast-check";

const AWKWARD = [
  "_",
  "__",
  "_1",
  "_0",
  "$",
  "$weak",
  "0",
  "9",
  '"',
  "'",
  "`",
  "\\",
  "\n",
  "\0",
  "*/",
  "/",
  "#",
  "-",
  " ",
  "é",
  "ß",
  "中",
  "😀",
  "\ud83d",
  "\ude00",
  "\ufeff",
  "\u2028",
  "class",
  "default",
  "__proto__",
  "constructor",
  "hello",
  "HelloIf",
];

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Any string of UTF-16 code units, lone surrogates included, mostly of what is awkward in names. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...AWKWARD), weight: 4 }, anyUnit), { maxLength: 6 })
  .map((pieces) => pieces.join(""));

/** Identifiers of ECMAScript, reserved words included. */
export const identifier: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u),
  fc.constantFrom("HelloIf", "_", "$", "__proto__", "constructor", "class", "método", "中", "𝒳"),
);

/** Strings that are symbols, or nearly. */
export const symbolLike: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom("_", "_1", "_0002d", "a", "B"), weight: 4 },
      fc.constantFrom("_0", "_00030", "_00061", "0", "1", "f", "$", "é"),
    ),
    { maxLength: 6 },
  )
  .chain((pieces) => fc.constantFrom("", "$weak").map((end) => `__${pieces.join("")}${end}`));
