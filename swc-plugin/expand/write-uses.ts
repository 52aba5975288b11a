import { Node } from "../ast/node.ts";
import { Slot } from "../ast/shapes.ts";
import { groupCallers } from "./callers.ts";
import { Edit, Removal } from "./edits.ts";
import { LinkImports } from "./link-imports.ts";
import { LinkedDeclarators, Reexports } from "./linked-callers.ts";
import { LinkedCall, LinkedName } from "./linked-expression.ts";
import { Module } from "./module.ts";
import { Range, UseForm, UseSite } from "./site.ts";
import { Target } from "./target.ts";

/** Writes calls and uses: the sites that import from link modules. */
export class UseWriter {
  constructor(
    private readonly target: Target,
    private readonly imports: LinkImports,
  ) {}

  /** Writes every use of a file, in source order. */
  write(sites: UseSite[]): void {
    const groups = groupCallers(sites);
    for (let i = 0; i < groups.length; i++) {
      const first = groups[i][0];
      if (first.form == UseForm.Callers) this.callers(groups[i]);
      else this.target.edits.add(this.use(first));
    }
  }

  private use(site: UseSite): Edit {
    const context = this.target.context;
    const interfaceName = site.reference.name;
    if (site.form == UseForm.Object) {
      const object = this.imports.object(site.namespace, interfaceName);
      return new LinkedName(site.node, site.reference.range, object, context);
    }
    const local = this.imports.member(site.namespace, interfaceName, site.member);
    const callee = site.callee;
    if (callee && site.form != UseForm.Value) return new LinkedCall(site, callee, local, context);
    const part = callee ? callee : site.node;
    return new LinkedName(site.node, new Range(part.lo, part.hi), local, context);
  }

  /** The callers that one declaration declares. */
  private callers(sites: UseSite[]): void {
    const declaration = sites[0].declaration;
    if (!declaration) return;
    if (sites[0].reexported) {
      for (let i = 0; i < sites.length; i++) this.importUsedCallers(sites[i]);
      this.reexports(declaration, sites);
      return;
    }
    const size = this.target.edits.sizeOf(declaration.field(Slot.Decls));
    for (let i = 0; i < sites.length; i++) {
      this.declarators(sites[i]);
      size.items += sites[i].callers.length - 1;
    }
  }

  private declarators(site: UseSite): void {
    const names: string[] = [];
    for (let i = 0; i < site.callers.length; i++) {
      const member = site.callers[i].member;
      names.push(this.imports.member(site.namespace, site.reference.name, member));
    }
    const declarator = site.declarator;
    if (!declarator) return;
    this.target.edits.add(new LinkedDeclarators(site, declarator, names, this.target.context));
  }

  private reexports(declaration: Node, sites: UseSite[]): void {
    const statement = declaration.parent;
    if (!statement) return;
    const edits = this.target.edits;
    const others = declaration.count(Slot.Decls) - sites.length;
    edits.add(new Reexports(sites, statement, others == 0, this.target.module.tree.atoms));
    this.target.statements.items += sites.length;
    if (others == 0) {
      this.target.statements.items--;
      return;
    }
    edits.sizeOf(declaration.field(Slot.Decls)).items = others;
    for (let i = 0; i < sites.length; i++) {
      const declarator = sites[i].declarator;
      if (declarator) edits.add(new Removal(declarator.outer, declarator.end));
    }
  }

  /** A re-export declares nothing: callers that the file itself uses are imported as well. */
  private importUsedCallers(site: UseSite): void {
    const module = this.target.module;
    for (let i = 0; i < site.callers.length; i++) {
      const caller = site.callers[i];
      if (!isUsed(module, caller.local)) continue;
      const name = module.tree.atoms.text(caller.local.atom);
      this.imports.memberAs(site.namespace, site.reference.name, caller.member, name);
    }
  }
}

/** Whether anything but types refers to a name that the file declares. */
function isUsed(module: Module, identifier: Node): bool {
  const binding = module.binding(identifier);
  if (!binding) return false;
  const occurrences = module.occurrences(binding);
  for (let i = 0; i < occurrences.length; i++) if (!occurrences[i].type) return true;
  return false;
}
