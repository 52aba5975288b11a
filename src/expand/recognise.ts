import { notRead, unparsable } from "../messages.ts";
import { parse } from "./parse.ts";
import { type Component, NO_COMPONENT } from "./parts.ts";
import { readMacros } from "./read-macros.ts";
import { type Sites, sitesOf } from "./site.ts";

/** What oxc says of a file that it cannot parse and that has the comment `@flow`. */
const FLOW = "Flow is not supported";

/**
 * Finds every macro of a file and reads what it says, from syntax alone. Never throws: a file that
 * cannot be parsed has one problem, CI1012.
 *
 * @param file decides by its extension how the code is parsed
 * @param component what else there is of a component, see `partsOf`
 */
export function recognise(code: string, file: string, component: Component = NO_COMPONENT): Sites {
  const parsed = parse(code, file);
  if (parsed.program) return readMacros(parsed, code, component);
  const { reason, start, end } = parsed.error;
  const sites = sitesOf(null, parsed.comments);
  const message =
    reason === FLOW
      ? notRead("it has types of Flow; macros are read in JavaScript and TypeScript")
      : unparsable(reason);
  sites.problems.push({ message, ofCall: false, start, end, related: [] });
  return sites;
}
