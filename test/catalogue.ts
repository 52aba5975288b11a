import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import * as catalogue from "../src/messages.ts";

/** The types of parameters that both TypeScript and AssemblyScript have. */
export type ParameterType = "string" | "string | null" | "string[]";

/** A function of the catalogue, as its source declares it. */
export interface CatalogueFunction {
  name: string;
  parameters: ParameterType[];
  returns: "Message" | "string";
  /** Calls it; each text becomes the argument that its parameter's type asks for. */
  call(texts: readonly string[]): catalogue.Message | string;
}

type CatalogueExport = (...args: unknown[]) => catalogue.Message | string;

const EXPORTS: Record<string, unknown> = { ...catalogue };
const FOLDER = new URL("../src/messages/", import.meta.url);

/** Every exported function of the catalogue that makes a message, or a part of one. */
export function catalogueFunctions(): CatalogueFunction[] {
  const files = readdirSync(FOLDER).filter(
    (file) => !/^(message|page|pages.*|quote)\.ts$/.test(file),
  );
  return files.sort().flatMap((file) => {
    const source = readFileSync(new URL(file, FOLDER), "utf8");
    const textOf = (node: { start: number; end: number } | null | undefined): string =>
      node ? source.slice(node.start, node.end).replace(/^:\s*/, "") : "";
    return parseSync(file, source).program.body.flatMap((statement) => {
      if (statement.type !== "ExportNamedDeclaration") return [];
      const declaration = statement.declaration;
      if (declaration?.type !== "FunctionDeclaration") return [];
      const name = declaration.id!.name;
      const parameters = declaration.params.map((parameter) => {
        if (parameter.type !== "Identifier") throw new Error(`${name}: not portable`);
        return textOf(parameter.typeAnnotation) as ParameterType;
      });
      const returns = textOf(declaration.returnType) as CatalogueFunction["returns"];
      const implementation = EXPORTS[name] as CatalogueExport;
      return {
        name,
        parameters,
        returns,
        call: (texts) =>
          implementation(...parameters.map((type, index) => argument(type, texts[index]!))),
      };
    });
  });
}

function argument(type: ParameterType, text: string): string | string[] | null {
  if (type === "string[]") return text === "" ? [] : [text, "other"];
  return type === "string | null" && text === "" ? null : text;
}
