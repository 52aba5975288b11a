import { Node } from "../ast/node.ts";
import { Slot } from "../ast/shapes.ts";
import { digitsOf } from "./digits.ts";

/**
 * How a number names a property (ECMA-262, Number::toString); `null` where that takes more than a look
 * at how the number is written.
 */
export function numberName(key: Node): string | null {
  const at = key.field(Slot.Value);
  if (load<u8>(at) != FLOAT) return null;
  const value = reinterpret<f64>(bswap<u64>(load<u64>(at + 1)));
  const integer = <u32>value;
  if (value == <f64>integer) return digitsOf(integer, 10);
  const raw = key.text(Slot.Raw);
  return raw === null ? null : decimalName(raw);
}

/** How a BigInt names a property: by its digits, if they are decimal. */
export function bigIntName(key: Node): string | null {
  const raw = key.text(Slot.Raw);
  if (raw === null) return null;
  let digits = "";
  for (let at = 0; at < raw.length - 1; at++) {
    const unit = raw.charCodeAt(at);
    if (unit == UNDERSCORE) continue;
    if (!isDigit(unit)) return null;
    digits += raw.charAt(at);
  }
  return digits;
}

/** What begins a 64-bit float (RFC 8949, section 3.3). */
const FLOAT: u8 = 0xfb;

/** A float has no shorter digits than those written, and no others as short, if they are not more. */
const MOST_DIGITS = 15;

/** Numbers whose exponent is less, or more when it is positive, are not subnormal, or infinite. */
const MOST_EXPONENT = 300;

function decimalName(raw: string): string | null {
  let digits = "";
  // How many of the digits stand before the point.
  let point = 0;
  let isFraction = false;
  let at = 0;
  for (; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit == UNDERSCORE) continue;
    if (unit == POINT) {
      isFraction = true;
      continue;
    }
    if (!isDigit(unit)) break;
    const isLeading = digits.length == 0 && unit == ZERO;
    if (!isLeading) digits += raw.charAt(at);
    if (isLeading == isFraction) point += isFraction ? -1 : 1;
  }
  if (at < raw.length) {
    // A letter that is no `e` says that the number is not decimal.
    if ((raw.charCodeAt(at) | LOWER_CASE) != LETTER_E) return null;
    point += exponentAt(raw, at + 1);
  }
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) == ZERO) end--;
  if (end > MOST_DIGITS || point > MOST_EXPONENT || point < -MOST_EXPONENT) return null;
  return placed(digits.substring(0, end), point);
}

function exponentAt(raw: string, start: i32): i32 {
  let exponent = 0;
  for (let at = start; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (isDigit(unit) && exponent < 10 * MOST_EXPONENT) exponent = exponent * 10 + unit - ZERO;
  }
  return raw.charCodeAt(start) == MINUS ? -exponent : exponent;
}

/** Digits with the point at its place, or as an exponent. */
function placed(digits: string, point: i32): string {
  const count = digits.length;
  if (point > 21 || point < -5) {
    const exponent = point - 1;
    const first = count > 1 ? digits.charAt(0) + "." : "";
    return (
      first +
      digits.substring(count > 1 ? 1 : 0) +
      (exponent < 0 ? "e-" : "e+") +
      digitsOf(abs(exponent), 10)
    );
  }
  if (point <= 0) return "0." + "0".repeat(-point) + digits;
  if (point >= count) return digits + "0".repeat(point - count);
  return digits.substring(0, point) + "." + digits.substring(point);
}

function isDigit(unit: i32): bool {
  return unit >= ZERO && unit <= NINE;
}

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;
const UNDERSCORE = 0x5f;
const LETTER_E = 0x65;

/** What a lower-case letter has that the same in upper case has not. */
const LOWER_CASE = 0x20;
