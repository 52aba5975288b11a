import type { Message } from "../messages.ts";
import { notAnInterface } from "../messages.ts";
import type { Module } from "./module.ts";
import type { OwnSite, Range, Sites } from "./site.ts";

/** What every reader of a macro works on: the module, and the sites found so far. */
export class Reader {
  readonly module: Module;
  readonly sites: Sites;
  readonly #instances: readonly Range[];

  constructor(module: Module, sites: Sites, instances: readonly Range[]) {
    this.module = module;
    this.sites = sites;
    this.#instances = instances;
  }

  /** Whether a place runs for each instance of a component, where nothing can be exported. */
  isInInstance({ start, end }: Range): boolean {
    return this.#instances.some((instance) => start >= instance.start && end <= instance.end);
  }

  /** Reports a wrong use at a place. */
  report(message: Message, at: Range, related: { range: Range; text: string }[] = []): void {
    this.sites.problems.push({ message, start: at.start, end: at.end, related });
  }

  /** Reports that something else stands where an interface is expected. */
  reportNotAnInterface(found: string, at: Range): null {
    this.report(notAnInterface(found), at);
    return null;
  }

  /** Records a `this.member` that the statement itself answers. */
  addOwn(site: OwnSite): void {
    this.sites.own.push(site);
  }
}
