import { call_interface, use_interface } from "crate-interface/macro";
import { type Level, Logger } from "./facade.ts";

/** A message costs nothing where nobody wants to read it. */
export type Message = string | (() => string);

export function error(target: string, message: Message): void {
  record("error", target, message);
}

export function warn(target: string, message: Message): void {
  record("warn", target, message);
}

export function info(target: string, message: Message): void {
  record("info", target, message);
}

export function debug(target: string, message: Message): void {
  record("debug", target, message);
}

export const { flush } = use_interface(Logger);

function record(level: Level, target: string, message: Message): void {
  if (!call_interface(Logger.enabled({ level, target }))) return;
  const text = typeof message === "string" ? message : message();
  call_interface(Logger.log({ level, target, message: text }));
}
