import type { Label } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Definition, Implementation, Member } from "../../scan/symbol-table.ts";
import { packageLabel } from "../chains.ts";
import { valuesAmong } from "../coverage.ts";
import { pathOf } from "../identity.ts";
import type { Located } from "../linkage.ts";
import { SHOWN } from "../report/places.ts";
import type { Facades } from "./facade-problem.ts";

/** An interface of a facade that is not implemented, or not fully. */
export interface LeftOut {
  definition: Located<Definition>;
  /** What implements a part of it; none where nothing does. */
  implementations: readonly Located<Implementation>[];
  /** The members that nothing supplies; of an interface that nothing implements, all it needs. */
  members: Member[];
}

/**
 * What somebody leaves out of a facade. One implementation for the browser and one for Node are one
 * implementation of it together: what each of them lacks, the build that links it says (CI2003). So
 * a facade that is implemented for browsers alone is implemented.
 *
 * Members with a default may be left out, and an interface of which all members have one. Where the
 * members cannot be seen, any implementation will do.
 *
 * @param implementationsOf those that count
 */
export function leftOutOf(
  definitions: readonly Located<Definition>[],
  implementationsOf: (definition: Located<Definition>) => readonly Located<Implementation>[],
): LeftOut[] {
  return definitions.flatMap((definition): LeftOut[] => {
    const { members, defaults } = definition.item;
    const implementations = implementationsOf(definition);
    const supplied = new Set(
      [...defaults, ...implementations.flatMap(({ item }) => item.members)].map(nameOf),
    );
    const lacking = (members ?? []).filter(
      ({ name, optional }) => !optional && !supplied.has(name),
    );
    const unseen = members === null && defaults.length === 0 && implementations.length === 0;
    if (lacking.length === 0 && !unseen) return [];
    return [{ definition, implementations, members: lacking }];
  });
}

/** How what is left out is written: `Levels` for an interface, `Log.flush` for a member. */
export function namesOfLeftOut(found: readonly LeftOut[]): string[] {
  return found.flatMap(({ definition, implementations, members }) => {
    const path = pathOf(definition);
    return implementations.length === 0 ? [path] : members.map(({ name }) => `${path}.${name}`);
  });
}

/** Where it is declared, and what implements the rest of it; of much, the first places. */
export function placesOfLeftOut(found: readonly LeftOut[]): { labels: Label[]; notes: string[] } {
  const labels = labelsOfLeftOut(found);
  const left = labels.length - MOST_LABELS;
  return {
    labels: labels.slice(0, MOST_LABELS),
    notes: left > 0 ? [messages.morePlaces(String(left))] : [],
  };
}

/** The headline names everything, so that not each has to be shown. */
const MOST_LABELS = 2 * SHOWN;

function labelsOfLeftOut(found: readonly LeftOut[]): Label[] {
  return found.flatMap(({ definition, implementations, members }): Label[] => {
    if (implementations.length === 0) {
      const text = messages.interfaceLeftOut(pathOf(definition));
      return [{ span: definition.item.span, text }];
    }
    return [
      ...members.map(({ name, span }) => ({ span, text: messages.declared(name) })),
      ...implementations.map(({ item }) => ({ span: item.span, text: messages.IMPLEMENTED })),
    ];
  });
}

/** Interfaces of the same name that a package implements instead: mostly those of another version. */
export function implementedInstead(
  found: readonly LeftOut[],
  dir: string,
  { build, implementationsOf }: Facades,
): string[] {
  const labelOf = (owner: string): string => packageLabel(build.graph, owner);
  return found.flatMap(({ definition, implementations }) => {
    if (implementations.length > 0) return [];
    const path = pathOf(definition);
    return build.definitions
      .named(definition.item.name)
      .filter((other) => other !== definition && pathOf(other) === path)
      .filter((other) => implementationsOf(other).some((item) => item.package === dir))
      .map((other) => messages.implementsOther(labelOf(dir), path, labelOf(other.package)));
  });
}

/** Who has that much to do will ask again. */
const MOST_HELP = 10;

/** What to write into `label` to implement it. */
export function implementLeftOut(found: readonly LeftOut[], label: string): string[] {
  return found.slice(0, MOST_HELP).map(({ definition, implementations, members }) => {
    const { namespace, name } = definition.item;
    const names = members.map(nameOf);
    const values = valuesAmong(members);
    return implementations.length === 0
      ? messages.addImplementation(label, messages.stub(namespace, name, names, values))
      : messages.addMembers(
          label,
          pathOf(definition),
          messages.stubMembers(names, values, ""),
          messages.stubMembers(names, values, "static "),
        );
  });
}

function nameOf({ name }: { name: string }): string {
  return name;
}
