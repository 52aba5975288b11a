import {
  addLeading,
  addTrailing,
  askSource,
  handComments,
  takeLeading,
  takeTrailing,
} from "./abi.ts";
import { ANSWER } from "./answer.ts";

// The host keeps comments by positions: leading ones at the first byte of what follows them, trailing
// ones at the byte behind what they follow on its line. A printer prints those at the positions of
// the nodes that it prints, so the comments of what is gone have to move.

/** Lists of comments as the host encodes them, between taking and adding. */
class Taken {
  private readonly answers: usize[] = [];

  get isEmpty(): bool {
    return this.answers.length == 0;
  }

  leading(position: u32): void {
    if (takeLeading(position, ANSWER) != 0) this.keep();
  }

  trailing(position: u32): void {
    if (takeTrailing(position, ANSWER) != 0) this.keep();
  }

  addBefore(position: u32): void {
    for (let i = 0; i < this.answers.length; i += 2) {
      handComments(this.answers[i], this.answers[i + 1]);
      addLeading(position);
    }
  }

  addBehind(position: u32): void {
    for (let i = 0; i < this.answers.length; i += 2) {
      handComments(this.answers[i], this.answers[i + 1]);
      addTrailing(position);
    }
  }

  private keep(): void {
    this.answers.push(load<u32>(ANSWER));
    this.answers.push(load<u32>(ANSWER, 4));
  }
}

/** Moves the comments from one position to another, and those at these, to before what begins at a third. */
export function commentsBefore(lo: u32, hi: u32, position: u32): void {
  const taken = takeAll(lo, hi);
  if (!taken) return;
  // What stands there already is nearer to it.
  if (position > hi) taken.leading(position);
  taken.addBefore(position);
}

/** The same to behind what ends at a position. */
export function commentsBehind(lo: u32, hi: u32, position: u32): void {
  const taken = takeAll(lo, hi);
  if (taken) taken.addBehind(position);
}

/** Moves the comments between what ends at a position and what begins at another one to these. */
export function commentsBetween(end: u32, begin: u32): void {
  if (end == 0 || end >= begin || !mayHold(end, begin)) return;
  const behind = new Taken();
  const before = new Taken();
  for (let at = end; at <= begin; at++) {
    behind.trailing(at);
    before.leading(at);
  }
  behind.addBehind(end);
  before.addBefore(begin);
}

/** The comments between two positions, and at these. */
function takeAll(lo: u32, hi: u32): Taken | null {
  // Of what another plugin has made, nobody knows where it stands.
  if (lo == 0 || lo > hi) return null;
  const taken = new Taken();
  const step = mayHold(lo, hi) ? 1 : max(hi - lo, 1);
  for (let at = lo; at <= hi; at += step) {
    taken.trailing(at);
    taken.leading(at);
  }
  return taken.isEmpty ? null : taken;
}

/** Whether there may be comments in a piece of the file: few pieces have what begins one. */
function mayHold(lo: u32, hi: u32): bool {
  if (askSource(lo, hi, ANSWER) == 0) return true;
  const end = load<u32>(ANSWER) + load<u32>(ANSWER, 4);
  for (let at = load<u32>(ANSWER); at + 1 < end; at++) {
    if (load<u8>(at) != 0x2f) continue;
    const next = load<u8>(at, 1);
    if (next == 0x2f || next == 0x2a) return true;
  }
  return false;
}
