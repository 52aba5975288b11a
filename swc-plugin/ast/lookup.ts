import { ENUMS, STRUCTS, Type } from "./shapes.ts";

/** Of each type, where its entry begins: that of a struct in STRUCTS, that of an enum in ENUMS; -1 for none. */
const structs = entries(STRUCTS, 3);
const enums = entries(ENUMS, 1);

/**
 * Where in STRUCTS the fields of a struct begin, three constants each: slot, how it is held, type.
 *
 * @param count how many fields it has: that tells the encodings of one type apart
 * @returns 0 if no encoding of it has so many
 */
export function fieldsOf(type: Type, count: u32): i32 {
  let at = unchecked(structs[type]);
  if (at < 0) return 0;
  while (at < STRUCTS.length && unchecked(STRUCTS[at]) == type) {
    const fields = unchecked(STRUCTS[at + 1]);
    if (fields == count) return at + 2;
    at += 2 + fields * 3;
  }
  return 0;
}

export function isEnum(type: Type): bool {
  return unchecked(enums[type]) >= 0;
}

/** What a variant of an enum holds, by its tag; `Type.None` if it is unknown. */
export function variantOf(type: Type, tag: u32): Type {
  const at = unchecked(enums[type]);
  if (tag - 1 >= <u32>unchecked(ENUMS[at + 1])) return Type.None;
  return <Type>unchecked(ENUMS[at + 1 + tag]);
}

/** An entry is a type, a count, and so many times `width` constants. */
function entries(table: StaticArray<i32>, width: i32): StaticArray<i32> {
  const found = new StaticArray<i32>(Type.Count).fill(-1);
  for (let at = 0; at < table.length; at += 2 + table[at + 1] * width) {
    if (found[table[at]] < 0) found[table[at]] = at;
  }
  return found;
}
