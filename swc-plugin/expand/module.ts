import { MACRO_MODULE } from "../../src/naming.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Tree } from "../ast/tree.ts";
import { Search } from "../cbor/search.ts";
import { mentionsMacros } from "../mentions.ts";
import { declaredIn, inType, isReference } from "./identifier.ts";
import { Interfaces } from "./interfaces.ts";
import { isModuleReference } from "./module-reference.ts";
import { childOf, keyName } from "./syntax.ts";

/** What a name at the top level of the file stands for. */
export enum BindingKind {
  Import,
  /** A variable that is declared by its name; `node` is its `VarDeclarator`. */
  Const,
  /** `node` is its `Class`. */
  Class,
  Other,
}

export class Binding {
  /** Of an import: the exported name; `*` for a namespace import, `default` for a default import. */
  imported: string = "";
  source: string = "";
  /** `import type`, or `type` before the specifier. */
  typeOnly: bool = false;
  /** An earlier one of the same name: the host declares names of its own, in other contexts. */
  sameName: Binding | null = null;
  /** Of a constant: whether it is a definition. */
  isInterface: bool = false;
  /** What macros name by it, when all are read. */
  interfaces: Interfaces | null = null;

  constructor(
    public kind: BindingKind,
    /** The identifier that declares it. */
    public identifier: Node,
    /** What declares it: of an import, the specifier. */
    public node: Node,
  ) {}
}

/** An occurrence of a name that refers to a binding at the top level of the file. */
export class Occurrence {
  constructor(
    public node: Node,
    /** Whether it stands in a type and so is gone when types are stripped. */
    public type: bool,
  ) {}
}

/** One file: its top-level bindings and who refers to them. */
export class Module {
  /** In source order. */
  readonly bindings: Binding[] = [];
  /** Those of them that the macro module is imported by. */
  readonly macros: Binding[] = [];
  /** Every node that reaches the macros otherwise: `import()`, `require()`, re-exports. */
  readonly moduleReferences: Node[] = [];
  /** What may reach them in code of an unknown encoding. */
  readonly unreadable: Node[] = [];
  /** The last binding of each atom. */
  private readonly byName: Array<Binding | null> = [];

  constructor(
    readonly tree: Tree,
    /** The `Module` or `Script`. */
    readonly root: Node,
    /** The SyntaxContext of names that nothing in the file declares. */
    readonly unresolved: u32,
  ) {
    let statement = root.child(Slot.Body);
    while (statement) {
      this.bind(statement);
      statement = statement.sibling;
    }
    for (let i = 0; i < this.bindings.length; i++) {
      if (this.bindings[i].source == MACRO_MODULE) this.macros.push(this.bindings[i]);
    }
    tree.readWhere(Search.forBytes(MACRO_MODULE));
    for (let node: Node | null = root; node; node = node.followingRead(root)) {
      if (node.type == Type.Opaque) {
        if (mentionsMacros(node.start, node.end - node.start)) this.unreadable.push(node);
      } else if (isModuleReference(node, unresolved, tree.atoms)) this.moduleReferences.push(node);
    }
  }

  /** The top-level binding an identifier refers to, or `null` if something else shadows it. */
  binding(identifier: Node): Binding | null {
    if (identifier.type != Type.Ident) return null;
    let binding = this.named(identifier);
    while (binding && binding.identifier.ctxt != identifier.ctxt) binding = binding.sameName;
    return binding;
  }

  /** A top-level binding that has the name of an identifier, whatever that refers to. */
  named(identifier: Node): Binding | null {
    return identifier.atom < <u32>this.byName.length ? this.byName[identifier.atom] : null;
  }

  /** All occurrences that refer to a binding, in source order. */
  occurrences(binding: Binding): Occurrence[] {
    const found: Occurrence[] = [];
    const declared = binding.identifier;
    let node = this.tree.named(declared.atom);
    while (node) {
      if (node.ctxt == declared.ctxt && isReference(node)) {
        found.push(new Occurrence(node, inType(node)));
      }
      node = node.sameName;
    }
    return found;
  }

  private bind(statement: Node): void {
    if (statement.type == Type.ImportDecl) {
      this.bindImports(statement);
      return;
    }
    let node = statement;
    if (statement.type == Type.ExportDecl || statement.type == Type.ExportDefaultDecl) {
      node = childOf(statement, Slot.Decl);
    }
    switch (node.type) {
      case Type.VarDecl:
      case Type.UsingDecl:
        this.bindVariables(node);
        break;
      case Type.ClassDecl:
      case Type.ClassExpr:
        this.bindName(BindingKind.Class, node, childOf(node, Slot.Class));
        break;
      case Type.FnDecl:
      case Type.FnExpr:
      case Type.TsEnumDecl:
        this.bindName(BindingKind.Other, node, node);
        break;
      default:
    }
  }

  private bindName(kind: BindingKind, declaration: Node, node: Node): void {
    const identifier = declaration.child(Slot.Ident);
    if (identifier) this.add(kind, identifier, node);
  }

  private bindImports(declaration: Node): void {
    const source = childOf(declaration, Slot.Source).text(Slot.Value);
    const typeOnly = declaration.flag(Slot.TypeOnly);
    let specifier = declaration.child(Slot.Specifiers);
    while (specifier) {
      const local = childOf(specifier, Slot.Local);
      const imported = this.importedName(specifier, local);
      if (imported !== null && source !== null && local.atom != 0) {
        const binding = this.add(BindingKind.Import, local, specifier);
        binding.imported = imported;
        binding.source = source;
        binding.typeOnly = typeOnly || specifier.flag(Slot.TypeOnly);
      } else this.unreadable.push(specifier);
      specifier = specifier.sibling;
    }
  }

  /** `null` for what is no name. */
  private importedName(specifier: Node, local: Node): string | null {
    if (specifier.type == Type.ImportStarAsSpecifier) return "*";
    if (specifier.type == Type.ImportDefaultSpecifier) return "default";
    const imported = specifier.child(Slot.Imported);
    return keyName(this.tree.atoms, imported ? imported : local);
  }

  /** Whether an identifier has the context of the file's top level. */
  isOfTopLevel(identifier: Node): bool {
    for (let i = 0; i < this.bindings.length; i++) {
      const binding = this.bindings[i];
      if (binding.kind == BindingKind.Import) return binding.identifier.ctxt == identifier.ctxt;
    }
    return false;
  }

  private bindVariables(declaration: Node): void {
    let declarator = declaration.child(Slot.Decls);
    while (declarator) {
      const byName = childOf(declarator, Slot.Name).type == Type.BindingIdent;
      const identifiers = declaredIn(declarator);
      for (let i = 0; i < identifiers.length; i++) {
        this.add(byName ? BindingKind.Const : BindingKind.Other, identifiers[i], declarator);
      }
      declarator = declarator.sibling;
    }
  }

  /** Adds a binding. What is declared twice is what the last declaration says. */
  private add(kind: BindingKind, identifier: Node, node: Node): Binding {
    const binding = new Binding(kind, identifier, node);
    const earlier = this.binding(identifier);
    if (earlier) this.bindings[this.bindings.indexOf(earlier)] = binding;
    else this.bindings.push(binding);
    while (<u32>this.byName.length <= identifier.atom) this.byName.push(null);
    binding.sameName = this.byName[identifier.atom];
    this.byName[identifier.atom] = binding;
    return binding;
  }
}
