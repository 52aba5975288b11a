import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { ClassFields } from "./class-fields.ts";
import { isUsedElsewhere, statementOf } from "./declared-class.ts";
import { DeclaredName, DeclaredNames } from "./declared-names.ts";
import { Removal } from "./edits.ts";
import { Marker } from "./marker.ts";
import { RemovedStatement } from "./removed-statement.ts";
import { Renamed } from "./renamed.ts";
import { selfReferences } from "./self-references.ts";
import { DefineSite, ImplementSite, SuppliedKind } from "./site.ts";
import { childOf } from "./syntax.ts";
import { Target } from "./target.ts";
import { Members } from "./write-members.ts";

/** Writes definitions and implementations: the statements that export symbols. */
export class StatementWriter {
  constructor(
    private readonly target: Target,
    private readonly declared: DeclaredNames,
  ) {}

  /** The marker object in place of the call, and the defaults after the statement. */
  define(site: DefineSite): void {
    this.target.edits.add(new Marker(site, this.target));
    const end = site.statement.end;
    this.members(this.declared.ofDefaults(site), end, end, site.call.lo + 1, 0);
  }

  /** The members in place of the statement, or of the class that holds them. */
  implement(site: ImplementSite): void {
    const names = this.declared.ofMembers(site);
    const declaredClass = site.declaredClass;
    if (!declaredClass) {
      this.inPlaceOf(site.statement, names);
      return;
    }
    this.inPlaceOf(site.statement, []);
    const statement = statementOf(declaredClass);
    if (isUsedElsewhere(this.target.module, declaredClass, site)) {
      const start = statement.outer;
      this.members(names, start, start, 0, 0);
      this.fields(declaredClass, names);
    } else this.inPlaceOf(statement, names);
  }

  private inPlaceOf(statement: Node, names: DeclaredName[]): void {
    this.target.statements.items--;
    if (names.length == 0) this.target.edits.add(new RemovedStatement(statement, this.target));
    else this.members(names, statement.outer, statement.end, statement.lo, statement.hi);
  }

  /** @param lo see `Members`, as `hi` */
  private members(names: DeclaredName[], from: usize, to: usize, lo: u32, hi: u32): void {
    if (names.length == 0) return;
    this.target.edits.add(new Members(this.target, names, from, to, lo, hi));
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const isOne = name.isExported || name.member.kind == SuppliedKind.Reference;
      this.target.statements.items += isOne ? 1 : 2;
      if (name.member.kind == SuppliedKind.Function) this.rename(name);
    }
  }

  /** A named function expression calls itself by its own name; as a declaration it has another. */
  private rename(name: DeclaredName): void {
    const module = this.target.module;
    const references = selfReferences(module, name.member.value);
    for (let i = 0; i < references.length; i++) {
      const written = module.tree.atoms.text(references[i].atom);
      this.target.edits.add(new Renamed(references[i], written, name.local, this.target.context));
    }
  }

  /** A class that the file uses otherwise stays, and has the declared members as fields. */
  private fields(declaredClass: Node, names: DeclaredName[]): void {
    const edits = this.target.edits;
    const size = edits.sizeOf(declaredClass.field(Slot.Body));
    size.items += names.length;
    let next = 0;
    let end: usize = 0;
    let element = declaredClass.child(Slot.Body);
    while (element) {
      const isMember = next < names.length && names[next].member.node == element;
      if (isMember) next++;
      if (isMember || isSignature(element)) {
        edits.add(new Removal(element.outer, element.end));
        size.items--;
      }
      end = element.end;
      element = element.sibling;
    }
    if (end != 0) edits.add(new ClassFields(names, this.target.context, end));
  }
}

/** What is left of an overloaded method are its signatures, which cannot stand alone. */
function isSignature(element: Node): bool {
  if (element.type != Type.ClassMethod) return false;
  return !childOf(element, Slot.Function).child(Slot.Body);
}
