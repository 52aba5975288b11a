/** The modules that a module imports, in the order in which they are evaluated. */
export type ImportsOf = (file: string) => readonly string[];

/** A program that is evaluated from one entry. */
export interface Evaluation {
  /** The modules in the order in which they run. */
  order: readonly string[];
  /** Whether a module runs. */
  runs(file: string): boolean;
  /** Whether a module runs before another one, which has to run. */
  isBefore(file: string, other: string): boolean;
  /** How a module is reached that runs: each imports the next, the first is the entry, the last is it. */
  path(file: string): string[];
}

/**
 * Evaluates modules from an entry as ECMAScript does (InnerModuleEvaluation): depth first, imports
 * in order, and a module that is already being evaluated is skipped. That is where a cycle shows.
 */
export function evaluate(entry: string, importsOf: ImportsOf): Evaluation {
  const order: string[] = [];
  const places = new Map<string, number>();
  const importers = new Map<string, string | null>([[entry, null]]);
  const stack = [{ file: entry, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const imported = importsOf(top.file)[top.next++];
    if (imported === undefined) {
      places.set(top.file, order.length);
      order.push(top.file);
      stack.pop();
    } else if (!importers.has(imported)) {
      importers.set(imported, top.file);
      stack.push({ file: imported, next: 0 });
    }
  }
  const place = (file: string): number => places.get(file) ?? Number.POSITIVE_INFINITY;
  return {
    order,
    runs: (file) => places.has(file),
    isBefore: (file, other) => place(file) < place(other),
    path(file) {
      const path: string[] = [];
      for (let at: string | null = file; at !== null; at = importers.get(at) ?? null) path.push(at);
      return path.reverse();
    },
  };
}

/**
 * Finds, for a module, those that it imports and that import it, directly or not; itself at least.
 * However many it is asked of, it looks at each import once (Tarjan's algorithm, without recursion).
 */
export function createCycles(importsOf: ImportsOf): (file: string) => ReadonlySet<string> {
  const cycles = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, number>();
  // The module found first that a module leads back to, as far as it is known.
  const back = new Map<string, number>();
  const open: string[] = [];

  const visit = (start: string): void => {
    const stack: { file: string; next: number }[] = [];
    const enter = (file: string): void => {
      back.set(file, found.size);
      found.set(file, found.size);
      open.push(file);
      stack.push({ file, next: 0 });
    };
    const leadsTo = (file: string, place: number): void => {
      back.set(file, Math.min(back.get(file)!, place));
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { file } = top;
      const imported = importsOf(file)[top.next++];
      if (imported !== undefined) {
        if (!found.has(imported)) enter(imported);
        else if (!cycles.has(imported)) leadsTo(file, found.get(imported)!);
        continue;
      }
      stack.pop();
      const importer = stack.at(-1)?.file;
      if (importer !== undefined) leadsTo(importer, back.get(file)!);
      if (back.get(file) !== found.get(file)) continue;
      const cycle = new Set(open.splice(open.lastIndexOf(file)));
      for (const member of cycle) cycles.set(member, cycle);
    }
  };

  return (file) => {
    if (!found.has(file)) visit(file);
    return cycles.get(file)!;
  };
}
