/**
 * The API of the phases: {@link expand} the macros of a file, {@link scan} packages for what they
 * define, implement and call, {@link link} them. Plugins and the command line stand on these alone.
 *
 * @example
 * import { link, renderDiagnostics, scan } from "crate-interface";
 *
 * const linkage = link(scan(process.cwd()), { conditions: [], production: true });
 * for (const { definition, implementation } of linkage.interfaces) {
 *   console.log(definition.item.name, "→", implementation?.file);
 * }
 *
 * @module
 */
export type { Diagnostic, Label, Span } from "./diagnostics/diagnostic.ts";
export { CrateInterfaceError } from "./diagnostics/error.ts";
export {
  diagnosticsToJson,
  type JsonDiagnostic,
  type JsonLabel,
  type JsonPosition,
} from "./diagnostics/json.ts";
export { type RenderOptions, renderDiagnostics } from "./diagnostics/render.ts";
export { type Expansion, expand } from "./expand/expand.ts";
export { link } from "./link/link.ts";
export type {
  Linkage,
  LinkedInterface,
  LinkedMember,
  LinkOptions,
  Located,
  RejectedImplementation,
  Rejection,
  Rule,
} from "./link/linkage.ts";
export { type LinkedModule, linkModule, objectModule } from "./link/module.ts";
export type { Platforms } from "./link/platforms.ts";
export {
  demangle,
  linkSpecifier,
  mangle,
  mangleWeak,
  objectSpecifier,
  type SymbolParts,
} from "./naming.ts";
export type { Manifest, Selection } from "./scan/manifest/manifest.ts";
export type { Dependency, DependencyKind, Package, PackageGraph } from "./scan/package-graph.ts";
export { type ScanOptions, scan } from "./scan/scan.ts";
export type {
  Call,
  Definition,
  FileTable,
  Implementation,
  InterfaceReference,
  Member,
  SuppliedMember,
} from "./scan/symbol-table.ts";
