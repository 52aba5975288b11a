/**
 * What `crate-interface/link/*` and `crate-interface/object/*` resolve to when no plugin answered.
 * Its name is the message where a host checks the names of exports before it evaluates a module, as
 * bundlers and browsers do: they say which file lacks the export.
 *
 * @module
 */
import { notLinked } from "./messages/unlinked.ts";
import { UnlinkedError } from "./unlinked-error.ts";

throw new UnlinkedError(notLinked());

// With an export of any name, esbuild reports a missing one as an error, not as a warning.
export default "not linked";
