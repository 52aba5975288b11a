import type { Node } from "oxc-parser";
import type { Program } from "./program.ts";
import { children, parse, within } from "./tree.ts";

// SWC says which binding a name means before plugins run. It is wrong about some names that are used
// before what declares them: it takes them for those of the code around. (Nearly all such programs
// throw when they are run.)

/**
 * Whether a file has a name of its top level that SWC takes for another one somewhere.
 *
 * @param isOld whether it is a version that looks at each part of a namespace by itself, as 1.16.0 does
 */
export function isResolvedWrongly({ code, file }: Program, isOld: boolean): boolean {
  const { program } = parse(code, file);
  const top = new Set(program.body.flatMap(declaredIn).map(({ name }) => name));
  return [...within(program)].some((node) =>
    hidden(node, isOld).some(([declaring, places]) => {
      const declared = declaring.flatMap(declaredIn).filter(({ name }) => top.has(name));
      const names = new Set(declared.map(({ name }) => name));
      const starts = new Set(declared.map(({ start }) => start));
      return places
        .flatMap((place) => [...within(place)])
        .some((inner) => isIdentifier(inner) && names.has(inner.name) && !starts.has(inner.start));
    }),
  );
}

/** Parameters whose names SWC declares once it has seen the others. */
const LATE_PARAMETERS = new Set(["RestElement", "TSParameterProperty"]);

/** What declares names, and the places in which SWC does not see these. */
function hidden(node: Node, isOld: boolean): [declaring: Node[], places: Node[]][] {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return [[node.params.filter(({ type }) => LATE_PARAMETERS.has(type)), node.params]];
    case "CatchClause":
      return node.param ? [[[node.param], [node.param]]] : [];
    case "ForOfStatement":
    case "ForInStatement":
      return node.left.type === "VariableDeclaration" ? [[[node.left], [node.left]]] : [];
    case "SwitchStatement":
      return [[node.cases.flatMap(({ consequent }) => consequent), node.cases]];
    case "StaticBlock":
      return [[variables(node), [node]]];
    case "ClassExpression":
      return node.id && node.superClass ? [[[node.id], [node.superClass]]] : [];
    case "Program": {
      if (!isOld) return [];
      const blocks = [...within(node)].filter(({ type }) => type === "TSModuleBlock");
      const exported = blocks.flatMap(children).filter(({ type }) => /^Export/.test(type));
      return [[exported, blocks]];
    }
    default:
      return [];
  }
}

/** What declares names by `var` in a node, which SWC sees too late in static blocks. */
function variables(node: Node): Node[] {
  return [...within(node)].filter(
    (inner) => inner.type === "VariableDeclaration" && inner.kind === "var",
  );
}

type Identifier = Extract<Node, { type: "Identifier" }>;

function isIdentifier(node: Node): node is Identifier {
  return node.type === "Identifier";
}

/** The names that a pattern or a statement declares, where it declares any. */
function declaredIn(node: Node): Identifier[] {
  switch (node.type) {
    case "Identifier":
      return [node];
    case "ImportDeclaration":
      return node.specifiers.flatMap(({ local }) => local);
    case "ExportNamedDeclaration":
      return node.declaration ? declaredIn(node.declaration) : [];
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id }) => declaredIn(id));
    case "ClassDeclaration":
    case "FunctionDeclaration":
    case "TSEnumDeclaration":
      return node.id ? [node.id] : [];
    case "Property":
      return declaredIn(node.value);
    case "TSParameterProperty":
      return declaredIn(node.parameter);
    case "AssignmentPattern":
      return declaredIn(node.left);
    case "RestElement":
    case "ArrayPattern":
    case "ObjectPattern":
      return children(node).flatMap(declaredIn);
    default:
      return [];
  }
}
