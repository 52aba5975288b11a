import type {
  Node as BabelNode,
  CallExpression,
  ExportNamedDeclaration,
  Expression,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from "@babel/types";
import { linkSpecifier, mangle } from "../../naming.ts";
import { type CallersSite, groupCallers, type OtherSite } from "../callers.ts";
import type { LinkImports } from "../link-imports.ts";
import type { UseSite } from "../site.ts";
import type { Node } from "../syntax.ts";
import { identifier, placed, type Target } from "./target.ts";

/** Writes calls and uses: the sites that import from link modules. */
export class UseWriter {
  readonly #target: Target;
  readonly #imports: LinkImports;

  constructor(target: Target, imports: LinkImports) {
    this.#target = target;
    this.#imports = imports;
  }

  /**
   * Writes every use of a file. Names are taken in source order; nodes are written from the inside
   * out, so that what is around a site is made of nodes that are written already.
   */
  write(sites: readonly UseSite[]): void {
    const writes = groupCallers(sites).map((group) =>
      Array.isArray(group) ? this.#callers(group) : this.#use(group),
    );
    for (const write of writes.reverse()) write();
  }

  #use(site: OtherSite): () => void {
    const { t, view, comments } = this.#target;
    const local = this.#local(site);
    return () => {
      const before = view.babel<CallExpression>(site.node);
      const after = this.#expression(site, before, identifier(t, local, view.babel(partOf(site))));
      comments.move(before, after);
      view.replace(site.node, after);
    };
  }

  #expression({ form }: OtherSite, before: CallExpression, local: Expression): Expression {
    const { t, view } = this.#target;
    if (form.kind === "call") {
      const inner = view.babel<CallExpression>(form.inner);
      // It ends where the macro does, and what stands behind that on its line stays on its line.
      const loc = inner.loc && before.loc ? { ...inner.loc, end: before.loc.end } : inner.loc;
      return { ...inner, callee: local, end: before.end ?? null, loc: loc ?? null };
    }
    if (form.kind !== "path") return local;
    const given = before.arguments.slice(before.arguments.length - form.rest.length);
    return placed(t.callExpression(local, given), before);
  }

  #local({ namespace, interface: { name }, members }: OtherSite): string {
    if (!members) return this.#imports.object(namespace, name);
    return this.#imports.member(namespace, name, members[0].name);
  }

  #callers(sites: readonly CallersSite[]): () => void {
    const [{ form }] = sites;
    if (form.reexported) {
      for (const site of sites) this.#importUsedCallers(site);
      return () => this.#reexports(form.declaration, sites);
    }
    const named = sites.map((site) => ({ site, declarators: this.#declarators(site) }));
    return () => {
      const { view, comments } = this.#target;
      const declaration = view.babel<VariableDeclaration>(form.declaration);
      for (const { site, declarators } of named) {
        const before = view.babel<VariableDeclarator>(site.form.declarator);
        const index = declaration.declarations.indexOf(before);
        declaration.declarations.splice(index, 1, ...declarators);
        comments.moveAll(before, declarators);
      }
    };
  }

  /** `hello = __HelloIf_hello, g = __HelloIf_greet` */
  #declarators(site: CallersSite): VariableDeclarator[] {
    const { t, view } = this.#target;
    const at = view.babel(site.form.declarator);
    return site.form.callers.map(({ member, local, node }) => {
      const linked = this.#imports.member(site.namespace, site.interface.name, member);
      const place = view.babel(node);
      const id = identifier(t, local, place);
      return placed(t.variableDeclarator(id, identifier(t, linked, place)), at);
    });
  }

  /** A re-export declares nothing: callers that the file itself uses are imported as well. */
  #importUsedCallers(site: CallersSite): void {
    for (const { member, local } of site.form.callers) {
      if (!this.#target.module.occurrences(local).some(({ type }) => !type)) continue;
      this.#imports.memberAs(site.namespace, site.interface.name, member, local);
    }
  }

  /** `export { __HelloIf_hello as hello } from "..."`, after what else the statement declares. */
  #reexports(node: Node, sites: readonly CallersSite[]): void {
    const { view, body, comments } = this.#target;
    const declaration = view.babel<VariableDeclaration>(node);
    const statement = view.babel<Statement>(node.parent as Node);
    const callers = new Set<BabelNode>(sites.map(({ form }) => view.babel(form.declarator)));
    const others = declaration.declarations.filter((declarator) => !callers.has(declarator));
    const reexports = sites.map((site) => this.#reexport(site));
    if (others.length > 0) {
      declaration.declarations = others;
      body.after(statement, reexports);
      return;
    }
    comments.moveAll(statement, reexports);
    body.replace(statement, reexports);
  }

  #reexport({ namespace, interface: { name }, form }: CallersSite): ExportNamedDeclaration {
    const { t, view } = this.#target;
    const specifiers = form.callers.map(({ member, local, node }) => {
      const place = view.babel(node);
      const symbol = identifier(t, mangle(namespace, name, member), place);
      return placed(t.exportSpecifier(symbol, identifier(t, local, place)), place);
    });
    const source = t.stringLiteral(linkSpecifier(namespace, name));
    const at = view.babel(form.declaration);
    return placed(t.exportNamedDeclaration(null, specifiers, source), at);
  }
}

/** The part of a site that its new name stands for. */
function partOf({ node, form, interface: { identifier } }: OtherSite): Node {
  if (form.kind === "self") return node;
  return form.kind === "object" ? identifier : form.callee;
}
