import {
  freshName,
  linkSpecifier,
  localName,
  mangle,
  mangleObject,
  objectSpecifier,
} from "../../src/naming.ts";
import { Atoms } from "../ast/atoms.ts";
import { Tree } from "../ast/tree.ts";
import { Search } from "../cbor/search.ts";
import { digitsOf } from "./digits.ts";

/** The names of one file: those it uses, and those that the expansion adds. */
export class LocalNames {
  /** What was looked for where the tree was not read: all names that begin so are known. */
  private readonly beginnings: Atoms = new Atoms(16);

  constructor(private readonly tree: Tree) {}

  /** Takes the name, or the first substitute for it that the file does not use. */
  take(name: string): string {
    this.lookFor(name);
    const atoms = this.tree.atoms;
    let local = name;
    for (let attempt = 1; atoms.known(local) != 0; attempt++) {
      local = freshName(name, digitsOf(attempt, 10));
    }
    atoms.add(local);
    return local;
  }

  /** Makes a name known if the file uses it, and others with it: the symbols of an interface begin alike. */
  private lookFor(name: string): void {
    const parts = name.startsWith("__") ? name.indexOf("_", 2) : -1;
    const beginning = parts < 0 ? name : name.substring(0, parts);
    const known: u32 = this.beginnings.count;
    if (this.beginnings.add(beginning) < known) return;
    this.tree.readWhere(Search.forBytes(beginning));
  }
}

/** A name that is imported: under several local ones, if the file declares it by those. */
export class ImportedName {
  locals: string[] = [];

  constructor(
    /** `*` for the module as one object. */
    public imported: string,
  ) {}
}

/** One import declaration from a link module, or from one that is the members as one object. */
export class LinkImport {
  /** In order of first use. */
  names: ImportedName[] = [];
  private readonly atoms: Atoms = new Atoms(16);

  constructor(public specifier: string) {}

  named(imported: string): ImportedName {
    const index = this.atoms.add(imported) - 1;
    if (<i32>index == this.names.length) this.names.push(new ImportedName(imported));
    return this.names[index];
  }
}

/** The imports that one file needs, each list in order of first use. */
export class LinkImports {
  readonly members: LinkImport[] = [];
  readonly objects: LinkImport[] = [];
  private readonly all: LinkImport[] = [];
  private readonly specifiers: Atoms = new Atoms(16);

  constructor(private readonly names: LocalNames) {}

  /** The local name of a linked member. */
  member(namespace: string | null, interfaceName: string, member: string): string {
    const name = this.memberNamed(namespace, interfaceName, member);
    if (name.locals.length == 0) {
      name.locals.push(this.names.take(localName(namespace, interfaceName, member)));
    }
    return name.locals[0];
  }

  /** Imports a linked member under a name that the file already declares it by. */
  memberAs(namespace: string | null, interfaceName: string, member: string, local: string): void {
    this.memberNamed(namespace, interfaceName, member).locals.push(local);
  }

  /** The local name of an interface's members as one object. */
  object(namespace: string | null, interfaceName: string): string {
    const specifier = objectSpecifier(namespace, interfaceName);
    const name = this.declaration(specifier, this.objects).named("*");
    if (name.locals.length == 0) {
      name.locals.push(this.names.take(mangleObject(namespace, interfaceName)));
    }
    return name.locals[0];
  }

  private memberNamed(ns: string | null, interfaceName: string, member: string): ImportedName {
    const declaration = this.declaration(linkSpecifier(ns, interfaceName), this.members);
    return declaration.named(mangle(ns, interfaceName, member));
  }

  private declaration(specifier: string, list: LinkImport[]): LinkImport {
    const index = this.specifiers.add(specifier) - 1;
    if (<i32>index == this.all.length) {
      const declaration = new LinkImport(specifier);
      this.all.push(declaration);
      list.push(declaration);
    }
    return this.all[index];
  }
}
