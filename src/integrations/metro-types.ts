// What is used of Metro, as it is from 0.83 on. Metro's own types come from several packages, of which
// a project need not have any that it could import.

/** What `resolver.resolveRequest` is told about a request (docs/Resolution.md of Metro). */
export interface ResolutionContext {
  /** Absolute path of the importing file. */
  readonly originModulePath: string;
  /** Whether the bundle is for development. */
  readonly dev: boolean;
  /** Conditions of package exports that are active on every platform. */
  readonly unstable_conditionNames: readonly string[];
  readonly unstable_conditionsByPlatform: Readonly<Record<string, readonly string[]>>;
  /** Whether `hello.native.ts` comes before `hello.ts`. */
  readonly preferNativePlatform: boolean;
  /** Whether Metro has crawled a file: it bundles no others. */
  readonly doesFileExist: (file: string) => boolean;
  /** Prints a warning. */
  readonly unstable_logWarning: (message: string) => void;
  /** Metro's own resolution. */
  readonly resolveRequest: ResolveRequest;
}

/** `resolver.resolveRequest`. */
export type ResolveRequest = (
  context: ResolutionContext,
  specifier: string,
  platform: string | null,
) => unknown;

/** Metro's development server. */
export interface MetroServer {
  getBundler(): { getBundler(): { getWatcher(): Watcher } };
}

/** What tells of changes to files. */
export interface Watcher {
  on(name: "change", listener: (event: ChangeEvent) => void): unknown;
}

/** Changes to files, by paths that are relative to `rootDir`. Metro 0.83 has other fields. */
export interface ChangeEvent {
  changes?: Record<
    "addedFiles" | "modifiedFiles" | "removedFiles",
    Iterable<readonly [path: string, metadata: unknown]>
  >;
  rootDir?: string;
}

/** A configuration, whole or in part. */
export interface MetroConfig {
  projectRoot?: string;
  cacheVersion?: string;
  resolver?: { platforms?: readonly string[]; resolveRequest?: ResolveRequest | null };
  server?: { enhanceMiddleware?: (middleware: unknown, server: MetroServer) => unknown };
}
