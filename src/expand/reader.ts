import type { Message } from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import type { Module } from "./module.ts";
import type { OwnSite, Problem, Range, Sites } from "./site.ts";

/** What every reader of a macro works on: the module, and the sites found so far. */
export class Reader {
  readonly module: Module;
  readonly sites: Sites;
  readonly #code: string;
  readonly #instances: readonly Range[];
  /** Whether what is read now is a call, see {@link Problem}. */
  readsCalls = false;

  constructor(module: Module, sites: Sites, code: string, instances: readonly Range[]) {
    this.module = module;
    this.sites = sites;
    this.#code = code;
    this.#instances = instances;
  }

  /** A piece of the file as it is written. */
  text({ start, end }: Range): string {
    return this.#code.slice(start, end);
  }

  /** The name under which the file imports a macro; `null` if it does not. */
  importedMacro(macro: string): string | null {
    for (const [local, binding] of this.module.bindings) {
      if (binding.kind !== "import" || binding.typeOnly) continue;
      if (binding.source === MACRO_MODULE && binding.imported === macro) return local;
    }
    return null;
  }

  /** What the file calls a macro, or would. */
  macroName(macro: string): string {
    return this.importedMacro(macro) ?? macro;
  }

  /** Whether a place runs for each instance of a component, where nothing can be exported. */
  isInInstance({ start, end }: Range): boolean {
    return this.#instances.some((instance) => start >= instance.start && end <= instance.end);
  }

  /** Reports a wrong use at a place. */
  report(message: Message, at: Range, related: { range: Range; text: string }[] = []): void {
    const { start, end } = at;
    this.sites.problems.push({ message, ofCall: this.readsCalls, start, end, related });
  }

  /** Records a `this.member` that the statement itself answers. */
  addOwn(site: OwnSite): void {
    this.sites.own.push(site);
  }
}
