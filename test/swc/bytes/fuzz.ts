import { readFileSync } from "node:fs";
import fc from "fast-check";
import { type ParseResult, parseSync } from "oxc-parser";
import { MACRO_MODULE } from "../../../src/naming.ts";
import { Acceptance } from "./acceptance.ts";
import type { Capture } from "./capture.ts";
import { text } from "./cbor.ts";
import { compilePlugin } from "./compile.ts";
import { edited, edits } from "./edits.ts";
import { hasNames } from "./expansion.ts";
import { type Call, Guest } from "./guest.ts";
import { maxSteps, wrongRun } from "./invariants.ts";
import { UNKNOWN_NODES } from "./plugins.ts";
import type { Host } from "./swc.ts";

/** What came of some runs. */
export interface Report {
  runs: number;
  /** How many trees were expanded, how many refused with an error. The others were left alone. */
  expanded: number;
  refused: number;
  /** How many expansions a real host printed. */
  accepted: number;
  /** What is wrong, and how to make it happen again. */
  findings: string[];
}

/** A tree that was expanded. */
interface Expansion {
  name: string;
  capture: Capture;
  before: Uint8Array;
  after: Uint8Array;
}

/** The plugin, what to run it on, and what came of it. */
export class Fuzzer {
  readonly report: Report = { runs: 0, expanded: 0, refused: 0, accepted: 0, findings: [] };
  readonly #expansions: Expansion[] = [];
  readonly #guest: Guest;
  readonly #captures: readonly Capture[];
  readonly #hosts: Acceptance;
  readonly #counter: Guest;

  private constructor(
    guest: Guest,
    captures: readonly Capture[],
    hosts: Acceptance,
    counter: Guest,
  ) {
    this.#guest = guest;
    this.#captures = captures;
    this.#hosts = hosts;
    this.#counter = counter;
  }

  /** @param plugin the file of the plugin */
  static async start(plugin: string, captures: readonly Capture[]): Promise<Fuzzer> {
    const counter = await compilePlugin("counter", UNKNOWN_NODES);
    const [guest, other] = [plugin, counter].map((file) => new Guest(readFileSync(file)));
    return new Fuzzer(guest!, captures, await Acceptance.start(), other!);
  }

  /** Ends the process of the hosts. */
  stop(): Promise<void> {
    return this.#hosts.stop();
  }

  /** The trees as the host sends them. */
  plain(): void {
    for (const capture of this.#captures) {
      this.#find(capture, callOf(capture, capture.bytes), capture.name);
    }
  }

  /** Of every tree as much as there is up to every offset, or every so-maniest. */
  cuts(step: number): void {
    for (const [index, capture] of this.#captures.entries()) {
      for (let end = index % step; end < capture.bytes.length; end += step) {
        const call = callOf(capture, capture.bytes.subarray(0, end));
        this.#find(capture, call, `${capture.name}, cut at ${end}`);
      }
    }
  }

  /** Trees that are changed at random. Of what is found, the smallest change that does the same. */
  changes(runs: number, seed: number): void {
    const tree = fc.nat({ max: this.#captures.length - 1 });
    const property = fc.property(tree, tree, edits(), options(), (of, other, list, config) => {
      const capture = this.#captures[of];
      const bytes = edited(capture.bytes, list, this.#captures[other].bytes);
      const given = Buffer.from(config).toString();
      const name = `${capture.name}, and ${this.#captures[other].name}, ${fc.stringify(list)}, ${given}`;
      const wrong = this.#run(capture, { ...callOf(capture, bytes), config }, name);
      if (wrong) throw new Error(`${name}: ${wrong}`);
    });
    const result = fc.check(property, { numRuns: runs, seed, endOnFailure: false });
    if (result.failed) this.report.findings.push(`seed ${seed}: ${result.errorInstance}`);
  }

  /** What the host takes, it takes expanded too: asked for some of what was expanded last. */
  async acceptance(count: number): Promise<void> {
    for (const { name, capture, before, after } of this.#expansions.slice(-count)) {
      const printed = await this.#hosts.print(capture, before);
      if (printed === null) continue;
      const expanded = await this.#hosts.print(capture, after);
      // What changes tore from its declaration may be no macro any more.
      const whole = before === capture.bytes;
      const wrong = wrongOutput(hasNames(before) ? printed : null, expanded, whole);
      if (wrong) this.report.findings.push(`${name}: ${wrong}\n${expanded ?? ""}`);
      else this.report.accepted++;
    }
    this.#expansions.length = 0;
  }

  #find(capture: Capture, call: Call, name: string): void {
    const wrong = this.#run(capture, call, name);
    if (wrong) this.report.findings.push(`${name}: ${wrong}`);
  }

  #run(capture: Capture, call: Call, name: string): string | null {
    const run = this.#guest.run(call, maxSteps(call));
    const [after] = run.results;
    this.report.runs++;
    if (run.diagnostics.length > 0) this.report.refused++;
    else if (after && !Buffer.from(after).equals(call.bytes)) {
      this.report.expanded++;
      const expansion = { name, capture, before: call.bytes, after };
      if (fits(call.config, capture.host)) this.#expansions.push(expansion);
    }
    return wrongRun(call, run, capture.runPluginFirst) ?? this.#wrongShapes(call, after!);
  }

  /** Where the plugin's table of shapes knows all of a tree, it knows all of the expansion. */
  #wrongShapes(call: Call, after: Uint8Array): string | null {
    if (Buffer.from(after).equals(call.bytes)) return null;
    const before = this.#unknownNodes(call);
    if (before < 0) return "bytes that are no tree were changed";
    const now = this.#unknownNodes({ ...call, bytes: after });
    return now < 0 || (now > 0 && before === 0)
      ? `${now} nodes of a shape that is not known`
      : null;
  }

  #unknownNodes(call: Call): number {
    return this.#counter.run(call, Number.POSITIVE_INFINITY).status ?? -1;
  }
}

/** What the host says of one file. */
export function callOf({ mark, code }: Capture, bytes: Uint8Array): Call {
  return { bytes, mark, code, config: NO_OPTIONS };
}

const NO_OPTIONS = text("{}");

/**
 * Options: mostly none or `core`, right or wrong, since any other is refused. What is no text, only
 * hosts before 1.15 send.
 */
function options(): fc.Arbitrary<Uint8Array> {
  const none = { weight: 30, arbitrary: fc.constant(NO_OPTIONS) };
  const core = { weight: 10, arbitrary: fc.constantFrom(...CORES).map(withCore) };
  return fc.oneof(none, core, fc.json().map(text), fc.string().map(text));
}

/** What may be said to be the version of @swc/core. */
const CORES = ["1.15", "1.15.0", "1.16", "1.16.22", "2.0.0", "1.14", "1", "1.15-beta", "next", ""];

function withCore(version: string): Uint8Array {
  return text(JSON.stringify({ core: version }));
}

/** Whether options say nothing that is not so: told another version, the plugin writes for that. */
function fits(config: Uint8Array, { version }: Host): boolean {
  const [, said] = /"core":"([^"]*)/.exec(Buffer.from(config).toString()) ?? [];
  return said === undefined || isOld(said) === isOld(version);
}

function isOld(version: string): boolean {
  return version.startsWith("1.15");
}

/**
 * What is wrong with what the host prints.
 *
 * @param printed what it prints without expansion; `null` if that says nothing of the syntax
 */
function wrongOutput(
  printed: string | null,
  expanded: string | null,
  whole: boolean,
): string | null {
  if (expanded === null) return "the host refuses the expansion";
  const { errors, module } = parseModule(expanded);
  if (errors.length > 0 && printed !== null && isSyntax(printed)) return "no syntax";
  const imports = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return whole && imports.includes(MACRO_MODULE) ? "macros are still imported" : null;
}

function isSyntax(printed: string): boolean {
  return parseModule(printed).errors.length === 0;
}

/** What imported nothing but macros is a module still, though its text has nothing that says so. */
function parseModule(text: string): ParseResult {
  return parseSync("input.tsx", text, { sourceType: "module" });
}
