import { interfaceOf } from "../../messages.ts";
import type { Definition } from "../../scan/symbol-table.ts";
import type { Build } from "../build.ts";
import { pathOf } from "../identity.ts";
import type { Located } from "../linkage.ts";
import { selectionKeys } from "../selection-keys.ts";

/** Other interfaces that are written alike: of other packages, or of other versions of the package. */
function namesakes(definition: Located<Definition>, { definitions }: Build): Located<Definition>[] {
  const copies = definitions.copies(definition);
  const path = pathOf(definition);
  return definitions
    .named(definition.item.name)
    .filter((other) => !copies.includes(other) && pathOf(other) === path);
}

/** How a headline calls an interface: by its package too where there are others that are written alike. */
export function titleOf(definition: Located<Definition>, { ownerToName }: Build): string {
  const path = pathOf(definition);
  const owner = ownerToName(definition);
  return owner === null ? `\`${path}\`` : interfaceOf(path, owner);
}

/**
 * The shortest key of `implementations` that means this interface and no other: what is selected for
 * one version of a package leaves the others alone.
 */
export function decisiveKey(definition: Located<Definition>, build: Build): string {
  const others = new Set(
    namesakes(definition, build).flatMap((other) => selectionKeys(other, build)),
  );
  const keys = selectionKeys(definition, build);
  return keys.findLast((key) => !others.has(key)) ?? keys[0];
}
