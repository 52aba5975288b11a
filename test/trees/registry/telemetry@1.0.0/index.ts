import { def_interface } from "crate-interface/macro";

export interface Telemetry {
  /** Nobody is told unless somebody wants to know. */
  event?(name: string): void;
  flush(): void;
}

export const Telemetry = def_interface<Telemetry>({ defaults: { event() {} } });
