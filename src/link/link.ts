import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { interfacePath } from "../naming.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { Definition } from "../scan/symbol-table.ts";
import { type Build, prepare } from "./build.ts";
import { type CausesOf, causesFirst, findCauses } from "./causes.ts";
import { checkCoverage } from "./coverage.ts";
import { checkFacades, type FacadeDiagnostics } from "./facades/facades.ts";
import { definitionKey } from "./identity.ts";
import type { Linkage, LinkedInterface, LinkOptions, Located } from "./linkage.ts";
import { linkMembers } from "./members.ts";
import { type References, resolveReferences } from "./references.ts";
import { unknownSelections } from "./report/explicit.ts";
import { ambiguous, reportDuplicate, whereDefined } from "./report/strays.ts";
import { unknown } from "./report/unknown.ts";
import { select } from "./select.ts";
import { isCalled } from "./used.ts";

/**
 * Links every interface of a package graph: finds what each reference means, selects one
 * implementation per interface, and links its members. A pure function, with the same result for
 * the same packages in whatever order they come; it throws nothing, errors are in the result.
 *
 * @example
 * const linkage = link(graph, { conditions: ["browser"], production: true });
 * for (const { key, implementation } of linkage.interfaces) console.log(key, implementation?.file);
 */
export function link(graph: PackageGraph, options: LinkOptions): Linkage {
  const build = prepare(graph, options);
  const references = resolveReferences(build);
  const interfaces = build.definitions.all.map((found) => linkInterface(found, references, build));
  const linkedTo: LinkedTo = new Map(interfaces.map((found) => [found.definition, found]));
  addDuplicates(linkedTo, build);
  const facades = checkFacades(build, references, interfaces);
  const causesOf = findCauses(build);
  const diagnostics = allDiagnostics(linkedTo, facades, references, build);
  for (const linked of interfaces) linked.errors = causesFirst(linked.errors, causesOf);
  return {
    interfaces,
    diagnostics: diagnostics.filter((problem) => causesOf(problem).length === 0),
    resolve: resolver(linkedTo, references, build, causesOf),
    ofLibrary: facades.ofLibrary,
    chain: build.known.chain,
  };
}

/** What each definition is linked to. */
type LinkedTo = ReadonlyMap<Located<Definition>, LinkedInterface>;

function linkInterface(
  definition: Located<Definition>,
  references: References,
  build: Build,
): LinkedInterface {
  const { calls } = references.of(definition);
  const { implementation, rule, reason, rejected, errors } = select(build, references, definition);
  return {
    key: definitionKey(definition),
    definition,
    implementation,
    rule,
    reason,
    rejected,
    members: rule === "none" ? [] : linkMembers(definition, implementation),
    calls,
    called: isCalled(calls),
    errors: errors.concat(checkCoverage(definition, implementation, calls, build)),
  };
}

function addDuplicates(linkedTo: LinkedTo, build: Build): void {
  for (const duplicate of build.definitions.duplicates) {
    linkedTo.get(duplicate.first)!.errors.push(reportDuplicate(duplicate, build));
  }
}

function allDiagnostics(
  linkedTo: LinkedTo,
  facades: FacadeDiagnostics,
  references: References,
  build: Build,
): Diagnostic[] {
  const all = [
    ...build.graph.diagnostics,
    ...facades.diagnostics,
    ...references.diagnostics,
    ...unknownSelections(build),
  ];
  for (const { files } of build.known.packages) {
    for (const { diagnostics } of files) all.push(...diagnostics);
  }
  for (const { definition, called, errors } of linkedTo.values()) {
    // What is wrong with all copies of a package is said of the nearest.
    const nearest = linkedTo.get(build.definitions.copies(definition)[0])!;
    const said = nearest.definition === definition ? [] : nearest.errors.map(({ code }) => code);
    // A mistake of a package counts once, however many interfaces it leaves without implementation.
    const own = errors.filter(
      (error) => !said.includes(error.code) && !facades.behindErrors.has(error),
    );
    all.push(...(called ? own : own.map(asWarning)));
  }
  return sortDiagnostics(all);
}

function asWarning(error: Diagnostic): Diagnostic {
  return { ...error, severity: "warning" };
}

function resolver(
  linkedTo: LinkedTo,
  references: References,
  build: Build,
  causesOf: CausesOf,
): Linkage["resolve"] {
  return (namespace, interfaceName, importerPackage) => {
    const path = interfacePath(namespace, interfaceName);
    const dependencies = build.graph.packages.get(importerPackage)?.dependencies ?? [];
    const importer = { dir: importerPackage, dependencies };
    const resolution = build.definitions.resolve(path, importer);
    switch (resolution.kind) {
      case "found":
        return linkedTo.get(resolution.definition)!;
      case "ambiguous": {
        const { definitions } = resolution;
        const message = ambiguous(path, importer, definitions, build);
        return diagnose(message, null, whereDefined(definitions, build));
      }
      case "unknown": {
        const error =
          references.unknown(path) ?? diagnose(unknown(path, null, importerPackage, build), null);
        return causesOf(error)[0] ?? error;
      }
    }
  };
}
