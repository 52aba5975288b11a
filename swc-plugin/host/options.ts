import { askConfig } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";

/** The first option that the user gives the plugin, which has none; `null` if there is none. */
export function givenOption(): string | null {
  if (askConfig(ANSWER) == 0) return null;
  const json = answeredText();
  if (!json) return null;
  const opening = json.indexOf('"');
  return opening < 0 ? null : json.substring(opening + 1, json.indexOf('"', opening + 1));
}
