import type { Node } from "oxc-parser";
import { position } from "../fixture.ts";
import type { Program } from "./program.ts";
import { children, parse, within } from "./tree.ts";

// Unless plugins run first, SWC has stripped types and lowered decorators before. Errors in what is
// gone then, or has no place any more, are not those of the other backends.

/** Why a receiver is another one: that of the code around a class, or of the function that an enum becomes. */
export const MOVED_THIS = "SWC moves a `this` or `super` out of its class, or into a function.";

interface Rule {
  why: string;
  /** The code of the error; any if it is none. */
  code?: string;
  /** What stands where it is reported. */
  at(node: Node, around: readonly Node[], tree: Node): boolean;
  /** What is reported instead: another code there, the same elsewhere, or nothing. */
  instead: string | "elsewhere" | null;
}

const RULES: readonly Rule[] = [
  {
    why: "An import that nothing uses goes with those that only types use.",
    code: "CI1001",
    at: (node, around, tree) => isImport(node, around) && !isUsed(localOf(node, around), tree),
    instead: null,
  },
  {
    why: "What `import type` imports is nothing.",
    code: "CI1001",
    at: (node, _, tree) => node.type === "Identifier" && isImportedType(node.name, tree),
    instead: null,
  },
  {
    why: "The parameter `this` is only there for its type.",
    code: "CI1006",
    at: (node, around) =>
      node.type === "Identifier" && node.name === "this" && "params" in around.at(-1)!,
    instead: null,
  },
  {
    why: MOVED_THIS,
    code: "CI1006",
    at: (_, around) => isInEnum(around),
    instead: null,
  },
  {
    why: "`import a = b` becomes a constant, which is an alias.",
    code: "CI1004",
    at: (node, _, tree) =>
      node.type === "Identifier" && declares(tree, "TSImportEqualsDeclaration", node.name),
    instead: "CI1010",
  },
  {
    why: "A member of an enum becomes its value, without a place.",
    code: "CI1004",
    at: (node, _, tree) =>
      node.type === "MemberExpression" &&
      node.object.type === "Identifier" &&
      declares(tree, "TSEnumDeclaration", node.object.name),
    instead: "elsewhere",
  },
  {
    why: "As decorators of 2022-03 are lowered, a computed key is no other than one in quotes.",
    code: "CI1005",
    at: (node) =>
      (node.type === "PropertyDefinition" || node.type === "MethodDefinition") &&
      node.computed &&
      node.key.type === "Literal",
    instead: null,
  },
  {
    why: "`<T>x` begins with its type.",
    at: ({ type }) => type === "TSTypeAssertion",
    instead: "elsewhere",
  },
  {
    why: "What stands in decorators has lost its place.",
    at: (_, around) => isDecorating(around),
    instead: "elsewhere",
  },
];

/** Why errors are others, if it is only for what is gone or lowered. */
export function strippedErrors(
  { code, file }: Program,
  expected: readonly string[],
  actual: readonly string[],
): string | null {
  const { program } = parse(code, file);
  const missing = expected.filter((error) => !actual.includes(error));
  const added = actual.filter((error) => !expected.includes(error));
  const reasons = new Set<string>();
  for (const error of missing) {
    const [kind, at] = error.split(" ");
    const places = [...paths(program)].filter(([{ start }]) => position(code, start) === at);
    const rule = RULES.find(
      (each) =>
        (each.code ?? kind) === kind &&
        places.some(([node, around]) => each.at(node, around, program)) &&
        takes(added, each.instead, kind!, at!),
    );
    if (!rule) return null;
    reasons.add(rule.why);
  }
  const moved = [...paths(program)].filter(([node, around]) => isMovedThis(node, around));
  const places = new Set(moved.map(([{ start }]) => `CI1006 ${position(code, start)}`));
  if (!added.every((error) => places.has(error))) return null;
  return [...reasons, ...(added.length > 0 ? [MOVED_THIS] : [])].join(" ");
}

/** Takes what is reported instead of an error out of a list; says whether that is there. */
function takes(added: string[], instead: Rule["instead"], code: string, at: string): boolean {
  if (instead === null) return true;
  const index =
    instead === "elsewhere"
      ? added.findIndex((error) => error.startsWith(`${code} `))
      : added.indexOf(`${instead} ${at}`);
  return index >= 0 && added.splice(index, 1).length > 0;
}

/** Whether a program has a `this` or `super` that becomes another one. */
export function hasMovedThis({ code, file }: Program): boolean {
  return [...paths(parse(code, file).program)].some(([node, around]) => isMovedThis(node, around));
}

function isMovedThis(node: Node, around: readonly Node[]): boolean {
  const isReceiver = node.type === "ThisExpression" || node.type === "Super";
  return isReceiver && (isDecorating(around) || isKey([...around, node]) || isInEnum(around));
}

/** Whether nodes are around a value of an enum, where TypeScript refuses receivers. */
function isInEnum(around: readonly Node[]): boolean {
  return around.some(({ type }) => type === "TSEnumMember");
}

function isDecorating(around: readonly Node[]): boolean {
  return around.some(({ type }) => type === "Decorator");
}

/** Whether one of nodes, each around the next, is a computed key of a class. */
function isKey(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node, index) =>
      (node.type === "PropertyDefinition" || node.type === "MethodDefinition") &&
      node.computed &&
      node.key === nodes[index + 1],
  );
}

/** Every node with those around it, the outermost first. */
function* paths(node: Node, around: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  yield [node, around];
  for (const child of children(node)) yield* paths(child, [...around, node]);
}

function isImport(node: Node, around: readonly Node[]): boolean {
  return localOf(node, around) !== null;
}

/** The name that an import declares. */
function localOf(node: Node, around: readonly Node[]): Node | null {
  switch (node.type) {
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return node.local;
    case "TSExternalModuleReference":
      return children(around.at(-1)!)[0]!;
    default:
      return null;
  }
}

/** Whether anything but types uses a name, besides what declares it. */
function isUsed(local: Node | null, tree: Node): boolean {
  return values(tree).some((node) => isNamed(node, nameOf(local)) && node.start !== local?.start);
}

function isNamed(node: Node, name: string | null): boolean {
  return name !== null && nameOf(node) === name;
}

function nameOf(node: Node | null): string | null {
  return node?.type === "Identifier" || node?.type === "JSXIdentifier" ? node.name : null;
}

/** The nodes of a tree that are no types, nor merely names of exports. */
function values(node: Node): Node[] {
  if (ONLY_TYPES.test(node.type) || node.type === "ExportAllDeclaration") return [];
  return [node, ...children(node).flatMap(values)];
}

const ONLY_TYPES = /^TS.*(?:Type|Annotation|Parameter|Interface)/;

function isImportedType(name: string, tree: Node): boolean {
  return children(tree).some(
    (node) =>
      node.type === "ImportDeclaration" &&
      node.specifiers.some(
        (specifier) =>
          specifier.local.name === name &&
          (node.importKind === "type" ||
            (specifier.type === "ImportSpecifier" && specifier.importKind === "type")),
      ),
  );
}

function declares(tree: Node, type: Node["type"], name: string): boolean {
  return [...within(tree)].some(
    (node) => node.type === type && "id" in node && isNamed(node.id as Node, name),
  );
}
