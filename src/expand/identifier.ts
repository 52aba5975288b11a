import { Enclosing } from "./enclosing.ts";
import { isType, type Node } from "./syntax.ts";

export type IdentifierNode = Extract<Node, { type: "Identifier" | "JSXIdentifier" }>;

/** Whether an identifier refers to a binding, rather than declaring or merely naming something. */
export function isReference(node: IdentifierNode): boolean {
  const parent = node.parent as Node;
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node || parent.computed;
    case "Property":
      // In shorthand, key and value are two nodes in one place; the value is the reference.
      if (parent.value === node) return !isDeclaringPattern(parent.parent as Node);
      return parent.key === node && parent.computed;
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractMethodDefinition":
    case "TSAbstractPropertyDefinition":
    case "TSAbstractAccessorProperty":
      return parent.key !== node || parent.computed;
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ImportAttribute":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "JSXAttribute":
    case "JSXNamespacedName":
    case "TSTypeParameter":
    case "TSNamespaceExportDeclaration":
    case "TSNamedTupleMember":
    case "TSTypePredicate":
    case "TSImportType":
      return false;
    case "ExportSpecifier":
      return parent.local === node && !(parent.parent as { source?: unknown }).source;
    case "ExportAllDeclaration":
      return false;
    case "JSXMemberExpression":
      return parent.object === node;
    case "JSXOpeningElement":
    case "JSXClosingElement":
      // A lower-case tag is an element of the host, not a binding.
      return !/^[a-z]/.test(node.name);
    case "TSMethodSignature":
    case "TSPropertySignature":
      return parent.computed && parent.key === node;
    case "TSQualifiedName":
      return parent.left === node;
    case "TSEnumMember":
      return parent.initializer === node;
    case "VariableDeclarator":
      return parent.init === node;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "TSDeclareFunction":
    case "TSEmptyBodyFunctionExpression":
    case "TSFunctionType":
    case "TSConstructorType":
    case "TSCallSignatureDeclaration":
    case "TSConstructSignatureDeclaration":
    case "TSIndexSignature":
      return false;
    case "ArrowFunctionExpression":
      return parent.body === node;
    case "ClassDeclaration":
    case "ClassExpression":
      return parent.id !== node;
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
    case "TSImportEqualsDeclaration":
      return "id" in parent && parent.id !== node;
    case "CatchClause":
    case "RestElement":
    case "ArrayPattern":
    case "TSParameterProperty":
      return !isDeclaringPattern(parent);
    case "AssignmentPattern":
      return parent.right === node || !isDeclaringPattern(parent);
    default:
      return true;
  }
}

/** Whether a pattern declares its names, rather than assigning to them. */
function isDeclaringPattern(pattern: Node): boolean {
  let node: Node = pattern;
  for (;;) {
    const parent = node.parent as Node;
    switch (node.type) {
      case "ObjectExpression":
      case "ArrayExpression":
        return false;
      case "CatchClause":
      case "TSParameterProperty":
        return true;
    }
    switch (parent.type) {
      case "VariableDeclarator":
        return parent.id === node;
      case "CatchClause":
        return parent.param === node;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "TSDeclareFunction":
      case "TSEmptyBodyFunctionExpression":
        return parent.body !== node;
      case "Property":
      case "ObjectPattern":
      case "ArrayPattern":
      case "RestElement":
      case "AssignmentPattern":
      case "TSParameterProperty":
        node = parent;
        continue;
      default:
        return false;
    }
  }
}

/** Which identifiers of a file stand inside a type, an `export type`, or an `implements` clause. */
export class Types {
  readonly #around = new Enclosing(decidesType);

  /** Whether nothing of an identifier is left when types are stripped. */
  has(node: IdentifierNode): boolean {
    const around = this.#around.of(node);
    return around !== null && (isType(around) || isTypeExport(around));
  }
}

/** Whether what stands in a node is in a type or not, whatever is around that. */
function decidesType(node: Node): boolean {
  const { type } = node;
  return (
    isType(node) ||
    (type === "ExportSpecifier" && isTypeExport(node)) ||
    type === "ExportNamedDeclaration" ||
    type === "BlockStatement" ||
    type === "Program"
  );
}

function isTypeExport(node: Node): boolean {
  return (
    (node.type === "ExportSpecifier" || node.type === "ExportNamedDeclaration") &&
    node.exportKind === "type"
  );
}
