import type {
  ArrowFunctionExpression,
  ClassMethod,
  Declaration,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
  ObjectMethod,
  ObjectProperty,
  Statement,
} from "@babel/types";
import type { Function as FunctionView } from "oxc-parser";
import type { DeclaredName } from "../declared-names.ts";
import { isShorthand, selfReferences } from "../self-references.ts";
import type { SuppliedSite } from "../site.ts";
import type { Node } from "../syntax.ts";
import { identifier, placed, type Target } from "./target.ts";

/** What a member that is a function can be in Babel's tree. */
type FunctionNode = FunctionExpression | ArrowFunctionExpression | ObjectMethod | ClassMethod;

/** Turns members into exported declarations. */
export class MemberWriter {
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  /** The statements that a member becomes. */
  write(member: SuppliedSite, name: DeclaredName): Statement[] {
    const { t, view, comments } = this.#target;
    const node = view.babel(member.node);
    const statements: Statement[] = [];
    if (member.kind === "reference") statements.push(this.#list(member, name));
    else {
      const declaration = this.#declaration(member, name.local);
      if (name.local === name.symbol) {
        statements.push(placed(t.exportNamedDeclaration(declaration), node));
      } else statements.push(declaration, this.#list(member, name));
    }
    comments.moveAll(node, statements);
    return statements;
  }

  /** `export { f as __HelloIf_hello }` */
  #list(member: SuppliedSite, { symbol, local }: DeclaredName): Statement {
    const { t, view } = this.#target;
    const specifier = t.exportSpecifier(
      identifier(t, local, view.babel(member.value)),
      identifier(t, symbol, view.babel(member.key)),
    );
    return placed(t.exportNamedDeclaration(null, [specifier]), view.babel(member.node));
  }

  #declaration(member: SuppliedSite, local: string): Declaration {
    const { t, view } = this.#target;
    const node = view.babel(member.node);
    const id = identifier(t, local, view.babel(member.key));
    if (member.kind !== "value") return placed(this.#function(member, id), node);
    const declarator = t.variableDeclarator(id, view.babel<Expression>(member.written));
    return placed(t.variableDeclaration("const", [placed(declarator, node)]), node);
  }

  #function({ kind, value }: SuppliedSite, id: Identifier): FunctionDeclaration {
    const { t, view } = this.#target;
    if (kind === "function") this.#rename(value as FunctionView, id.name);
    const { params, body, generator, async, returnType, typeParameters } =
      view.babel<FunctionNode>(value);
    const block =
      body.type === "BlockStatement"
        ? body
        : placed(t.blockStatement([placed(t.returnStatement(body), body)]), body);
    const parameters = params as FunctionDeclaration["params"];
    const declaration = t.functionDeclaration(id, parameters, block, generator ?? false, async);
    return Object.assign(declaration, { returnType, typeParameters });
  }

  /** A named function expression calls itself by its own name; as a declaration it has another. */
  #rename(fn: FunctionView, name: string): void {
    const { view, module } = this.#target;
    for (const node of selfReferences(module, fn)) {
      view.babel<Identifier>(node).name = name;
      if (isShorthand(node)) view.babel<ObjectProperty>(node.parent as Node).shorthand = false;
    }
  }
}
