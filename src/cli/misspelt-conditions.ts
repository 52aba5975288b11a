import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearMisses } from "../link/report/near.ts";
import { misspeltCondition, misspeltSelection } from "../messages.ts";
import type { Selection } from "../scan/manifest/manifest.ts";
import type { PackageGraph } from "../scan/package-graph.ts";

/**
 * Warnings of conditions that look like a well-known one, such as `brower`: what is under them would never be
 * linked, without a word. Conditions are free to choose, so that nothing is said of others, nor of
 * those that the check is given.
 */
export function findMisspeltConditions(
  { packages, root }: PackageGraph,
  active: readonly string[],
): Diagnostic[] {
  const meant = (condition: string): string | null =>
    active.includes(condition) ? null : wellKnown(condition);
  const severity = "warning";
  const found: Diagnostic[] = [];
  for (const { source, files } of packages.values()) {
    if (!source) continue;
    for (const { conditions, span } of files.flatMap((table) => table.implementations)) {
      for (const condition of conditions) {
        const near = meant(condition);
        if (near) found.push(diagnose(misspeltCondition(condition, near), span, { severity }));
      }
    }
  }
  const { implementations = {}, selectionSpans = {} } = packages.get(root)?.manifest ?? {};
  for (const [path, condition] of Object.entries(implementations).flatMap(choices)) {
    const near = meant(condition);
    if (!near) continue;
    const message = misspeltSelection(condition, near);
    found.push(diagnose(message, selectionSpans[path] ?? null, { severity }));
  }
  return found;
}

/** The conditions of a selection, each with its path. */
function choices([path, selection]: [string, Selection]): [path: string, condition: string][] {
  if (typeof selection === "string") return [];
  return Object.entries(selection).flatMap(([condition, choice]): [string, string][] => {
    const at = `${path}.${condition}`;
    return [[at, condition], ...choices([at, choice])];
  });
}

/** What Node and the bundlers have, and the runtimes that the WinterTC lists. */
const WELL_KNOWN = [
  "browser",
  "default",
  "deno",
  "development",
  "edge-light",
  "electron",
  "netlify",
  "node",
  "production",
  "react-native",
  "react-server",
  "test",
  "worker",
  "workerd",
];

/** The well-known condition that was meant by one; `null` where that is one, or like none. */
function wellKnown(condition: string): string | null {
  // `node20` and `workers` are conditions of one's own.
  if (WELL_KNOWN.some((name) => condition.startsWith(name))) return null;
  const [near] = nearMisses(condition, WELL_KNOWN);
  // So is `rest`: of a short name, only letters that have changed places count.
  const isMeant = near && (near.length > 4 || letters(near) === letters(condition));
  return isMeant ? near : null;
}

function letters(text: string): string {
  return [...text.toLowerCase()].sort().join("");
}
