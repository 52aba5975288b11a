import type { Span } from "../../diagnostics/diagnostic.ts";
import { type JsonPath, locateJson } from "../json-text.ts";
import { readText } from "../read-file.ts";

/** Where a value of `<dir>/package.json` stands; the beginning where there is none. */
export function manifestSpan(dir: string, path: JsonPath): Span {
  const file = `${dir}/package.json`;
  const text = readText(file);
  const place = typeof text === "string" ? locateJson(text, path)?.value : null;
  return { file, start: place?.start ?? 0, end: place?.end ?? 0 };
}
