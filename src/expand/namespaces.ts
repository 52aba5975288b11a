import type { Node } from "./syntax.ts";

type Declaration = Extract<Node, { type: "TSModuleDeclaration" }>;
type Identifier = Extract<Node, { type: "Identifier" }>;

/**
 * What the parts of a namespace export, and those of the namespaces that are named before it in one piece,
 * such as `a` in `namespace a.b {}`. It is in scope in each part (TypeScript's checker, `resolveName`).
 *
 * @param block the body of a part
 * @returns the names and patterns that declare it
 */
export function* exportedByParts(block: Node): Generator<Node> {
  const path: string[] = [];
  let own = 0;
  let part = block;
  for (let node = block.parent!; isOfNamespace(node); part = node, node = node.parent!) {
    if (node.type === "TSModuleBlock") own ||= path.length;
    if (node.type === "TSModuleDeclaration") path.unshift(...idsOf(node).map(({ name }) => name));
  }
  own ||= path.length;
  const { body } = part.parent as { body?: Node | Node[] };
  const statements = Array.isArray(body) ? body : [part];
  for (let length = path.length - own + 1; length <= path.length; length++) {
    yield* exportsOf(statements, path.slice(0, length), block);
  }
}

function isOfNamespace({ type }: Node): boolean {
  return /^(?:TSModule|ExportNamed)/.test(type);
}

/** What namespaces of a path export, as far as they are one with that of a block. */
function* exportsOf(
  statements: readonly Node[],
  path: readonly string[],
  block: Node,
): Generator<Node> {
  for (const statement of statements) {
    const declaration = declarationIn(statement);
    if (declaration?.type !== "TSModuleDeclaration") continue;
    const ids = idsOf(declaration);
    const other = ids.findIndex(({ name }, index) => name !== path[index]);
    if (other === path.length) yield ids[other]!;
    // `declare module "a"` has no name, and may have no body.
    if (other !== -1 || ids.length === 0) continue;
    const { start, end, body } = blockOf(declaration);
    const isAround = start <= block.start && block.end <= end;
    const exported = body.filter(isExported);
    if (ids.length === path.length) yield* exported.flatMap(namesIn);
    // What is not exported is another namespace in each part.
    else yield* exportsOf(isAround ? body : exported, path.slice(ids.length), block);
  }
}

function isExported(node: Node): boolean {
  // Babel 7 says of `export import a = b` itself that it is exported.
  return node.type === "ExportNamedDeclaration" || "isExport" in node;
}

function declarationIn(statement: Node): Node | null {
  return statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
}

/** What a statement declares that is there at run time. */
function namesIn(statement: Node): Node[] {
  const declaration = declarationIn(statement);
  switch (declaration?.type) {
    case "VariableDeclaration":
      return declaration.declarations.map(({ id }) => id);
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
      return declaration.id ? [declaration.id] : [];
    case "TSEnumDeclaration":
    case "TSImportEqualsDeclaration":
      return [declaration.id];
    case "TSModuleDeclaration":
      return idsOf(declaration).slice(0, 1);
    default:
      return [];
  }
}

/** The names of a namespace, `a` and `b` of `namespace a.b {}`, which Babel 7 has in two nodes. */
function idsOf({ id, body }: Declaration): Identifier[] {
  const ids: Identifier[] = [];
  let name: Node = id;
  for (; name.type === "TSQualifiedName"; name = name.left) ids.unshift(name.right as Identifier);
  if (name.type === "Identifier") ids.unshift(name);
  const inner = body as Node | null;
  return inner?.type === "TSModuleDeclaration" ? [...ids, ...idsOf(inner)] : ids;
}

function blockOf({ body }: Declaration): Extract<Node, { type: "TSModuleBlock" }> {
  const inner = body as Node;
  return inner.type === "TSModuleDeclaration"
    ? blockOf(inner)
    : (body as ReturnType<typeof blockOf>);
}
