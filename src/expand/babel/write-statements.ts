import type { Class, ClassBody, Expression, Statement } from "@babel/types";
import { isUsedElsewhere, statementOf } from "../declared-class.ts";
import type { DeclaredName, DeclaredNames } from "../declared-names.ts";
import { markerOf } from "../marker.ts";
import type { DefineSite, ImplementSite, SuppliedSite } from "../site.ts";
import { identifier, placed, type Target } from "./target.ts";
import { MemberWriter } from "./write-members.ts";

/** Writes definitions and implementations: the statements that export symbols. */
export class StatementWriter {
  readonly #target: Target;
  readonly #declared: DeclaredNames;
  readonly #members: MemberWriter;

  constructor(target: Target, declared: DeclaredNames) {
    this.#target = target;
    this.#declared = declared;
    this.#members = new MemberWriter(target);
  }

  /** The marker object in place of the call, and the defaults after the statement. */
  define(site: DefineSite): void {
    const { t, view, body, comments, module } = this.#target;
    const call = view.babel(site.call);
    const { path, object } = markerOf(site, module);
    const properties = [
      t.objectProperty(t.identifier("__proto__"), t.nullLiteral()),
      t.objectProperty(t.identifier("interface"), t.stringLiteral(path)),
    ];
    const [first, ...names] = [...object.split("."), "freeze"].map((name) => t.identifier(name));
    const freeze = names.reduce<Expression>((of, name) => t.memberExpression(of, name), first);
    const marker = placed(t.callExpression(freeze, [t.objectExpression(properties)]), call);
    comments.move(call, marker);
    t.addComment(marker, "leading", " @__PURE__ ");
    view.replace(site.call, marker);
    const statement = view.babel<Statement>(site.statement);
    body.after(
      statement,
      site.defaults.flatMap((member) => this.#write(member)),
    );
  }

  /** The members in place of the statement, or of the class that holds them. */
  implement(site: ImplementSite): void {
    const { view, body, comments, module } = this.#target;
    const statement = view.babel<Statement>(site.statement);
    const members = site.members.flatMap((member) => this.#write(member));
    const { declaredClass } = site;
    if (!declaredClass) {
      comments.moveAll(statement, members);
      body.replace(statement, members);
      return;
    }
    body.replace(statement, []);
    const declaration = view.babel<Statement>(statementOf(declaredClass));
    if (isUsedElsewhere(module, declaredClass, site)) {
      body.before(declaration, members);
      this.#fields(view.babel<Class>(declaredClass).body, site);
      return;
    }
    comments.moveAll(declaration, members);
    body.replace(declaration, members);
  }

  /** A class that the file uses otherwise stays, and has the declared members as fields. */
  #fields(body: ClassBody, { members }: ImplementSite): void {
    const { t, view } = this.#target;
    const elements = new Set(members.map(({ node }) => view.babel(node)));
    // What is left of an overloaded method are its signatures, which cannot stand alone.
    const kept = body.body.filter(
      (element) => !elements.has(element) && element.type !== "TSDeclareMethod",
    );
    const fields = members.map((member) => {
      const key = view.babel(member.key);
      const value = identifier(t, this.#name(member).local, key);
      const name = t.removeComments(t.cloneNode(key, true, true));
      const field = t.classProperty(name as never, value);
      field.static = true;
      return placed(field, view.babel(member.node));
    });
    body.body.splice(0, Number.POSITIVE_INFINITY, ...kept, ...fields);
  }

  #write(member: SuppliedSite): Statement[] {
    return this.#members.write(member, this.#name(member));
  }

  #name(member: SuppliedSite): DeclaredName {
    return this.#declared.of.get(member) as DeclaredName;
  }
}
