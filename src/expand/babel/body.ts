import type { Program, Statement } from "@babel/types";

/** Edits of the statements of a program, made all at once. */
export class Body {
  readonly #program: Program;
  readonly #replaced = new Map<Statement, Statement[]>();
  readonly #before = new Map<Statement, Statement[]>();
  readonly #after = new Map<Statement, Statement[]>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** Puts statements in the place of one; nothing removes it. */
  replace(statement: Statement, replacements: readonly Statement[]): void {
    this.#replaced.set(statement, [...replacements]);
  }

  before(statement: Statement, added: readonly Statement[]): void {
    addTo(this.#before, statement, added);
  }

  after(statement: Statement, added: readonly Statement[]): void {
    addTo(this.#after, statement, added);
  }

  apply(): void {
    const body = this.#program.body.flatMap((statement) => [
      ...(this.#before.get(statement) ?? []),
      ...(this.#replaced.get(statement) ?? [statement]),
      ...(this.#after.get(statement) ?? []),
    ]);
    this.#program.body.splice(0, Number.POSITIVE_INFINITY, ...body);
  }
}

function addTo(
  lists: Map<Statement, Statement[]>,
  statement: Statement,
  added: readonly Statement[],
): void {
  const list = lists.get(statement);
  if (list) list.push(...added);
  else lists.set(statement, [...added]);
}
