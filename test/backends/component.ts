import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";
import type { Fixture, Outcome } from "../fixture.ts";
import { bundler } from "./bundler.ts";

/** The module that the compiler of a component makes of it, which other tools are given. */
export interface Compiled {
  code: string;
  /** A name whose extension says how to parse the module. */
  file: string;
  /** The place in the component that a place in the module stands for; both from 1. */
  original(line: number, column: number): string;
}

export function isComponent(file: string): boolean {
  return file.endsWith(".vue") || file.endsWith(".svelte");
}

/** Compiles a Vue or Svelte component as production builds do. */
export function compileComponent(code: string, file: string): Compiled {
  const { module, map, lang } = file.endsWith(".vue") ? ofVue(code, file) : ofSvelte(code, file);
  const trace = new TraceMap(map);
  return {
    code: module,
    file: `${file}.${lang}`,
    original(line, column) {
      const place = originalPositionFor(trace, { line, column: column - 1 });
      return `${place.line}:${(place.column ?? -1) + 1}`;
    },
  };
}

interface Output {
  module: string;
  map: SourceMapInput;
  lang: string;
}

function ofVue(code: string, file: string): Output {
  const { descriptor } = parse(code, { filename: file });
  const { content, map, lang } = compileScript(descriptor, { id: "fixture", inlineTemplate: true });
  return { module: content, map: map as unknown as SourceMapInput, lang: lang ?? "js" };
}

function ofSvelte(code: string, file: string): Output {
  const { js } = compile(code, { filename: file });
  return { module: js.code, map: js.map as SourceMapInput, lang: "js" };
}

/** An outcome with its errors at their places in the component. */
export function inComponent(outcome: Outcome, compiled: Compiled): Outcome {
  if (!outcome.errors) return { ...outcome, file: compiled.file };
  const errors = outcome.errors.map((error) => {
    const [code, line, column] = error.split(/[ :]/);
    return `${code} ${compiled.original(Number(line), Number(column))}`;
  });
  return { errors };
}

/**
 * What a tool has to make of a component's fixture: what the bundlers' backend makes of the same module.
 *
 * @param alike what the tool would make of that besides
 */
export async function expectedOfComponent(
  { name, file, input, output }: Fixture,
  alike: (outcome: Outcome, file: string) => Outcome = (outcome) => outcome,
): Promise<Outcome | null> {
  const different = DIFFERENT_COMPILED[name];
  if (Array.isArray(different)) return { errors: different };
  if (output === null && !different) return null;
  const compiled = compileComponent(input, file);
  const outcome = await bundler.expand(compiled.code, compiled.file);
  return inComponent(alike(outcome, compiled.file), compiled);
}

/**
 * Fixtures that come to another result when a tool is given the module that the component's compiler
 * made, in which some markup is no longer what it was.
 */
const DIFFERENT_COMPILED: Record<string, "works" | string[]> = {
  // Vue writes `HelloIf.hello` in markup as `_unref(HelloIf).hello`: a call is no interface.
  "error-bare-in-markup-of-vue": ["CI1013 12:40", "CI1001 13:9"],
  // Svelte's markup is plain code by then, and macros in it are macros.
  "error-macro-in-markup-of-svelte": "works",
};
