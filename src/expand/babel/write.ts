import type { Program } from "@babel/types";
import { declareNames } from "../declared-names.ts";
import { LinkImports, LocalNames } from "../link-imports.ts";
import type { Module } from "../module.ts";
import type { Sites } from "../site.ts";
import { Body } from "./body.ts";
import { Comments } from "./comments.ts";
import { identifier, type Target, type Types } from "./target.ts";
import type { View } from "./view.ts";
import { writeImports } from "./write-imports.ts";
import { StatementWriter } from "./write-statements.ts";
import { UseWriter } from "./write-uses.ts";

/**
 * Writes the expansion of a file into its tree (DESIGN 3).
 *
 * @param stripsTypes see {@link Target}
 */
export function writeMacros(
  program: Program,
  view: View,
  module: Module,
  sites: Sites,
  t: Types,
  stripsTypes: boolean,
): void {
  const body = new Body(program);
  const comments = new Comments(t, program);
  const target: Target = { t, view, module, body, comments, stripsTypes };
  const names = new LocalNames(module.names);
  const declared = declareNames(sites, names);
  const imports = new LinkImports(names);
  for (const { node, symbol } of sites.own) {
    const access = view.babel(node);
    const local = identifier(t, declared.bySymbol.get(symbol) ?? symbol, access);
    comments.move(access, local);
    view.replace(node, local);
  }
  new UseWriter(target, imports).write(sites.uses);
  const statements = new StatementWriter(target, declared);
  for (const site of sites.defines) statements.define(site);
  for (const site of sites.implements) statements.implement(site);
  writeImports(target, sites, imports.declarations());
  body.apply();
  comments.restore();
}
