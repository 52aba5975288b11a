import { Writer } from "../cbor/writer.ts";
import { DeclaredNames } from "./declared-names.ts";
import { LinkImports, LocalNames } from "./link-imports.ts";
import { LinkedName } from "./linked-expression.ts";
import { Reader } from "./reader.ts";
import { Range } from "./site.ts";
import { Target } from "./target.ts";
import { writeImports } from "./write-imports.ts";
import { StatementWriter } from "./write-statements.ts";
import { UseWriter } from "./write-uses.ts";

/** Writes a program with its macros expanded (DESIGN 3). Touches nothing but the macros and their imports. */
export function expand(reader: Reader, out: Writer): void {
  const module = reader.module;
  const sites = reader.sites;
  const target = new Target(module);
  const names = new LocalNames(module.tree);
  const declared = new DeclaredNames(names);
  const statements = new StatementWriter(target, declared);
  for (let i = 0; i < sites.defines.length; i++) statements.define(sites.defines[i]);
  for (let i = 0; i < sites.implementations.length; i++) {
    statements.implement(sites.implementations[i]);
  }
  for (let i = 0; i < sites.own.length; i++) {
    const node = sites.own[i].node;
    const local = declared.localOf(sites.own[i].symbol);
    const range = new Range(node.lo, node.hi);
    target.edits.add(new LinkedName(node, range, local, target.context));
  }
  const imports = new LinkImports(names);
  new UseWriter(target, imports).write(sites.uses);
  writeImports(target, imports);
  target.edits.sort();
  target.edits.copy(out, module.root.outer, module.root.end);
}
