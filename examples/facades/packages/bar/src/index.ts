import { log } from "log";

const INFO = 6;

/** The sum of numbers, of which the log tells. */
export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  log(INFO, `bar: the sum is ${total}`);
  return total;
}
