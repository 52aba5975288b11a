import { expand } from "../../src/expand/expand.ts";
import { type Backend, position } from "../fixture.ts";

/** oxc-parser and magic-string, as all bundlers use it. */
export const bundler: Backend = {
  name: "bundler",
  async expand(input, file) {
    const expansion = expand(input, `/fixture/${file}`);
    if (!expansion) return { output: input };
    if (expansion.diagnostics.length === 0) return { output: expansion.code };
    return {
      errors: expansion.diagnostics.map(
        ({ code, labels }) => `${code} ${position(input, labels[0].span.start)}`,
      ),
    };
  },
};
