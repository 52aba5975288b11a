import type * as BabelTypes from "@babel/types";
import type { Identifier, Node } from "@babel/types";
import type { Module } from "../module.ts";
import type { Body } from "./body.ts";
import type { Comments } from "./comments.ts";
import type { View } from "./view.ts";

/** `types` of the Babel that runs: its builders know what nodes have in its version. */
export type Types = typeof BabelTypes;

/** The file that writers work on. */
export interface Target {
  t: Types;
  view: View;
  module: Module;
  body: Body;
  comments: Comments;
  /** Whether types are stripped from the file: nothing has to be imported for them. */
  stripsTypes: boolean;
}

/** An identifier that stands for a piece of the file. */
export function identifier(t: Types, name: string, at: Node | null): Identifier {
  return placed(t.identifier(name), at);
}

/** Says which piece of the file a new node stands for, for source maps and `retainLines`. */
export function placed<T extends Node>(node: T, at: Node | null): T {
  node.start = at?.start ?? null;
  node.end = at?.end ?? null;
  node.loc = at?.loc ?? null;
  return node;
}
