/** One evaluation of a program, stopped where one module is about to run. */
export interface Evaluation {
  /** The modules that ran before it, in that order. */
  evaluated: Set<string>;
  /** How it was reached: each module imports the next, the first is the entry, the last is it. */
  path: string[];
}

/**
 * Evaluates modules from an entry as ECMAScript does (InnerModuleEvaluation): depth first, imports
 * in order, and a module that is already being evaluated is skipped. That is where a cycle shows.
 *
 * @returns `null` when `target` cannot be reached from `entry`
 */
export function evaluateUntil(
  target: string,
  entry: string,
  importsOf: (file: string) => readonly string[],
): Evaluation | null {
  const evaluated = new Set<string>();
  const started = new Set([entry]);
  const stack = [{ file: entry, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const imported = importsOf(top.file)[top.next++];
    if (imported !== undefined) {
      if (started.has(imported)) continue;
      started.add(imported);
      stack.push({ file: imported, next: 0 });
    } else if (top.file === target) {
      return { evaluated, path: stack.map(({ file }) => file) };
    } else {
      evaluated.add(top.file);
      stack.pop();
    }
  }
  return null;
}

/** The modules that a module imports and that import it, directly or not; itself at least. */
export function cycleOf(file: string, importsOf: (file: string) => readonly string[]): Set<string> {
  const importers = new Map<string, string[]>([[file, []]]);
  // Maps and Sets iterate over what is added during the iteration.
  for (const from of importers.keys()) {
    for (const imported of importsOf(from)) {
      const known = importers.get(imported);
      if (known) known.push(from);
      else importers.set(imported, [from]);
    }
  }
  const members = new Set([file]);
  for (const member of members) for (const from of importers.get(member)!) members.add(from);
  return members;
}
