import type * as Babel from "@babel/core";
import { BABEL_7 } from "../backends/babel.ts";

// SWC numbers the names that it makes, and counts what else has them at the time.

const { types: t } = BABEL_7.core;

type Name = Babel.NodePath<Babel.types.Identifier | Babel.types.JSXIdentifier>;
type Binding = NonNullable<ReturnType<Babel.NodePath["scope"]["getBinding"]>>;

/**
 * A plugin that renames every binding whose name is not in the program that an output was made of, nor
 * one of the expansion: to a number, by where it is first used. Two outputs then are the same if each
 * name in one stands for one in the other.
 */
export function numberingNames(input: string): Babel.PluginObj {
  const given = new Set(input.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
  return {
    visitor: {
      Program: {
        exit(program) {
          const made: [Name["node"], Binding][] = [];
          const numbers = new Map<Binding, number>();
          const visit = (path: Name): void => {
            const { name } = path.node;
            if (given.has(name) || name.startsWith("__") || !isOfBinding(path)) return;
            const binding = path.scope.getBinding(name);
            if (!binding) return;
            made.push([path.node, binding]);
            if (!declaresOnly(path) && !numbers.has(binding)) numbers.set(binding, numbers.size);
          };
          program.traverse({ Identifier: visit, JSXIdentifier: visit });
          for (const [node, binding] of made) {
            const number = numbers.get(binding);
            if (number !== undefined) node.name = `made$${number}`;
          }
        },
      },
    },
  };
}

function isOfBinding({ node, parent, parentPath }: Name): boolean {
  const grandparent = parentPath?.parent;
  return t.isReferenced(node, parent, grandparent) || t.isBinding(node, parent, grandparent);
}

/** Whether a name is only declared: imports and variables without a value come in any order. */
function declaresOnly({ parent }: Name): boolean {
  return t.isModuleSpecifier(parent) || (t.isVariableDeclarator(parent) && !parent.init);
}
