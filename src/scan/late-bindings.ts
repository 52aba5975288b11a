import type { Binding, Module } from "../expand/module.ts";
import type { Node } from "../expand/syntax.ts";

/** Whether a binding is there only once its module has run. Functions are there before. */
export function isLate(binding: Binding): boolean {
  if (binding.kind === "import") return false;
  return binding.kind !== "other" || binding.node.type !== "FunctionDeclaration";
}

/**
 * What a part of a module mentions that is there only once the module has run; `null` for nothing.
 *
 * @param consumed identifiers that macros take away
 */
export function lateBinding(
  module: Module,
  body: Node,
  consumed: ReadonlySet<Node>,
): string | null {
  const isUse = ({ node, type }: ReturnType<Module["occurrences"]>[number]): boolean =>
    !type && !consumed.has(node) && body.start <= node.start && node.end <= body.end;
  for (const [name, binding] of module.bindings) {
    if (isLate(binding) && module.occurrences(name).some(isUse)) return name;
  }
  return null;
}

/**
 * Whether a declaration is a function that can be called before the module has run: ECMAScript
 * initializes functions when it links modules. Not one that mentions what is there only later.
 *
 * @param consumed identifiers that macros take away
 */
export function isHoisted(module: Module, declaration: Node, consumed: ReadonlySet<Node>): boolean {
  return (
    declaration.type === "FunctionDeclaration" &&
    lateBinding(module, declaration, consumed) === null
  );
}
