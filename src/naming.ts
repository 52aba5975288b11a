/**
 * Every name this project generates, and nothing else.
 *
 * This file is compiled twice: by TypeScript for the bundler and Babel backends, and by
 * AssemblyScript for the SWC plugin. It therefore uses only what both languages share: string
 * methods, `let` without annotations for integers, classes with plain fields, `string | null`.
 * `test/portable.test.ts` compiles it with `asc` and compares the two.
 *
 * The scheme is that of Rust's `crate_interface` (`__<Namespace>_<Trait>_<method>`), made injective
 * with the escapes of JNI ("Resolving Native Method Names", JNI specification, chapter 2).
 *
 * @module
 */

/** The module that users import the macros from. */
export const MACRO_MODULE: string = "crate-interface/macro";

const LINK_PREFIX: string = "crate-interface/link/";
const OBJECT_PREFIX: string = "crate-interface/object/";
const OVERRIDABLE_PREFIX: string = "crate-interface/overridable/";
const WEAK_SUFFIX: string = "$weak";
const HEX: string = "0123456789abcdef";

/** What {@link demangle} reads out of a symbol. */
export class SymbolParts {
  /** The namespace, or `null` when the interface has none. */
  namespace: string | null;
  /** The name of the interface. */
  interfaceName: string;
  /** The name of the member. */
  member: string;
  /** Whether this is the symbol of a default in a definition. */
  weak: boolean;

  constructor(namespace: string | null, interfaceName: string, member: string, weak: boolean) {
    this.namespace = namespace;
    this.interfaceName = interfaceName;
    this.member = member;
    this.weak = weak;
  }
}

/** What {@link parseSpecifier} reads out of a link or object specifier. */
export class SpecifierParts {
  /** The namespace, or `null` when the interface has none. */
  namespace: string | null;
  /** The name of the interface. */
  interfaceName: string;
  /** Whether the specifier stands for all members as one object. */
  object: boolean;

  constructor(namespace: string | null, interfaceName: string, object: boolean) {
    this.namespace = namespace;
    this.interfaceName = interfaceName;
    this.object = object;
  }
}

/**
 * The symbol of a member: the name under which an implementation exports it and callers import it.
 *
 * @example
 * mangle(null, "HelloIf", "hello")          // "__HelloIf_hello"
 * mangle("Mall", "HelloIf", "hello")        // "__Mall_HelloIf_hello"
 * mangle(null, "AllDefaultIf", "method_a")  // "__AllDefaultIf_method_1a"
 */
export function mangle(namespace: string | null, interfaceName: string, member: string): string {
  const path = "__" + (namespace === null ? "" : escapePart(namespace) + "_");
  return path + escapePart(interfaceName) + "_" + escapePart(member);
}

/**
 * The weak symbol of a member: the name under which a definition exports its default.
 *
 * @example
 * mangleWeak(null, "HelloIf", "greet")  // "__HelloIf_greet$weak"
 */
export function mangleWeak(
  namespace: string | null,
  interfaceName: string,
  member: string,
): string {
  return mangle(namespace, interfaceName, member) + WEAK_SUFFIX;
}

/**
 * The local name of an interface's module namespace object, for `use_interface(HelloIf)`.
 *
 * @example
 * mangleObject(null, "HelloIf")    // "__HelloIf"
 * mangleObject("Mall", "HelloIf")  // "__Mall_HelloIf"
 */
export function mangleObject(namespace: string | null, interfaceName: string): string {
  const path = "__" + (namespace === null ? "" : escapePart(namespace) + "_");
  return path + escapePart(interfaceName);
}

/**
 * Inverts {@link mangle} and {@link mangleWeak}. Returns `null` for a string that is not a symbol.
 *
 * @example
 * demangle("__Mall_HelloIf_hello$weak")
 * // { namespace: "Mall", interfaceName: "HelloIf", member: "hello", weak: true }
 */
export function demangle(symbol: string): SymbolParts | null {
  if (!symbol.startsWith("__")) return null;
  const weak = symbol.endsWith(WEAK_SUFFIX);
  const end = weak ? symbol.length - WEAK_SUFFIX.length : symbol.length;
  const parts = [""];
  for (let i = 2; i < end; i++) {
    const char = symbol.charAt(i);
    const last = parts.length - 1;
    if (char !== "_") {
      if (!isPlain(char)) return null;
      // `mangle` escapes a digit that begins a part.
      if (isDigit(char) && parts[last].length === 0) return null;
      parts[last] += char;
      continue;
    }
    const next = i + 1 < end ? symbol.charAt(i + 1) : "";
    if (next === "1") {
      parts[last] += "_";
      i += 1;
    } else if (next === "0") {
      if (i + 5 >= end) return null;
      let escaped = 0;
      for (let k = i + 2; k < i + 6; k++) {
        const digit = HEX.indexOf(symbol.charAt(k));
        if (digit < 0) return null;
        escaped = escaped * 16 + digit;
      }
      const original = String.fromCharCode(escaped);
      const leadingDigit = isDigit(original) && parts[last].length === 0;
      // Only what `mangle` escapes may be escaped, or two symbols would read the same.
      if (original === "_" || (isPlain(original) && !leadingDigit)) return null;
      parts[last] += original;
      i += 5;
    } else {
      parts.push("");
    }
  }
  if (parts.length === 2) return new SymbolParts(null, parts[0], parts[1], weak);
  if (parts.length === 3) return new SymbolParts(parts[0], parts[1], parts[2], weak);
  return null;
}

/**
 * The module from which callers import an interface's linked members; one per interface.
 *
 * @example
 * linkSpecifier(null, "HelloIf")    // "crate-interface/link/HelloIf"
 * linkSpecifier("Mall", "HelloIf")  // "crate-interface/link/Mall/HelloIf"
 */
export function linkSpecifier(namespace: string | null, interfaceName: string): string {
  return LINK_PREFIX + interfacePath(namespace, interfaceName);
}

/**
 * The module that exports an interface's linked members under their own names.
 *
 * @example
 * objectSpecifier(null, "HelloIf")  // "crate-interface/object/HelloIf"
 */
export function objectSpecifier(namespace: string | null, interfaceName: string): string {
  return OBJECT_PREFIX + interfacePath(namespace, interfaceName);
}

/**
 * What link and object modules consist of while tests run, see `link/overridable.ts`. Only generated
 * modules import it.
 *
 * @example
 * overridableSpecifier(null, "HelloIf")  // "crate-interface/overridable/HelloIf"
 */
export function overridableSpecifier(namespace: string | null, interfaceName: string): string {
  return OVERRIDABLE_PREFIX + interfacePath(namespace, interfaceName);
}

/**
 * Inverts {@link linkSpecifier} and {@link objectSpecifier}. Returns `null` for any other specifier.
 *
 * @example
 * parseSpecifier("crate-interface/link/Mall/HelloIf")
 * // { namespace: "Mall", interfaceName: "HelloIf", object: false }
 */
export function parseSpecifier(specifier: string): SpecifierParts | null {
  const object = specifier.startsWith(OBJECT_PREFIX);
  if (!object && !specifier.startsWith(LINK_PREFIX)) return null;
  const path = specifier.substring(object ? OBJECT_PREFIX.length : LINK_PREFIX.length);
  const slash = path.indexOf("/");
  if (slash < 0) {
    return path.length === 0 ? null : new SpecifierParts(null, path, object);
  }
  const namespace = path.substring(0, slash);
  const interfaceName = path.substring(slash + 1);
  if (namespace.length === 0 || interfaceName.length === 0) return null;
  if (interfaceName.indexOf("/") >= 0) return null;
  return new SpecifierParts(namespace, interfaceName, object);
}

/**
 * How an interface is written for people and in `interface: "..."` of an expanded definition.
 *
 * @example
 * interfacePath("Mall", "HelloIf")  // "Mall/HelloIf"
 */
export function interfacePath(namespace: string | null, interfaceName: string): string {
  return namespace === null ? interfaceName : namespace + "/" + interfaceName;
}

/**
 * Whether a text may be a namespace: an identifier of ASCII letters, digits, `_` and `$`. ASCII,
 * because it becomes part of module specifiers and of file names.
 */
export function isNamespace(text: string): boolean {
  if (text.length === 0 || isDigit(text.charAt(0))) return false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (!isPlain(char) && char !== "_" && char !== "$") return false;
  }
  return true;
}

/**
 * The `attempt`-th (from 1) substitute for a name that the file already uses.
 *
 * @example
 * freshName("__HelloIf_hello", "1")  // "__HelloIf_hello$1"
 */
export function freshName(name: string, attempt: string): string {
  return name + "$" + attempt;
}

/**
 * The name under which files import a member: its symbol, but for a {@link isHook | hook}, which has
 * to be called by a name that says so.
 *
 * @example
 * localName(null, "HelloIf", "hello")     // "__HelloIf_hello"
 * localName(null, "ThemeIf", "useTheme")  // "useTheme"
 */
export function localName(namespace: string | null, interfaceName: string, member: string): string {
  return isHook(member) ? member : mangle(namespace, interfaceName, member);
}

/**
 * Whether a member is a hook of React by its name: `use` and an upper-case letter or digit behind it
 * (React, "Rules of Hooks"; babel-plugin-react-compiler, `isHookName`). The React Compiler and Fast
 * Refresh know hooks by nothing else. What is called by another name they take for any function, and
 * call it conditionally.
 */
export function isHook(member: string): boolean {
  if (member.length < 4 || !member.startsWith("use")) return false;
  const fourth = member.charAt(3);
  if (!isDigit(fourth) && !(fourth >= "A" && fourth <= "Z")) return false;
  for (let i = 4; i < member.length; i++) {
    const char = member.charAt(i);
    if (!isPlain(char) && char !== "_" && char !== "$") return false;
  }
  return true;
}

function escapePart(part: string): string {
  let out = "";
  // What stands for itself is taken in runs: AssemblyScript makes a new text with each `+=`.
  let run = 0;
  for (let i = 0; i < part.length; i++) {
    // Nor with each `charAt`.
    const unit = part.charCodeAt(i);
    const letter = unit | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) continue;
    if (unit >= 0x30 && unit <= 0x39 && i > 0) continue;
    out += part.substring(run, i) + escapeChar(part.charAt(i));
    run = i + 1;
  }
  return run === 0 ? part : out + part.substring(run);
}

/** What a character becomes that may not stand in a symbol as it is. */
function escapeChar(char: string): string {
  if (char === "_") return "_1";
  const unit = char.charCodeAt(0);
  const first = "_0" + HEX.charAt((unit >> 12) & 15) + HEX.charAt((unit >> 8) & 15);
  return first + HEX.charAt((unit >> 4) & 15) + HEX.charAt(unit & 15);
}

/** Whether a character stands for itself in a symbol. */
function isPlain(char: string): boolean {
  // The letters of ASCII, in lower case.
  const letter = char.charCodeAt(0) | 0x20;
  return isDigit(char) || (letter >= 0x61 && letter <= 0x7a);
}

function isDigit(char: string): boolean {
  const unit = char.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}
