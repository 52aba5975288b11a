import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

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
