import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Package } from "../../scan/package-graph.ts";
import type { Build } from "../build.ts";
import { chainsTo, manifestPath, packageLabel } from "../chains.ts";
import { importedDependency } from "../imports.ts";
import { otherVersions, outOfRange } from "../other-version.ts";
import { widened } from "../version-range.ts";

/**
 * CI3003 as a warning for a package that calls a facade in another version than it lists. Its calls may all
 * be there, and mean something else.
 *
 * @param said notes of errors, one of which may say it already
 */
export function checkCaller(item: Package, said: ReadonlySet<string>, build: Build): Diagnostic[] {
  if (!build.shipped.has(item.dir)) return [];
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { interface: reference, span } of item.files.flatMap(({ calls }) => calls)) {
    const dir = importedDependency(reference.source, item)?.dir ?? null;
    const facade = dir === null ? undefined : build.graph.packages.get(dir);
    if (!facade?.manifest.facade || seen.has(facade.dir)) continue;
    seen.add(facade.dir);
    const listed = outOfRange(item, facade.dir, build);
    // Of an implementation that is said already.
    if (!listed || item.manifest.facadeImpl.includes(listed.name)) continue;
    const { name, range, kind } = listed;
    const { version } = facade;
    const { help } = otherVersions([item.dir], facade.dir, build);
    if (item.source) {
      help.push(
        messages.orWidenCalled(name, widened(range, version), kind, manifestPath(item.dir)),
      );
    }
    const label = packageLabel(build.graph, item.dir);
    const message = messages.facadeCalledInOtherVersion(label, name, range, version, help);
    if (said.has(message.headline)) continue;
    const labels = [{ span, text: message.label }];
    const chains = chainsTo(item.dir, build);
    found.push(diagnose(message, null, { labels, chains, severity: "warning" }));
  }
  return found;
}
