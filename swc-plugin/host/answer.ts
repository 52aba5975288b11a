import { Head, Major } from "../cbor/head.ts";

/** Where the host writes the address and the length of an answer. */
export const ANSWER: usize = memory.data(8);

const head = new Head();

/** The first text in the host's last answer, looking into what is around it; `null` for none. */
export function answeredText(): string | null {
  let at: usize = load<u32>(ANSWER);
  const end = at + load<u32>(ANSWER, 4);
  while (head.read(at, end)) {
    at = head.next;
    if (head.major == Major.Tag || head.major == Major.Array) continue;
    if (head.major != Major.Text || head.argument > <u32>(end - at)) break;
    return String.UTF8.decodeUnsafe(at, head.argument);
  }
  return null;
}
