import { isWordUnit } from "../expand/syntax.ts";
import { addLeading, addTrailing, handComments, takeLeading, takeTrailing } from "./abi.ts";
import { ANSWER } from "./answer.ts";
import { byteAt, isInSource } from "./source.ts";

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

/**
 * Moves comments to before what begins at a position: those between two positions, those before what
 * begins at the first, and those behind what ends at the second.
 */
export function commentsBefore(lo: u32, hi: u32, position: u32): void {
  const taken = takeAll(lo, hi, position);
  if (taken.isEmpty) return;
  // What stands there already is nearer to it.
  if (position >= hi) taken.leading(position);
  taken.addBefore(position);
}

/** The same to behind what ends at a position. */
export function commentsBehind(lo: u32, hi: u32, position: u32): void {
  const taken = takeAll(lo, hi, position);
  if (!taken.isEmpty) taken.addBehind(position);
}

/** Moves the comments between what ends at a position and what begins at another one to these. */
export function commentsBetween(lo: u32, hi: u32): void {
  if (lo >= hi || !mayHold(lo, hi)) return;
  const behind = new Taken();
  const before = new Taken();
  for (let at = lo; at <= hi; at++) {
    behind.trailing(at);
    before.leading(at);
  }
  behind.addBehind(lo);
  before.addBefore(hi);
}

function takeAll(lo: u32, hi: u32, position: u32): Taken {
  const taken = new Taken();
  // Of what another plugin has made, nobody knows where it stands.
  if (lo == 0 || lo > hi) return taken;
  if (mayHold(lo, hi)) {
    for (let at = lo; at <= hi; at++) {
      taken.trailing(at);
      taken.leading(at);
    }
    return taken;
  }
  // The texts of these are outside, or nobody knows where.
  if (lo != position && !isInWord(lo)) taken.leading(lo);
  if (hi != position) taken.trailing(hi);
  return taken;
}

/** Whether a position is behind a letter, where nothing begins. To ask the host takes longer. */
function isInWord(position: u32): bool {
  return isInSource(position - 1, position) && isWordUnit(byteAt(position - 1));
}

/** Whether there may be comments in a piece of the file: few pieces have what begins one. */
function mayHold(lo: u32, hi: u32): bool {
  if (!isInSource(lo, hi)) return false;
  for (let at = lo; at + 1 < hi; at++) {
    if (byteAt(at) != SLASH) continue;
    const next = byteAt(at + 1);
    if (next == SLASH || next == STAR) return true;
  }
  return false;
}

const SLASH: u8 = 0x2f;
const STAR: u8 = 0x2a;
