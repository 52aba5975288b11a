import { Enclosing } from "./enclosing.ts";
import { exportedByParts } from "./namespaces.ts";
import { isType, type Node, walk } from "./syntax.ts";

/**
 * Resolves names by walking up from a reference, through the scopes around it. Scopes are read only when
 * a name passes through them, so that a file pays for the few names that macros concern.
 */
export class Scopes {
  readonly #declared = new Map<Node, Set<string>>();
  readonly #around = new Enclosing(opensScope);

  /** The node of the innermost scope around `from` that declares the name; `null` for a global. */
  resolve(name: string, from: Node): Node | null {
    let scope = this.#around.of(from);
    while (scope && !this.#names(scope).has(name)) scope = this.#around.of(scope);
    return scope;
  }

  #names(node: Node): Set<string> {
    let names = this.#declared.get(node);
    if (!names) {
      names = new Set();
      declare(node, names);
      this.#declared.set(node, names);
    }
    return names;
  }
}

/** Whether a node is a scope that `child` lies inside of, and not merely below. */
function opensScope(node: Node, child: Node): boolean {
  switch (node.type) {
    case "Program":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "BlockStatement":
    case "TSModuleBlock":
    case "StaticBlock":
    case "TSEnumBody":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "CatchClause":
      return true;
    case "SwitchStatement":
      // The discriminant is evaluated outside of the block of cases (ECMA-262, 14.12.4).
      return child !== node.discriminant;
    default:
      return false;
  }
}

/** Collects what a node declares for the code inside it. */
function declare(node: Node, names: Set<string>): void {
  switch (node.type) {
    case "Program":
      declareLexical(node.body, names);
      declareVars(node, names);
      return;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      if (node.type === "FunctionExpression" && node.id) names.add(node.id.name);
      for (const param of node.params) declarePattern(param, names);
      return;
    case "ClassExpression":
      // A class declaration has its name in the scope around it; inside, it is the same class.
      if (node.id) names.add(node.id.name);
      return;
    case "BlockStatement":
      declareLexical(node.body, names);
      if (node.parent && isFunction(node.parent)) declareVars(node, names);
      return;
    case "TSModuleBlock":
      for (const name of exportedByParts(node)) declarePattern(name, names);
      declareLexical(node.body, names);
      declareVars(node, names);
      return;
    case "StaticBlock":
      declareLexical(node.body, names);
      declareVars(node, names);
      return;
    case "TSEnumBody":
      for (const member of node.members) {
        if (member.id.type === "Identifier") names.add(member.id.name);
        else if (member.id.type === "Literal") names.add(String(member.id.value));
      }
      return;
    case "SwitchStatement":
      for (const item of node.cases) declareLexical(item.consequent, names);
      return;
    case "ForStatement":
      if (node.init?.type === "VariableDeclaration") declareLexical([node.init], names);
      return;
    case "ForInStatement":
    case "ForOfStatement":
      if (node.left.type === "VariableDeclaration") declareLexical([node.left], names);
      return;
    case "CatchClause":
      if (node.param) declarePattern(node.param, names);
      return;
  }
}

function isFunction(node: Node): boolean {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

/** `let`, `const`, `using`, classes, functions, imports, enums and namespaces of a statement list. */
function declareLexical(statements: readonly Node[], names: Set<string>): void {
  for (const statement of statements) {
    const node =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? (statement.declaration as Node | null)
        : statement;
    switch (node?.type) {
      case "VariableDeclaration":
        if (node.kind !== "var") {
          for (const declarator of node.declarations) declarePattern(declarator.id, names);
        }
        break;
      case "FunctionDeclaration":
      case "TSDeclareFunction":
      case "ClassDeclaration":
        if (node.id) names.add(node.id.name);
        break;
      case "TSEnumDeclaration":
      case "TSImportEqualsDeclaration":
        names.add(node.id.name);
        break;
      case "TSModuleDeclaration":
        if (node.id.type === "Identifier") names.add(node.id.name);
        else if (node.id.type === "TSQualifiedName") {
          let left: Node = node.id;
          while (left.type === "TSQualifiedName") left = left.left;
          if (left.type === "Identifier") names.add(left.name);
        }
        break;
      case "ImportDeclaration":
        for (const specifier of node.specifiers) names.add(specifier.local.name);
        break;
    }
  }
}

/** `var` declarations, which rise from blocks to the function, module or static block. */
function declareVars(scope: Node, names: Set<string>): void {
  walk(scope, (node) => {
    if (node === scope) return true;
    if (isFunction(node) || node.type === "StaticBlock" || node.type === "TSModuleBlock") {
      return false;
    }
    if (node.type === "ClassBody" || isType(node)) return false;
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      for (const declarator of node.declarations) declarePattern(declarator.id, names);
    }
    return true;
  });
}

/** The names that a binding pattern declares. */
export function declarePattern(pattern: Node, names: Set<string>): void {
  switch (pattern.type) {
    case "Identifier":
      names.add(pattern.name);
      return;
    case "AssignmentPattern":
      declarePattern(pattern.left, names);
      return;
    case "RestElement":
      declarePattern(pattern.argument, names);
      return;
    case "TSParameterProperty":
      declarePattern(pattern.parameter, names);
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) declarePattern(element, names);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        declarePattern(property.type === "RestElement" ? property : property.value, names);
      }
      return;
  }
}
