import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import { beginImport, endImport, writeImported } from "./encode.ts";
import { Fate, ImportFate, importFates } from "./import-fates.ts";
import { LinkImport, LinkImports } from "./link-imports.ts";
import { giveCommentsAway, RemovedStatement } from "./removed-statement.ts";
import { childOf } from "./syntax.ts";
import { Target } from "./target.ts";

/**
 * Rewrites the imports of a file: link imports take the place of the macros', and interfaces that
 * nothing refers to any more disappear. What types refer to stays, as a type import.
 */
export function writeImports(target: Target, imports: LinkImports): void {
  const fates = importFates(target.module);
  let pending = imports.members.concat(imports.objects);
  for (let i = 0; i < fates.length; i++) {
    const fate = fates[i];
    const links = fate.isMacro ? pending : [];
    if (fate.isMacro) pending = [];
    const kept = countKept(fate.fates);
    target.statements.items += links.length - (kept > 0 ? 0 : 1);
    if (links.length == 0 && kept == 0) {
      target.edits.add(new RemovedStatement(fate.declaration, target));
    } else target.edits.add(new Imports(fate, links, kept, target));
  }
}

function countKept(fates: Fate[]): i32 {
  let kept = 0;
  for (let i = 0; i < fates.length; i++) if (fates[i] != Fate.Drop) kept++;
  return kept;
}

/** Link imports, and what stays of the declaration that they take the place of. */
class Imports extends Edit {
  private readonly declaration: Node;
  private readonly fates: Fate[];

  constructor(
    fate: ImportFate,
    private readonly links: LinkImport[],
    /** How many specifiers stay. */
    private readonly kept: i32,
    private readonly target: Target,
  ) {
    super(fate.declaration.outer, fate.declaration.end);
    this.declaration = fate.declaration;
    this.fates = fate.fates;
  }

  write(out: Writer, _edits: Edits): void {
    for (let i = 0; i < this.links.length; i++) this.link(out, this.links[i]);
    const declaration = this.declaration;
    if (this.kept == 0) commentsBehind(declaration.lo + 1, declaration.hi, declaration.hi);
    else {
      const becomesType = this.becomesType();
      this.reduced(out, becomesType);
      if (becomesType && this.links.length == 0) giveCommentsAway(declaration, this.target);
    }
  }

  private link(out: Writer, link: LinkImport): void {
    let count = 0;
    for (let i = 0; i < link.names.length; i++) count += link.names[i].locals.length;
    beginImport(out, count, this.declaration.lo, this.declaration.hi);
    for (let i = 0; i < link.names.length; i++) {
      const name = link.names[i];
      for (let k = 0; k < name.locals.length; k++) {
        writeImported(out, name.imported, name.locals[k], this.target.context);
      }
    }
    endImport(out, link.specifier);
  }

  /** The declaration without what drops. When only types stay, so does nothing of the module at run time. */
  private reduced(out: Writer, becomesType: bool): void {
    const declaration = this.declaration;
    out.raw(declaration.outer, declaration.field(Slot.Specifiers));
    out.array(this.kept);
    let specifier = declaration.child(Slot.Specifiers);
    for (let i = 0; specifier; i++) {
      const fate = this.fates[i];
      if (fate != Fate.Keep) commentsBehind(specifier.lo, specifier.hi, declaration.hi);
      if (fate == Fate.Drop) {
        // Left out.
      } else if (specifier.type == Type.ImportNamedSpecifier) {
        const flag = specifier.field(Slot.TypeOnly);
        out.raw(specifier.outer, flag);
        out.bool(!becomesType && (fate == Fate.Type || specifier.flag(Slot.TypeOnly)));
      } else out.raw(specifier.outer, specifier.end);
      specifier = specifier.sibling;
    }
    out.raw(childOf(declaration, Slot.Source).outer, declaration.field(Slot.TypeOnly));
    out.bool(becomesType);
    out.raw(declaration.field(Slot.With), declaration.end);
  }

  private becomesType(): bool {
    let specifier = this.declaration.child(Slot.Specifiers);
    for (let i = 0; specifier; i++) {
      if (this.fates[i] == Fate.Keep && !specifier.flag(Slot.TypeOnly)) return false;
      specifier = specifier.sibling;
    }
    return true;
  }
}
