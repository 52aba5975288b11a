import { readFileSync, writeFileSync } from "node:fs";
import { workspace } from "../../bundlers/workspace.ts";
import type { Tree } from "../../tree.ts";
import type { GuideFile } from "./guide.ts";

const definition = `import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string, id: number): string;
  greet?(name: string): string;
}
export const HelloIf = def_interface<HelloIf>({
  defaults: { greet(name) { return this.hello(name, 0); } },
});
export const planet: string = "world";
`;

const implementation = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello: (name: string, id: number): string => \`Hello, \${name} \${id}!\`,
});
`;

const main = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

console.log(call_interface(HelloIf.hello("world", 123)));
console.log(call_interface(HelloIf.greet, "you"));
`;

/** What the program prints, however it is built. */
export const PRINTED = "Hello, world 123!\nHello, you 0!\n";

/**
 * A workspace of a definition, an implementation and an application, which calls.
 *
 * @param config what the guide tells to write, in the application
 * @param files further files of the application; `src/main.ts` calls unless it is replaced
 */
export function program(config?: GuideFile, files: Record<string, string> = {}): Tree {
  return workspace({
    "hello-if": { files: { "src/index.ts": definition } },
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": implementation } },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: { "src/main.ts": main, ...(config && { [config.path]: config.text }), ...files },
    },
  });
}

/** What all backends say of a program after {@link makeMistake}. */
export const MISTAKE = "error[CI1009]: malformed `call_interface`: a member cannot be computed";

/** The place in the code that SWC shows, which is marked. */
export const MARKED =
  /^ 4 \| console\.log\(call_interface\(HelloIf\["hello"\].*\n {3}: {36}\^{7}\n 5 \|/m;

/** Makes a mistake in a file of the application: the member is computed in its first call. */
export function makeMistake(tree: Tree, file = "src/main.ts"): void {
  const path = tree.path(`packages/app/${file}`);
  const text = readFileSync(path, "utf8");
  const wrong = text.replace("HelloIf.hello(", `HelloIf["hello"](`);
  if (wrong === text) throw new Error(`${file} has no call to spoil`);
  writeFileSync(path, wrong);
}
