import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  getLanguageService,
  type LanguageService,
  TextDocument,
} from "vscode-json-languageservice";

/** The schemas that are published, as URLs. */
export const SCHEMAS = new URL("../schema/", import.meta.url);

/** SchemaStore's schema of package.json, as far as it matters here: it is not to be downloaded. */
const PACKAGE_JSON = JSON.stringify({
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  properties: { name: { type: "string" }, license: { type: "string" } },
});

/** The engine of VS Code for JSON, which asks for schemas as its extension has it do. */
export function jsonLanguage(): LanguageService {
  return getLanguageService({
    workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
    schemaRequestService: async (url) => {
      if (url === "https://json.schemastore.org/package.json") return PACKAGE_JSON;
      return readFileSync(fileURLToPath(url), "utf8");
    },
  });
}

/** A document as an editor has it open; `‸` in the text is the cursor. */
export class Editor {
  readonly #service: LanguageService;
  readonly #document: TextDocument;
  readonly #cursor: number;

  constructor(service: LanguageService, uri: string, text: string) {
    this.#service = service;
    this.#cursor = text.indexOf("‸");
    this.#document = TextDocument.create(uri, "json", 1, text.replace("‸", ""));
  }

  /** The text itself. */
  get text(): string {
    return this.#document.getText();
  }

  /** What is underlined. */
  async problems(): Promise<{ message: string; start: number; end: number }[]> {
    const parsed = this.#service.parseJSONDocument(this.#document);
    const found = await this.#service.doValidation(this.#document, parsed);
    return found.map(({ message, range }) => ({
      message: String(message),
      start: this.#document.offsetAt(range.start),
      end: this.#document.offsetAt(range.end),
    }));
  }

  /** What is proposed at the cursor. */
  async completions(): Promise<string[]> {
    const position = this.#document.positionAt(this.#cursor);
    const parsed = this.#service.parseJSONDocument(this.#document);
    const list = await this.#service.doComplete(this.#document, position, parsed);
    return (list?.items ?? []).map(({ label }) => label);
  }

  /** What is shown at the cursor. */
  async hover(): Promise<string> {
    const position = this.#document.positionAt(this.#cursor);
    const parsed = this.#service.parseJSONDocument(this.#document);
    const hover = await this.#service.doHover(this.#document, position, parsed);
    return JSON.stringify(hover?.contents ?? "");
  }
}
