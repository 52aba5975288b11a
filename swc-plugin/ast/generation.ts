import { Major } from "../cbor/head.ts";
import { Node } from "./node.ts";
import { Slot, Type } from "./shapes.ts";

/** Which of its two encodings a program has. */
export enum Generation {
  Unasked,
  Unknown,
  /** That of @swc/core 1.15. */
  Old,
  /** That of 1.16. */
  New,
}

/**
 * How functions are encoded in a program: as those that it has. One without any may be of either
 * generation. Nothing that a host can be asked tells which, and no bytes are a function to both: they
 * refuse a struct with a field more or less.
 */
export function generationOf(root: Node): Generation {
  let found = Generation.Unknown;
  for (let node: Node | null = root; node; node = node.following(root)) {
    switch (node.type) {
      case Type.Function:
        return fieldsIn(node) == 9 ? Generation.Old : Generation.New;
      case Type.FunctionBody:
        return fieldsIn(node) == 3 ? Generation.Old : Generation.New;
      case Type.SwitchStmt:
        return fieldsIn(node) == 3 ? Generation.Old : Generation.New;
      case Type.GetterProp:
      case Type.SetterProp:
        return fieldsIn(node) > 3 ? Generation.Old : Generation.New;
      case Type.JSXText:
        return isText(node.field(Slot.Value)) ? Generation.Old : Generation.New;
      case Type.ArrowExpr:
        // Since 1.15.46, those of the source have a SyntaxContext without a block, too.
        if (node.ctxt == 0 && node.lo != 0) found = Generation.Old;
        break;
      default:
    }
  }
  return found;
}

/**
 * The generation of a version of @swc/core, such as `1.16` or `1.16.22`; `Unknown` for what is none. What
 * follows a second dot does not matter, and versions yet to come are taken for the newest.
 */
export function generationIn(version: string): Generation {
  let major = -1;
  let number = 0;
  for (let i = 0; i < version.length; i++) {
    const unit = version.charCodeAt(i);
    const digit: u32 = unit - 0x30;
    if (digit <= 9) number = number * 10 + digit;
    else if (unit != 0x2e) return Generation.Unknown;
    else if (major >= 0) break;
    else {
      major = number;
      number = 0;
    }
  }
  number += major * 1000;
  if (number < 1015) return Generation.Unknown;
  return number == 1015 ? Generation.Old : Generation.New;
}

function isText(field: usize): bool {
  return load<u8>(field) >> 5 == Major.Text;
}

/** How many fields a struct has: less than 24, as all structs. */
function fieldsIn(node: Node): i32 {
  return load<u8>(node.start) & 31;
}
