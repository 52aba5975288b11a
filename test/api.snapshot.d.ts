// crate-interface: CrateInterfaceError, demangle, diagnosticsToJson, expand, link, linkModule, linkSpecifier, mangle, mangleWeak, objectModule, objectSpecifier, renderDiagnostics, scan
// crate-interface/macro: call_interface, def_interface, default, impl_interface, use_interface
// crate-interface/vite: default
// crate-interface/rollup: default
// crate-interface/rolldown: default
// crate-interface/webpack: default
// crate-interface/rspack: default
// crate-interface/esbuild: default
// crate-interface/babel: default
// crate-interface/jest: createResolver, createTransformer, default
// crate-interface/jest/jest-preset: default
// crate-interface/metro: default, withCrateInterface
// crate-interface/testing: override_interface

// dist/diagnostics/diagnostic.d.ts
export interface Span {
    file: string;
    start: number;
    end: number;
}
export interface Label {
    span: Span;
    text: string;
}
export interface Diagnostic {
    code: string;
    severity: "error" | "warning";
    headline: string;
    labels: Label[];
    chains: string[][];
    notes: string[];
    help: string[];
}

// dist/diagnostics/error.d.ts
import type { Diagnostic } from "./diagnostic.ts";
import { type RenderOptions } from "./render.ts";
export declare class CrateInterfaceError extends Error {
    readonly name: string;
    readonly diagnostics: readonly Diagnostic[];
    readonly plugin: string;
    readonly code?: string;
    readonly pluginCode?: string;
    readonly id?: string;
    readonly loc?: {
        file: string;
        line: number;
        column: number;
    };
    constructor(diagnostics: readonly Diagnostic[], options?: Partial<Pick<RenderOptions, "cwd" | "readSource">>);
}
export declare function readFromDisk(file: string): string | null;

// dist/diagnostics/json.d.ts
import type { Diagnostic } from "./diagnostic.ts";
import { type ReadSource } from "./source-lines.ts";
export interface JsonPosition {
    offset: number;
    line: number | null;
    column: number | null;
}
export interface JsonLabel {
    file: string;
    start: JsonPosition;
    end: JsonPosition;
    text: string;
}
export interface JsonDiagnostic {
    code: string;
    severity: "error" | "warning";
    headline: string;
    labels: JsonLabel[];
    chains: string[][];
    notes: string[];
    help: string[];
}
export declare function diagnosticsToJson(diagnostics: readonly Diagnostic[], options: {
    readSource: ReadSource;
    cwd: string;
}): JsonDiagnostic[];

// dist/diagnostics/render.d.ts
import type { Diagnostic } from "./diagnostic.ts";
import { type ReadSource } from "./source-lines.ts";
export interface RenderOptions {
    color: boolean;
    readSource: ReadSource;
    cwd: string;
}
export declare function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string;
export declare function summarize(diagnostics: readonly Diagnostic[]): string;

// dist/diagnostics/source-lines.d.ts
export interface Position {
    line: number;
    column: number;
}
export type ReadSource = (file: string) => string | null;
export declare class SourceLines {
    #private;
    constructor(text: string);
    get count(): number;
    at(offset: number): Position;
    offset({ line, column }: Position): number;
    line(line: number): string;
}
export declare function sourceReader(readSource: ReadSource): (file: string) => SourceLines | null;

// dist/expand/expand.d.ts
import { type SourceMap } from "magic-string";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
export interface Expansion {
    code: string;
    map: SourceMap | null;
    diagnostics: Diagnostic[];
}
export declare function expand(code: string, file: string): Expansion | null;

// dist/index.d.ts
export type { Diagnostic, Label, Span } from "./diagnostics/diagnostic.ts";
export { CrateInterfaceError } from "./diagnostics/error.ts";
export { diagnosticsToJson, type JsonDiagnostic, type JsonLabel, type JsonPosition, } from "./diagnostics/json.ts";
export { type RenderOptions, renderDiagnostics } from "./diagnostics/render.ts";
export { type Expansion, expand } from "./expand/expand.ts";
export { link } from "./link/link.ts";
export type { Linkage, LinkedInterface, LinkedMember, LinkOptions, Located, RejectedImplementation, Rejection, Rule, } from "./link/linkage.ts";
export { type LinkedModule, linkModule, objectModule } from "./link/module.ts";
export type { Platforms } from "./link/platforms.ts";
export { demangle, linkSpecifier, mangle, mangleWeak, objectSpecifier, type SymbolParts, } from "./naming.ts";
export type { Manifest, Selection } from "./scan/manifest/manifest.ts";
export type { Dependency, DependencyKind, Package, PackageGraph } from "./scan/package-graph.ts";
export { type ScanOptions, scan } from "./scan/scan.ts";
export type { Call, Definition, FileTable, Implementation, InterfaceReference, Member, SuppliedMember, } from "./scan/symbol-table.ts";

// dist/integrations/babel.d.ts
export interface BabelPlugin {
    name: string;
    pre(file: object): void;
}
export default function crateInterface(api: object, options?: object): BabelPlugin;

// dist/integrations/esbuild.d.ts
import type { Plugin } from "esbuild";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => Plugin;
export default crateInterface;

// dist/integrations/jest-next-transformer.d.ts
export declare const BABEL_JEST = "babel-jest";
export interface TransformOptions {
    config: {
        rootDir: string;
    };
    configString: string;
    instrument: boolean;
    transformerConfig: unknown;
}
export interface Transformed {
    code: string;
    map?: unknown;
}
export interface Transformer {
    readonly canInstrument?: boolean;
    process(code: string, file: string, options: TransformOptions): Transformed;
    getCacheKey?(code: string, file: string, options: TransformOptions): string;
}
export interface NextTransformer {
    transformer: Transformer;
    options: object;
    expands: boolean;
}
export declare function loadTransformer(name: string, given: object, rootDir: string): NextTransformer;

// dist/integrations/jest-preset.d.ts
declare const preset: {
    transform: Record<string, string>;
    resolver: string;
    dependencyExtractor: string;
    setupFilesAfterEnv: string[];
};
export default preset;

// dist/integrations/jest-resolver.d.ts
import { type PluginOptions } from "./options.ts";
export interface JestResolveRequest {
    basedir: string;
    conditions?: readonly string[];
    extensions?: readonly string[];
    rootDir?: string;
    defaultResolver(specifier: string, request: this): string;
}
export type JestResolveFunction = (specifier: string, request: JestResolveRequest) => string;
export interface JestResolver {
    sync: JestResolveFunction;
    async?: (specifier: string, request: JestResolveRequest) => Promise<string>;
}
export interface JestResolverOptions extends PluginOptions {
    resolver?: JestResolveFunction | JestResolver;
}
export declare function createResolver(options?: JestResolverOptions): JestResolver;

// dist/integrations/jest-transformer.d.ts
import { type Transformer } from "./jest-next-transformer.ts";
export interface JestTransformerOptions {
    transformer?: string | [name: string, options?: object];
}
export declare function createTransformer(options?: JestTransformerOptions): Transformer;

// dist/integrations/jest.d.ts
import { createTransformer } from "./jest-transformer.ts";
export type { Transformer as JestTransformer } from "./jest-next-transformer.ts";
export { createResolver, type JestResolveFunction, type JestResolveRequest, type JestResolver, type JestResolverOptions, } from "./jest-resolver.ts";
export { createTransformer, type JestTransformerOptions } from "./jest-transformer.ts";
export type { PluginOptions } from "./options.ts";
declare const jest: {
    createTransformer: typeof createTransformer;
};
export default jest;

// dist/integrations/metro.d.ts
import { type PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
export declare function withCrateInterface<Config>(config: Config, options?: PluginOptions): Config;
export default withCrateInterface;

// dist/integrations/options.d.ts
import type { Selection } from "../scan/manifest/manifest.ts";
export interface PluginOptions {
    root?: string;
    include?: string | string[];
    exclude?: string | string[];
    conditions?: string[];
    production?: boolean;
    implementations?: Record<string, Selection>;
    dynamic?: string[];
}
export interface ResolvedOptions {
    root: string | null;
    include: string[];
    exclude: string[];
    conditions: string[];
    production: boolean | null;
    implementations: Record<string, Selection>;
}
export declare function resolveOptions(options?: PluginOptions): ResolvedOptions;
export declare function wrong(name: string, expected: string, value: unknown): TypeError;

// dist/integrations/rolldown.d.ts
import type { Plugin } from "rolldown";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => Plugin;
export default crateInterface;

// dist/integrations/rollup.d.ts
import type { Plugin } from "rollup";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => Plugin;
export default crateInterface;

// dist/integrations/rspack.d.ts
import type { RspackPluginInstance } from "@rspack/core";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => RspackPluginInstance;
export default crateInterface;

// dist/integrations/vite.d.ts
import type { Plugin } from "vite";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => Plugin;
export default crateInterface;

// dist/integrations/webpack.d.ts
import type { WebpackPluginInstance } from "webpack";
import type { PluginOptions } from "./options.ts";
export type { PluginOptions } from "./options.ts";
declare const crateInterface: (options?: PluginOptions) => WebpackPluginInstance;
export default crateInterface;

// dist/interface-types.d.ts
export type Interface<T> = {
    readonly [K in keyof T]-?: Member<Linked<T>[K]>;
} & InterfaceOf<T>;
export interface InterfaceOf<T> {
    readonly "~interface": T;
}
export interface FunctionMember {
    readonly "~member": "function";
}
export interface ValueMember<V> {
    readonly "~member": V;
}
interface AnyMember {
    readonly "~member": unknown;
}
export type Linked<T> = {
    readonly [K in keyof T]-?: T[K];
};
type Member<M> = [M] extends [AnyFunction] ? [IsGeneric<M>, [M] extends [() => unknown] ? true : false] extends [true, false] ? M : M & FunctionMember : ValueMember<M>;
type AnyFunction = (...args: never) => unknown;
type AnyClass = abstract new (...args: never) => unknown;
type IsGeneric<F> = IsOverloaded<F> extends true ? false : F extends (...args: infer A) => infer R ? ((...args: A) => R) extends F ? false : true : false;
type IsOverloaded<F> = F extends {
    (...args: infer A1): infer R1;
    (...args: infer A2): infer R2;
} ? Same<[A1, R1], [A2, R2]> extends true ? false : true : false;
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => (X extends B ? 1 : 2) ? true : false;
export type WithoutReceivers<T> = {
    [K in keyof T]: HasReceiver<T[K]> extends true ? "members have no receiver: remove the `this` parameter" : T[K];
};
type HasReceiver<M> = M extends (this: infer This, ...args: never) => unknown ? unknown extends This ? false : This extends void ? false : true : false;
type OptionalKeys<T> = {
    [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never;
}[keyof T];
export type DefinitionArguments<T> = [OptionalKeys<T>] extends [never] ? [options?: DefinitionOptions] : [options: DefinitionOptionsWithDefaults<T>];
interface DefinitionOptions {
    namespace?: string;
    defaults?: "only optional members have defaults";
}
interface DefinitionOptionsWithDefaults<T> {
    namespace?: string;
    defaults: Defaults<T> & ThisType<Linked<T>>;
}
type Defaults<T> = Required<Pick<T, OptionalKeys<T>>>;
export type Implementation<T> = T & ThisType<Linked<T>>;
export type WithoutExtraStatics<C, T> = C extends AnyClass ? NotMembers<Exclude<keyof C, keyof T | "prototype">> : OnlyToInfer<C, unknown>;
type NotMembers<K extends PropertyKey> = [K] extends [never] ? unknown : {
    [P in K]: "not a member of the interface";
};
export interface ImplementationOptions {
    namespace?: string;
    conditions?: string[];
}
export interface CallOptions {
    namespace: string;
}
type OnlyToInfer<A, B> = [A] extends [never] ? A : B;
type WrongArity<A extends unknown[]> = A extends [] ? [never] : OnlyToInfer<A, []>;
export type ValueArguments<X, A extends unknown[]> = X extends AnyMember | InterfaceOf<unknown> ? WrongArity<A> : [];
export type MemberArguments<F, A extends unknown[]> = IsOverloaded<F> extends true ? Overloads<F>[0] : F extends () => unknown ? [] : WrongArity<A>;
export type PathArguments<A extends unknown[]> = A extends [AnyMember, ...unknown[]] ? OneMore<A> : A;
type OneMore<A> = A extends infer Same extends unknown[] ? [...Same, never] : never;
export type OptionsArguments<O, X, A extends unknown[]> = O extends CallOptions ? X extends infer F & FunctionMember ? Overloads<F>[0] : X extends AnyMember ? [never] : X extends AnyFunction ? [] | Overloads<X>[0] : [] : WrongArity<A>;
export type OptionsResult<X, A> = X extends infer F & FunctionMember ? ResultOf<F, A> : A extends [] ? X : ResultOf<X, A>;
export type ResultOf<F, A> = FirstMatch<OverloadList<F>, A>;
type FirstMatch<List, A> = List extends [infer First extends [unknown, unknown], ...infer Rest] ? A extends First[0] ? First[1] : FirstMatch<Rest, A> : never;
type Overloads<F> = OverloadList<F>[number];
type OverloadList<F> = F extends {
    (...args: infer A1): infer R1;
    (...args: infer A2): infer R2;
    (...args: infer A3): infer R3;
    (...args: infer A4): infer R4;
    (...args: infer A5): infer R5;
    (...args: infer A6): infer R6;
} ? [[A1, R1], [A2, R2], [A3, R3], [A4, R4], [A5, R5], [A6, R6]] : never;
export type Reference<X> = X extends InterfaceOf<unknown> | AnyMember ? unknown : IsGeneric<X> extends true ? unknown : "neither an interface nor a member of one";
export type Used<X> = X extends InterfaceOf<infer T> ? Readonly<Required<T>> : X extends infer F & FunctionMember ? F : X extends ValueMember<infer V> ? V : X;
export {};

// dist/link/link.d.ts
import type { PackageGraph } from "../scan/package-graph.ts";
import type { Linkage, LinkOptions } from "./linkage.ts";
export declare function link(graph: PackageGraph, options: LinkOptions): Linkage;

// dist/link/linkage.d.ts
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Selection } from "../scan/manifest/manifest.ts";
import type { Call, Definition, Implementation } from "../scan/symbol-table.ts";
import type { Platforms } from "./platforms.ts";
export interface LinkOptions {
    conditions: readonly string[];
    production: boolean;
    implementations?: Record<string, Selection>;
    platforms?: Platforms;
}
export interface Located<T> {
    package: string;
    file: string;
    item: T;
}
export interface LinkedMember {
    name: string;
    file: string;
    symbol: string;
    weak: boolean;
}
export type Rejection = "unreachable" | "development" | "indirect" | "platform" | "default" | "facade" | "conditions" | "unconditional" | "unselected" | "copy" | "several";
export interface RejectedImplementation {
    implementation: Located<Implementation>;
    cause: Rejection;
    reason: string;
}
export type Rule = "explicit" | "only" | "default" | "weak" | "none";
export interface LinkedInterface {
    key: string;
    definition: Located<Definition>;
    implementation: Located<Implementation> | null;
    rule: Rule;
    reason: string;
    rejected: RejectedImplementation[];
    members: LinkedMember[];
    calls: Located<Call>[];
    called: boolean;
    errors: Diagnostic[];
}
export interface Linkage {
    interfaces: LinkedInterface[];
    diagnostics: Diagnostic[];
    ofLibrary: Diagnostic[];
    resolve(namespace: string | null, interfaceName: string, importerPackage: string): LinkedInterface | Diagnostic;
    chain(packageDir: string): string[];
}

// dist/link/module.d.ts
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LinkedInterface } from "./linkage.ts";
export type LinkedModule = 
{
    kind: "redirect";
    file: string;
}
 | {
    kind: "virtual";
    code: string;
};
export type Locate = (file: string) => string;
export declare function linkModule(linked: LinkedInterface): LinkedModule;
export declare function linkCode(linked: LinkedInterface, locate: Locate): string;
export declare function moduleFiles({ members }: LinkedInterface): string[];
export declare function objectModule(linked: LinkedInterface): LinkedModule;
export declare function objectCode(linked: LinkedInterface, locate: Locate): string;
export declare function importErrors(linked: LinkedInterface, importerFile: string): Diagnostic[];
export declare function unlinkedMembers({ members, calls }: LinkedInterface): string[];
export declare function symbolOf({ definition }: LinkedInterface, member: string): string;

// dist/link/platforms.d.ts
import type { PackageGraph } from "../scan/package-graph.ts";
import type { RejectedImplementation } from "./linkage.ts";
export interface Platforms {
    active: readonly string[];
    all: readonly string[];
}
export interface PlatformGraph {
    graph: PackageGraph;
    elsewhere: RejectedImplementation[];
}
export declare function forPlatforms(graph: PackageGraph, platforms: Platforms): PlatformGraph;
export declare function fileForPlatform(file: string, platforms: Platforms): string;
export declare function platformOfFile(file: string, all: readonly string[]): string | null;

// dist/macro.d.ts
import type { CallOptions, DefinitionArguments, FunctionMember, Implementation, ImplementationOptions, Interface, InterfaceOf, MemberArguments, OptionsArguments, OptionsResult, PathArguments, Reference, ResultOf, Used, ValueArguments, WithoutExtraStatics, WithoutReceivers } from "./interface-types.ts";
export type { Interface };
export declare function def_interface<T extends object & WithoutReceivers<T>>(...options: DefinitionArguments<T>): Interface<T>;
export declare function impl_interface<T, C>(target: InterfaceOf<T>, implementation: Implementation<T> & WithoutExtraStatics<C, T>, options?: ImplementationOptions): void;
export declare function call_interface<X, A extends unknown[]>(value: X, ...none: ValueArguments<X, A>): X;
export declare function call_interface<F, A extends unknown[]>(member: F & FunctionMember, ...args: MemberArguments<F, A>): ResultOf<F, A>;
export declare function call_interface<O, X, A extends unknown[]>(options: O, target: X, ...args: OptionsArguments<O, X, A>): OptionsResult<X, A>;
export declare function call_interface<A extends unknown[], R>(member: (...args: A) => R, ...args: PathArguments<A>): R;
export declare function use_interface<X>(reference: X & Reference<X>): Used<X>;
export declare function use_interface<X>(options: CallOptions, reference: X & Reference<X>): Used<X>;

// dist/naming.d.ts
export declare const MACRO_MODULE: string;
export declare class SymbolParts {
    namespace: string | null;
    interfaceName: string;
    member: string;
    weak: boolean;
    constructor(namespace: string | null, interfaceName: string, member: string, weak: boolean);
}
export declare class SpecifierParts {
    namespace: string | null;
    interfaceName: string;
    object: boolean;
    constructor(namespace: string | null, interfaceName: string, object: boolean);
}
export declare function mangle(namespace: string | null, interfaceName: string, member: string): string;
export declare function mangleWeak(namespace: string | null, interfaceName: string, member: string): string;
export declare function mangleObject(namespace: string | null, interfaceName: string): string;
export declare function demangle(symbol: string): SymbolParts | null;
export declare function linkSpecifier(namespace: string | null, interfaceName: string): string;
export declare function objectSpecifier(namespace: string | null, interfaceName: string): string;
export declare function overridableSpecifier(namespace: string | null, interfaceName: string): string;
export declare function parseSpecifier(specifier: string): SpecifierParts | null;
export declare function interfacePath(namespace: string | null, interfaceName: string): string;
export declare function isNamespace(text: string): boolean;
export declare function freshName(name: string, attempt: string): string;
export declare function localName(namespace: string | null, interfaceName: string, member: string): string;
export declare function isHook(member: string): boolean;

// dist/scan/manifest/manifest.d.ts
import type { Span } from "../../diagnostics/diagnostic.ts";
export interface Manifest {
    present: boolean;
    facade: boolean;
    defaultFacadeImpl: string | null;
    facadeImpl: string[];
    implementations: Record<string, Selection>;
    selectionSpans: Record<string, Span>;
    spans: ManifestSpans;
    symbols: string | null;
}
export interface ManifestSpans {
    facade?: Span;
    defaultFacadeImpl?: Span;
    facadeImpl: Record<string, Span>;
    symbols?: Span;
}
export type Selection = string | {
    [condition: string]: Selection;
};
export declare const NO_MANIFEST: Manifest;

// dist/scan/package-graph.d.ts
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { Manifest } from "./manifest/manifest.ts";
import type { FileTable } from "./symbol-table.ts";
export type DependencyKind = "dependencies" | "devDependencies" | "optionalDependencies" | "peerDependencies";
export interface Dependency {
    name: string;
    kind: DependencyKind;
    range: string;
    dir: string | null;
    span?: Span;
}
export interface Package {
    dir: string;
    name: string;
    version: string;
    source: boolean;
    manifest: Manifest;
    dependencies: Dependency[];
    files: FileTable[];
}
export interface PackageGraph {
    root: string;
    packages: Map<string, Package>;
    diagnostics: Diagnostic[];
}

// dist/scan/scan.d.ts
import type { Selection } from "./manifest/manifest.ts";
import type { Package, PackageGraph } from "./package-graph.ts";
import { type FileOptions } from "./source-files.ts";
export interface ScanOptions extends FileOptions {
    cache?: boolean;
    implementations?: Readonly<Record<string, Selection>>;
}
export declare function scan(root: string, options?: ScanOptions): PackageGraph;
export declare class Scanner {
    #private;
    constructor(root: string, options?: ScanOptions);
    scan(): PackageGraph;
    update(changed: readonly string[]): PackageGraph;
    siblings(): Package[];
}

// dist/scan/source-files.d.ts
export interface FileOptions {
    include?: readonly string[];
    exclude?: readonly string[];
}
export interface FileRules {
    list(folder?: string): string[];
    has(file: string): boolean;
}
export declare function isSourceFile(name: string): boolean;
export declare function createFileRules(dir: string, options?: FileOptions, named?: readonly string[]): FileRules;

// dist/scan/symbol-table.d.ts
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
export interface InterfaceReference {
    name: string;
    namespace: string | null;
    source: string | null;
}
export interface Member {
    name: string;
    optional: boolean;
    kind?: "value";
    span: Span;
}
export interface SuppliedMember {
    name: string;
    kind: "function" | "value";
    span: Span;
}
export interface Definition {
    name: string;
    namespace: string | null;
    members: Member[] | null;
    defaults: SuppliedMember[];
    span: Span;
}
export interface Implementation {
    interface: InterfaceReference;
    members: SuppliedMember[];
    conditions: string[];
    span: Span;
}
export interface Body {
    of: "definition" | "implementation";
    member: string;
}
export interface Call {
    interface: InterfaceReference;
    member: string | null;
    within?: Body;
    span: Span;
}
export interface FileTable {
    file: string;
    definitions: Definition[];
    implementations: Implementation[];
    calls: Call[];
    diagnostics: Diagnostic[];
    incomplete: boolean;
    dependencies: string[];
}

// dist/testing.d.ts
import type { InterfaceOf, Linked } from "./interface-types.ts";
export interface Override extends Disposable {
    readonly active: boolean;
    restore(): void;
}
export declare function override_interface<T>(definition: InterfaceOf<T>, members: Partial<NoInfer<T>> | ((original: Linked<NoInfer<T>>) => Partial<NoInfer<T>>)): Override;
