import { symbolExported } from "../../src/messages/macros.ts";
import { mangle, mangleWeak } from "../../src/naming.ts";
import { Atoms } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { declaredIn } from "./identifier.ts";
import { Reader } from "./reader.ts";
import { SuppliedSite } from "./site.ts";
import { childOf, keyName } from "./syntax.ts";

/** Reports members whose symbol the file exports already: no module can export a name twice. */
export function reportTakenSymbols(reader: Reader): void {
  const defines = reader.sites.defines;
  const implementations = reader.sites.implementations;
  if (defines.length == 0 && implementations.length == 0) return;
  const exported = new Exported(reader);
  let statement = reader.module.root.child(Slot.Body);
  while (statement) {
    exported.read(statement);
    statement = statement.sibling;
  }
  for (let i = 0; i < defines.length; i++) {
    const site = defines[i];
    for (let k = 0; k < site.defaults.length; k++) {
      const member = site.defaults[k];
      exported.check(member, mangleWeak(site.namespace, site.name, member.name));
    }
  }
  for (let i = 0; i < implementations.length; i++) {
    const site = implementations[i];
    for (let k = 0; k < site.members.length; k++) {
      const member = site.members[k];
      exported.check(member, mangle(site.namespace, site.reference.name, member.name));
    }
  }
}

/** The names that statements export, with the statement or specifier that does. */
class Exported {
  private readonly names: Atoms = new Atoms(64);
  private readonly nodes: Node[] = [];

  constructor(private readonly reader: Reader) {}

  check(member: SuppliedSite, symbol: string): void {
    const name = this.names.known(symbol);
    if (name == 0) return;
    const message = symbolExported(member.name, symbol);
    this.reader.reportRelated(message, member.key, this.nodes[name - 1], "exported here");
  }

  read(statement: Node): void {
    if (statement.type == Type.NamedExport && !statement.flag(Slot.TypeOnly)) {
      let specifier = statement.child(Slot.Specifiers);
      while (specifier) {
        const exported = specifier.child(Slot.Exported);
        const name = exported ? exported : childOf(specifier, Slot.Orig);
        if (!specifier.flag(Slot.TypeOnly)) this.add(name, specifier);
        specifier = specifier.sibling;
      }
    }
    if (statement.type == Type.ExportDecl) this.readDeclaration(statement);
  }

  private readDeclaration(statement: Node): void {
    const declaration = childOf(statement, Slot.Decl);
    if (declaration.flag(Slot.Declare)) return;
    const identifier = declaration.child(Slot.Ident);
    if (identifier && declaration.type != Type.TsModuleDecl) this.add(identifier, statement);
    let declarator = declaration.child(Slot.Decls);
    while (declarator) {
      const identifiers = declaredIn(declarator);
      for (let i = 0; i < identifiers.length; i++) this.add(identifiers[i], statement);
      declarator = declarator.sibling;
    }
  }

  private add(key: Node, node: Node): void {
    const name = keyName(this.reader.module.tree.atoms, key);
    if (name !== null) this.nodes[this.names.add(name) - 1] = node;
  }
}
