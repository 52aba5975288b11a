/** What a plugin exports. */
export interface Exports {
  memory: { buffer: ArrayBuffer };
  /** How many steps it may still take; only where they are counted. */
  stepsLeft: { value: number };
  __alloc(size: number): number;
  __free(start: number, size: number): number;
  __get_transform_plugin_core_pkg_diag(): number;
  __transform_plugin_process_impl(
    start: number,
    length: number,
    mark: number,
    comments: number,
  ): number;
}

/** What of WebAssembly is used here; only the types of browsers declare it. */
export const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: {
      new (binary: Uint8Array): object;
      exports(module: object): { name: string; kind: string }[];
      imports(module: object): { module: string; name: string; kind: string }[];
    };
    Instance: new (
      module: object,
      imports: { env: Record<string, (...args: number[]) => unknown> },
    ) => { exports: Exports };
  };
};
