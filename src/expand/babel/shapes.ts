import type { Node as BabelNode } from "@babel/types";
import { visitorKeys } from "oxc-parser";

/** The fields of a node of the view, `type` among them. */
export type Fields = Record<string, unknown>;

/** What a shape is made from. */
export interface Shaping {
  /** A field of Babel's node, whose nodes are those of the view. To be read once. */
  read(name: string): unknown;
  /** A node that ESTree has and Babel has not: it stands for the same as the one it is part of. */
  add(fields: Fields): Fields;
}

type Shape = (node: Fields, shaping: Shaping) => Fields;

/**
 * The fields that ESTree has for a node of Babel's tree (Babel's parser, AST specification; ESTree;
 * typescript-estree for types). Where Babel 7 and 8 differ, as they do in types, both are known.
 */
export function shapeOf(node: BabelNode, shaping: Shaping): Fields {
  const shape = SHAPES[node.type] ?? same;
  return shape(node as unknown as Fields, shaping);
}

/** A node that is the same in both. */
const same: Shape = (node, shaping) => fieldsOf(node, node.type as string, shaping);

/** A node whose type alone has another name. */
function as(type: string): Shape {
  return (node, shaping) => fieldsOf(node, type, shaping);
}

/** The fields of a node, those below it as the type in ESTree has them. */
function fieldsOf(node: Fields, type: string, shaping: Shaping): Fields {
  const keys = visitorKeys[type];
  if (!keys) return unknown(node, shaping);
  const fields = { ...node };
  fields.type = type;
  for (const key of keys) if (fields[key]) fields[key] = shaping.read(key);
  if (isGiven(node.typeParameters)) fields.typeArguments = shaping.read("typeParameters");
  return fields;
}

/** `<string>` where a type or a function is used: Babel 7 says typeParameters here as well. */
function isGiven(parameters: unknown): boolean {
  return (parameters as { type?: string } | null)?.type === "TSTypeParameterInstantiation";
}

/** What ESTree does not know, such as types of Flow, is walked in the order of its fields. */
function unknown(node: Fields, shaping: Shaping): Fields {
  const fields: Fields = {};
  for (const name in node) if (!APART.test(name)) fields[name] = shaping.read(name);
  fields.keys = Object.keys(fields).filter((name) => holdsNodes(fields[name]));
  // Types are known by their names, which begin so.
  if (FLOW_TYPE.test(node.type as string)) fields.type = `TSFlow${node.type}`;
  return fields;
}

/** Of Flow, what is gone when types are stripped (@babel/types, definitions of Flow). */
const FLOW_TYPE =
  /Type(?:Annotation|Alias|Identifier)?$|^(?:Declare|Interface|Object|Opaque)|^(?:ClassImplements|FunctionTypeParam|Type\w*|Variance|\w*Predicate)$/;

/** What is no part of the tree: comments, places, and notes that plugins leave. */
const APART = /^(?:_|(?:leading|inner|trailing)Comments$|(?:loc|start|end|range|extra|parent)$)/;

function holdsNodes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsNodes);
  return typeof value === "object" && value !== null && "type" in value;
}

/** Every third node is one, and has little that matters. */
const identifier: Shape = ({ name, typeAnnotation, decorators }, shaping) => {
  return {
    type: "Identifier",
    name,
    typeAnnotation: typeAnnotation ? shaping.read("typeAnnotation") : null,
    decorators: decorators ? shaping.read("decorators") : [],
  };
};

const literal: Shape = ({ value }) => ({ type: "Literal", value });
const literalOfNoName: Shape = () => ({ type: "Literal", value: null });

/** Statements after the directives, which are statements in ESTree. */
const withDirectives: Shape = ({ type, sourceType, directives }, shaping) => {
  const body = shaping.read("body") as unknown[];
  if (!(directives as unknown[] | undefined)?.length) return { type, sourceType, body };
  return { type, sourceType, body: [...(shaping.read("directives") as unknown[]), ...body] };
};

/** A method's function: Babel has the two in one node. */
function functionOf({ async, generator, body }: Fields, shaping: Shaping): Fields {
  return shaping.add({
    type: body ? "FunctionExpression" : "TSEmptyBodyFunctionExpression",
    id: null,
    async,
    generator,
    typeParameters: shaping.read("typeParameters"),
    params: shaping.read("params"),
    returnType: shaping.read("returnType"),
    body: body ? shaping.read("body") : null,
  });
}

/** What all elements of a class have. */
function elementOf({ computed, static: isStatic }: Fields, shaping: Shaping): Fields {
  return {
    decorators: shaping.read("decorators") ?? [],
    key: shaping.read("key"),
    computed: computed ?? false,
    static: isStatic ?? false,
  };
}

const method: Shape = (node, shaping) => ({
  ...elementOf(node, shaping),
  type: node.abstract ? "TSAbstractMethodDefinition" : "MethodDefinition",
  kind: node.kind ?? "method",
  value: functionOf(node, shaping),
});

const property =
  (type: string): Shape =>
  (node, shaping) => ({
    ...elementOf(node, shaping),
    type: node.abstract ? `TSAbstract${type}` : type,
    declare: node.declare ?? false,
    typeAnnotation: shaping.read("typeAnnotation"),
    value: shaping.read("value") ?? null,
  });

const classOf: Shape = (node, shaping) => {
  const fields = same(node, shaping);
  fields.decorators ??= [];
  if (node.superTypeParameters) fields.superTypeArguments = shaping.read("superTypeParameters");
  return fields;
};

/** A type written like a function. Babel 7 names its parts otherwise. */
const signature: Shape = (node, shaping) => {
  const fields = same(node, shaping);
  if (node.parameters) fields.params = shaping.read("parameters");
  if (node.typeAnnotation) fields.returnType = shaping.read("typeAnnotation");
  return fields;
};

const call: Shape = (node, shaping) => {
  if ((node.callee as BabelNode).type !== "Import") {
    return {
      type: "CallExpression",
      callee: shaping.read("callee"),
      typeArguments: shaping.read(
        isGiven(node.typeParameters) ? "typeParameters" : "typeArguments",
      ),
      arguments: shaping.read("arguments"),
      optional: node.optional ?? false,
    };
  }
  const [source, options = null] = shaping.read("arguments") as unknown[];
  return { type: "ImportExpression", source, options };
};

// Babel leaves `optional` out of what is in no optional chain.
const access: Shape = (node, shaping) => ({
  type: "MemberExpression",
  object: shaping.read("object"),
  property: shaping.read("property"),
  computed: node.computed,
  optional: node.optional ?? false,
});

/** `import typeof` of Flow imports a type as well. */
const imported: Shape = (node, shaping) => {
  const fields = same(node, shaping);
  fields.importKind = /^type/.test(String(node.importKind)) ? "type" : "value";
  return fields;
};

/** What is a text in Babel 7 and an identifier in Babel 8. */
function nameOf(name: unknown, shaping: Shaping): unknown {
  return typeof name === "string" ? shaping.add({ type: "Identifier", name }) : name;
}

/** The types of Babel's tree that ESTree has otherwise. */
const SHAPES: Record<string, Shape | undefined> = {
  Program: withDirectives,
  BlockStatement: withDirectives,
  Directive: (node, shaping) => ({
    type: "ExpressionStatement",
    expression: shaping.read("value"),
    directive: (node.value as { value: string }).value,
  }),
  DirectiveLiteral: literal,
  StringLiteral: literal,
  NumericLiteral: literal,
  BooleanLiteral: literal,
  BigIntLiteral: ({ value }) => ({ type: "Literal", value: BigInt(value as string) }),
  RegExpLiteral: literalOfNoName,
  NullLiteral: literalOfNoName,
  PrivateName: ({ id }) => ({ type: "PrivateIdentifier", name: (id as { name: string }).name }),

  Identifier: identifier,
  MemberExpression: access,
  OptionalMemberExpression: access,
  CallExpression: call,
  OptionalCallExpression: call,
  // What only types of Flow see of an expression.
  TypeCastExpression: as("TSAsExpression"),
  AsExpression: as("TSAsExpression"),
  AsConstExpression: as("TSAsExpression"),
  SatisfiesExpression: as("TSSatisfiesExpression"),

  ObjectProperty: (node, shaping) => {
    const fields = fieldsOf(node, "Property", shaping);
    fields.kind = "init";
    fields.method = false;
    return fields;
  },
  ObjectMethod: (node, shaping) => ({
    type: "Property",
    kind: node.kind === "method" ? "init" : node.kind,
    method: node.kind === "method",
    shorthand: false,
    computed: node.computed,
    key: shaping.read("key"),
    value: functionOf(node, shaping),
  }),

  ClassDeclaration: classOf,
  ClassExpression: classOf,
  ClassMethod: method,
  ClassPrivateMethod: method,
  TSDeclareMethod: method,
  ClassProperty: property("PropertyDefinition"),
  ClassPrivateProperty: property("PropertyDefinition"),
  ClassAccessorProperty: property("AccessorProperty"),

  ImportDeclaration: imported,
  ImportSpecifier: imported,
  ExportNamedDeclaration: (node, shaping) => {
    const fields = same(node, shaping);
    const [first] = (fields.specifiers as Fields[] | undefined) ?? [];
    if (first?.type !== "ExportNamespaceSpecifier") return fields;
    return { ...fields, type: "ExportAllDeclaration", exported: first.exported };
  },

  TSExpressionWithTypeArguments: as("TSClassImplements"),
  TSFunctionType: signature,
  TSConstructorType: signature,
  TSMethodSignature: signature,
  TSCallSignatureDeclaration: signature,
  TSConstructSignatureDeclaration: signature,
  TSTypeParameter: (node, shaping) => {
    const isText = typeof node.name === "string";
    const fields = same(isText ? { ...node, name: null } : node, shaping);
    return isText ? { ...fields, name: nameOf(node.name, shaping) } : fields;
  },
  TSMappedType: (node, shaping) => {
    const parameter = shaping.read("typeParameter") as Fields | null | undefined;
    if (!parameter) return same(node, shaping);
    const { name, constraint } = parameter;
    return { ...same({ ...node, key: null, constraint: null }, shaping), key: name, constraint };
  },
  TSEnumDeclaration: (node, shaping) => {
    const fields = same(node, shaping);
    fields.body ??= shaping.add({ type: "TSEnumBody", members: shaping.read("members") });
    return fields;
  },
};
