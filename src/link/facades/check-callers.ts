import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Dependency, Package } from "../../scan/package-graph.ts";
import type { Build } from "../build.ts";
import { chainsTo, manifestPath, packageLabel } from "../chains.ts";
import type { LinkedInterface } from "../linkage.ts";
import { otherVersions, outOfRange } from "../other-version.ts";
import { widened } from "../version-range.ts";

/**
 * CI3003 as warnings of packages that call a facade in another version than they list. What they call may all be
 * there, and mean something else.
 *
 * @param said notes of errors, one of which may say it already
 */
export function checkCallers(
  interfaces: readonly LinkedInterface[],
  said: ReadonlySet<string>,
  build: Build,
): Diagnostic[] {
  const { packages } = build.graph;
  const found = new Map<string, Diagnostic>();
  for (const { definition, calls } of interfaces) {
    const facade = packages.get(definition.package)!;
    if (!facade.manifest.facade) continue;
    const seen = new Set<string>();
    for (const call of calls) {
      if (seen.has(call.package)) continue;
      seen.add(call.package);
      const caller = packages.get(call.package)!;
      const listed = outOfRange(caller, facade.dir, build);
      // Of an implementation that is said already.
      if (!listed || caller.manifest.facadeImpl.includes(listed.name)) continue;
      const warning = warn(caller, facade, listed, call.item.span, build);
      const { headline } = warning;
      if (!said.has(headline) && !found.has(headline)) found.set(headline, warning);
    }
  }
  return [...found.values()];
}

function warn(
  caller: Package,
  { dir, version }: Package,
  { name, range, kind }: Dependency,
  span: Span,
  build: Build,
): Diagnostic {
  const { help } = otherVersions([caller.dir], dir, build);
  if (caller.source) {
    const manifest = manifestPath(caller.dir);
    help.push(messages.orWidenCalled(name, widened(range, version), kind, manifest));
  }
  const label = packageLabel(build.graph, caller.dir);
  const message = messages.facadeCalledInOtherVersion(label, name, range, version, help);
  const labels = [{ span, text: message.label }];
  return diagnose(message, null, {
    labels,
    chains: chainsTo(caller.dir, build),
    severity: "warning",
  });
}
