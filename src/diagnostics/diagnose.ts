import type { Message } from "../messages.ts";
import type { Diagnostic, Label, Span } from "./diagnostic.ts";

/** What {@link diagnose} adds to a message. */
export interface Context {
  severity?: "error" | "warning";
  /** Further places, after the primary one. */
  labels?: Label[];
  chains?: string[][];
  notes?: string[];
}

/**
 * Puts a message of the catalogue at a place.
 *
 * @param span the primary place, or `null` when there is none (a package without a manifest)
 */
export function diagnose(message: Message, span: Span | null, context: Context = {}): Diagnostic {
  return {
    code: message.code,
    severity: context.severity ?? "error",
    headline: message.headline,
    labels: [...(span ? [{ span, text: message.label }] : []), ...(context.labels ?? [])],
    chains: context.chains ?? [],
    notes: [...message.notes, ...(context.notes ?? [])],
    help: message.help,
  };
}
