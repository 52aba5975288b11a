import type { Node as BabelNode } from "@babel/types";
import { visitorKeys } from "oxc-parser";
import type { Range } from "../site.ts";

/** The fields of a node of the view, `type` among them. */
export type Fields = Record<string, unknown>;

/** A field of Babel's node as the view has it: its nodes are nodes of the view. */
type Read = (name: string) => unknown;

type Shape = (node: Record<string, unknown>, read: Read, range: Range) => Fields;

/**
 * The fields that ESTree has for a node of Babel's tree (Babel's parser, AST specification; ESTree;
 * typescript-estree for types). Where Babel 7 and 8 differ, as they do in types, both are known.
 */
export function shapeOf(node: BabelNode, range: Range, read: Read): Fields {
  const fields = node as unknown as Record<string, unknown>;
  const shape = SHAPES[node.type];
  return shape ? shape(fields, read, range) : sameFields(fields, read);
}

/** What is no part of the tree: comments, places, and notes that plugins leave. */
const APART = /^(?:_|(?:leading|inner|trailing)Comments$|(?:loc|start|end|range|extra|parent)$)/;

/** Names of fields that are others in ESTree. */
const RENAMED: Record<string, string> = { superTypeParameters: "superTypeArguments" };

function sameFields(node: Record<string, unknown>, read: Read): Fields {
  const fields: Fields = {};
  for (const name in node) {
    if (APART.test(name)) continue;
    fields[RENAMED[name] ?? name] = read(name);
  }
  const given = fields.typeParameters as { type?: string } | null | undefined;
  if (given?.type === "TSTypeParameterInstantiation") {
    fields.typeArguments = given;
    delete fields.typeParameters;
  }
  // What ESTree does not know, such as types of Flow, is walked in the order of its fields.
  if (!((node.type as string) in visitorKeys)) {
    fields.keys = Object.keys(fields).filter((name) => holdsNodes(fields[name]));
  }
  return fields;
}

function holdsNodes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsNodes);
  return typeof value === "object" && value !== null && "type" in value;
}

const literal: Shape = ({ value }) => ({ type: "Literal", value });

/** Statements after the directives, which are statements in ESTree. */
function withDirectives(read: Read): unknown[] {
  return [...((read("directives") as unknown[] | undefined) ?? []), ...(read("body") as unknown[])];
}

/** A method's function: Babel has the two in one node. */
function functionOf(read: Read, { start, end }: Range, type = "FunctionExpression"): Fields {
  const names = ["params", "typeParameters", "returnType", "async", "generator"];
  const fields = Object.fromEntries(names.map((name) => [name, read(name)]));
  return { ...fields, type, id: null, body: read("body") ?? null, start, end };
}

const classMethod: Shape = (node, read, range) => {
  const { abstract, body } = node;
  const method = body ? "FunctionExpression" : "TSEmptyBodyFunctionExpression";
  return {
    ...elementOf(node, read),
    type: abstract ? "TSAbstractMethodDefinition" : "MethodDefinition",
    kind: node.kind ?? "method",
    value: functionOf(read, range, method),
  };
};

const classProperty: Shape = (node, read) => ({
  ...elementOf(node, read),
  type: node.abstract ? "TSAbstractPropertyDefinition" : "PropertyDefinition",
  declare: node.declare ?? false,
  typeAnnotation: read("typeAnnotation"),
  value: read("value") ?? null,
});

/** What all elements of a class have. */
function elementOf({ computed, static: isStatic }: Record<string, unknown>, read: Read): Fields {
  return {
    decorators: read("decorators") ?? [],
    key: read("key"),
    computed: computed ?? false,
    static: isStatic ?? false,
  };
}

const classOf: Shape = (node, read) => ({
  ...sameFields(node, read),
  decorators: read("decorators") ?? [],
});

/** A type written like a function. Babel 7 names its parts otherwise. */
const signature: Shape = (node, read) => ({
  ...sameFields(node, read),
  params: read("params") ?? read("parameters"),
  returnType: read("returnType") ?? read("typeAnnotation"),
});

/** `Base<T>` behind `implements` and `extends`. */
const heritage =
  (type: string): Shape =>
  (node, read) => ({ ...sameFields(node, read), type });

const member: Shape = (node, read) => ({
  ...sameFields(node, read),
  type: "MemberExpression",
  optional: node.optional ?? false,
});

const call: Shape = (node, read) => {
  const callee = node.callee as BabelNode;
  if (callee.type === "Import") {
    const [source, options = null] = read("arguments") as unknown[];
    return { type: "ImportExpression", source, options };
  }
  return { ...sameFields(node, read), type: "CallExpression", optional: node.optional ?? false };
};

/** What only types of Flow see of an expression. */
const typeCast: Shape = (node, read) => ({ ...sameFields(node, read), type: "TSAsExpression" });

/** The types of Babel's tree that ESTree has otherwise. */
const SHAPES: Record<string, Shape | undefined> = {
  Program: (node, read) => ({
    type: "Program",
    sourceType: node.sourceType,
    body: withDirectives(read),
  }),
  BlockStatement: (_, read) => ({ type: "BlockStatement", body: withDirectives(read) }),
  Directive: (node, read) => ({
    type: "ExpressionStatement",
    expression: read("value"),
    directive: (node.value as { value: string }).value,
  }),
  DirectiveLiteral: literal,
  StringLiteral: literal,
  NumericLiteral: literal,
  BooleanLiteral: literal,
  BigIntLiteral: ({ value }) => ({ type: "Literal", value: BigInt(value as string) }),
  RegExpLiteral: () => ({ type: "Literal", value: null }),
  NullLiteral: () => ({ type: "Literal", value: null }),
  PrivateName: ({ id }) => ({ type: "PrivateIdentifier", name: (id as { name: string }).name }),

  MemberExpression: member,
  OptionalMemberExpression: member,
  CallExpression: call,
  OptionalCallExpression: call,
  TypeCastExpression: typeCast,
  AsExpression: typeCast,
  AsConstExpression: typeCast,
  SatisfiesExpression: typeCast,

  ObjectProperty: (node, read) => ({
    ...sameFields(node, read),
    type: "Property",
    kind: "init",
    method: false,
  }),
  ObjectMethod: ({ kind, computed }, read, range) => ({
    type: "Property",
    kind: kind === "method" ? "init" : kind,
    method: kind === "method",
    shorthand: false,
    computed,
    key: read("key"),
    value: functionOf(read, range),
  }),

  ClassDeclaration: classOf,
  ClassExpression: classOf,
  ClassMethod: classMethod,
  ClassPrivateMethod: classMethod,
  TSDeclareMethod: classMethod,
  ClassProperty: classProperty,
  ClassPrivateProperty: classProperty,
  ClassAccessorProperty: (node, read) => ({
    ...classProperty(node, read, { start: 0, end: 0 }),
    type: node.abstract ? "TSAbstractAccessorProperty" : "AccessorProperty",
  }),

  ImportDeclaration: (node, read) => ({
    ...sameFields(node, read),
    importKind: importKindOf(node.importKind),
  }),
  ImportSpecifier: (node, read) => ({
    ...sameFields(node, read),
    importKind: importKindOf(node.importKind),
  }),
  ExportNamedDeclaration: (node, read) => {
    const fields = sameFields(node, read);
    const [first] = (fields.specifiers as Fields[] | undefined) ?? [];
    if (first?.type !== "ExportNamespaceSpecifier") return fields;
    return { ...fields, type: "ExportAllDeclaration", exported: first.exported };
  },

  TSExpressionWithTypeArguments: heritage("TSClassImplements"),
  TSFunctionType: signature,
  TSConstructorType: signature,
  TSMethodSignature: signature,
  TSCallSignatureDeclaration: signature,
  TSConstructSignatureDeclaration: signature,
  TSTypeParameter: (node, read, range) => ({
    ...sameFields(node, read),
    name: identifierOf(node.name, read, range),
  }),
  TSMappedType: (node, read, range) => {
    const fields = sameFields(node, read);
    const parameter = fields.typeParameter as { name: unknown; constraint: unknown } | undefined;
    if (!parameter) return { ...fields, key: identifierOf(node.key, () => fields.key, range) };
    return { ...fields, key: parameter.name, constraint: parameter.constraint };
  },
  TSEnumDeclaration: (node, read, range) => ({
    ...sameFields(node, read),
    body: read("body") ?? { type: "TSEnumBody", members: read("members"), ...range },
  }),
};

/** What is a text in Babel 7 and an identifier in Babel 8. */
function identifierOf(name: unknown, read: Read, range: Range): unknown {
  return typeof name === "string" ? { type: "Identifier", name, ...range } : read("name");
}

/** `import typeof` of Flow imports a type as well. */
function importKindOf(kind: unknown): string {
  return kind === "type" || kind === "typeof" ? "type" : "value";
}
