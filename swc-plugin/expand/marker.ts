import { interfacePath } from "../../src/naming.ts";
import { Writer } from "../cbor/writer.ts";
import { addPure } from "../host/abi.ts";
import { commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import {
  beginCall,
  beginKeyValue,
  beginMember,
  beginObject,
  writeName,
  writeNull,
  writeProperty,
  writeText,
} from "./encode.ts";
import { inType } from "./identifier.ts";
import { DefineSite } from "./site.ts";
import { Target } from "./target.ts";

/**
 * What a definition becomes, a frozen object that says which interface it is:
 * `Object.freeze({ __proto__: null, interface: "Mall/HelloIf" })` (DESIGN 3).
 */
export class Marker extends Edit {
  constructor(
    private readonly site: DefineSite,
    private readonly target: Target,
  ) {
    super(site.call.expr, site.call.end);
  }

  write(out: Writer, _edits: Edits): void {
    const lo = this.site.call.lo;
    const hi = this.site.call.hi;
    const global = this.target.module.unresolved;
    beginCall(out, lo, hi);
    beginMember(out);
    if (declares(this.target, "Object")) {
      beginMember(out);
      writeName(out, "globalThis", global, 0, 0);
      writeProperty(out, "Object", 0, 0);
    } else writeName(out, "Object", global, 0, 0);
    writeProperty(out, "freeze", 0, 0);
    // One argument, which is not spread.
    out.array(1);
    out.array(2);
    out.array(0);
    beginObject(out, 2);
    beginKeyValue(out, "__proto__", 0, 0);
    writeNull(out);
    beginKeyValue(out, "interface", 0, 0);
    writeText(out, interfacePath(this.site.namespace, this.site.name));
    out.array(0);
    // What another plugin has made may be nowhere in the file.
    if (lo != 0) addPure(lo);
    const defaults = this.site.defaults;
    const last = defaults.length > 0 ? defaults[defaults.length - 1].node.hi : lo;
    commentsBehind(last + 1, hi, hi);
  }
}

/** Whether a file declares a name at its top level, anywhere. */
function declares(target: Target, name: string): bool {
  const tree = target.module.tree;
  let node = tree.named(tree.atom(name));
  while (node) {
    if (node.ctxt == target.context && !inType(node)) return true;
    node = node.sameName;
  }
  return false;
}
