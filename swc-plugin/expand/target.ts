import { Generation, generationOf } from "../ast/generation.ts";
import { Node } from "../ast/node.ts";
import { Slot } from "../ast/shapes.ts";
import { statedGeneration } from "../host/options.ts";
import { Edits, ListSize } from "./edits.ts";
import { Module } from "./module.ts";

/** The file that writers work on. */
export class Target {
  readonly edits: Edits;
  /** How many statements there will be. */
  readonly statements: ListSize;
  readonly removed: Node[] = [];
  private found: Generation = Generation.Unasked;
  /** The SyntaxContext of what the file declares at its top level. */
  readonly context: u32;

  constructor(readonly module: Module) {
    const edits = new Edits();
    this.edits = edits;
    this.statements = edits.sizeOf(module.root.field(Slot.Body));
    // That of the macros, which are imported; without any, nothing is written.
    this.context = module.macros.length > 0 ? module.macros[0].identifier.ctxt : 0;
  }

  /** In which encoding functions are to be written: that of the program's, or else as the user says. */
  get generation(): Generation {
    if (this.found == Generation.Unasked) {
      this.found = generationOf(this.module.root);
      if (this.found == Generation.Unknown) this.found = statedGeneration();
    }
    return this.found;
  }
}
