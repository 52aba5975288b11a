import type { Choices } from "./choices.ts";
import { INTERFACES, KEYS, MEMBERS, NAMESPACES, TAKEN } from "./names.ts";
import { MODULE, type Place } from "./place.ts";
import { Scope } from "./scope.ts";

export type Macro = "def_interface" | "impl_interface" | "call_interface" | "use_interface";

export const MACROS: readonly Macro[] = [
  "def_interface",
  "impl_interface",
  "call_interface",
  "use_interface",
];

/** What the language of a file allows. */
export interface Language {
  extension: "ts" | "tsx" | "js" | "jsx";
  typescript: boolean;
  jsx: boolean;
}

/** How a program reaches an interface. */
export interface Reached {
  /** `HelloIf`, or `api . HelloIf`. */
  text: string;
  /** The binding in it. */
  local: string;
  /** The name under which its package exports it. */
  name: string;
  how: "named" | "namespace" | "defined";
  used: boolean;
}

/** What the pieces of one program share while they are written. */
export class Writer {
  readonly language: Language;
  choices: Choices;
  scope: Scope = new Scope(null, true);
  place: Place = MODULE;
  /** How deep the piece nests that is written. */
  depth = 0;
  /** How many mistakes are still to be made on purpose. */
  mistakes: number;
  readonly macros: Readonly<Record<Macro, string>>;
  readonly usedMacros = new Set<Macro>();
  readonly interfaces: Reached[] = [];
  /** `Mall/HelloIf.hello`, of which a file can have one implementation. */
  readonly implemented = new Set<string>();
  readonly exports = new Set<string>();
  /** Names that the module must declare. */
  readonly needed = new Set<string>();
  /** The local name of the type `Interface`, once it is used. */
  interfaceType = false;
  #counter = 0;

  constructor(language: Language, choices: Choices, mistakes: number) {
    this.language = language;
    this.choices = choices;
    this.mistakes = mistakes;
    const rename = choices.below(5);
    const local = (macro: Macro, short: string): string =>
      rename === 4 || (rename === 3 && choices.chance(2)) ? short : macro;
    this.macros = {
      def_interface: local("def_interface", "define"),
      impl_interface: local("impl_interface", "$impl"),
      call_interface: local("call_interface", "call"),
      use_interface: local("use_interface", "use"),
    };
    for (const macro of MACROS) this.scope.declare(this.macros[macro], "lexical");
    this.scope.declare("Interface", "lexical");
    this.scope.declare("api", "lexical");
    for (const text of choices.some(1, 3, () => this.#reach())) void text;
  }

  /** The local name of a macro. */
  macro(macro: Macro): string {
    this.usedMacros.add(macro);
    const local = this.macros[macro];
    const escapes = local.includes("_") && this.choices.chance(60);
    return escapes ? local.replace("f_", "f_".replace("f", "\\u0066")) : local;
  }

  /** Whether nothing hides a macro here. */
  hasMacro(macro: Macro): boolean {
    return !this.scope.shadows(this.macros[macro]);
  }

  /** An interface that nothing hides here; `null` if all are hidden. */
  reached(): Reached | null {
    const visible = this.interfaces.filter(({ local }) => !this.scope.shadows(local));
    if (visible.length === 0) return null;
    const found = this.choices.of(visible);
    found.used = true;
    return found;
  }

  /** Adds an interface that the file defines. */
  define(name: string): void {
    this.interfaces.push({ text: name, local: name, name, how: "defined", used: true });
  }

  member(): string {
    return this.choices.chance(3) ? this.choices.of(MEMBERS) : MEMBERS[this.choices.below(4)];
  }

  key(): string {
    return this.choices.chance(6) ? this.choices.of(KEYS) : this.member();
  }

  namespace(): string {
    return this.choices.of(NAMESPACES);
  }

  /** A name that nothing else has, and that is declared nowhere. */
  fresh(prefix: string = this.choices.chance(5) ? "V" : "v"): string {
    return `${prefix}${this.#counter++}`;
  }

  /** Declares a name in the scope: a new one, or one that hides something or is in the way. */
  declare(kind: "var" | "lexical" = "lexical"): string {
    if (this.choices.chance(7)) {
      const odd = this.choices.chance(2)
        ? this.choices.of(TAKEN)
        : this.choices.of([...Object.values(this.macros), ...this.interfaces.map((i) => i.local)]);
      if (this.scope.declare(odd, kind)) return odd;
    }
    const name = this.fresh();
    this.scope.declare(name, kind);
    return name;
  }

  /** A name that is declared here, or around here; `x`, which is not, if there is none. */
  visible(): string {
    const own = new Set([...Object.values(this.macros), "api", "Interface"]);
    for (const { local } of this.interfaces) own.add(local);
    return this.choices.of(["x", ...this.scope.visible().filter((name) => !own.has(name))]);
  }

  /** Whether to make a mistake here, once in `times`. */
  errs(times: number): boolean {
    if (this.mistakes === 0 || !this.choices.chance(times)) return false;
    this.mistakes--;
    return true;
  }

  /** Writes in another place, which a scope of its own may begin. */
  in(change: Partial<Place>, scope: "function" | "block" | null, write: () => string): string {
    const before = { place: this.place, scope: this.scope };
    this.place = { ...this.place, ...change };
    if (scope) this.scope = new Scope(this.scope, scope === "function");
    const text = write();
    this.place = before.place;
    this.scope = before.scope;
    return text;
  }

  /** Writes one level deeper, or something simple where that would be too deep. */
  nested(simple: string, write: () => string): string {
    if (this.depth > 6) return simple;
    this.depth++;
    const text = write();
    this.depth--;
    return text;
  }

  pick(...alternatives: (() => string)[]): string {
    return this.choices.pick(...alternatives);
  }

  /** A text that is there once in `times`. */
  maybe(times: number, write: () => string): string {
    return this.choices.chance(times) ? write() : "";
  }

  /** An alternative of TypeScript's, with what stands for it in JavaScript. */
  typed(times: number, write: () => string): string {
    return this.language.typescript && this.choices.chance(times) ? write() : "";
  }

  #reach(): string {
    const name = this.choices.of(INTERFACES);
    const how = this.choices.of(["named", "named", "renamed", "namespace"] as const);
    if (how === "namespace") {
      this.interfaces.push({ text: `api . ${name}`, local: "api", name, how, used: false });
      return name;
    }
    const local = how === "named" ? name : this.choices.of(["H", "Hello", "If_1"]);
    if (this.scope.declare(local, "lexical")) {
      this.interfaces.push({ text: local, local, name, how: "named", used: false });
    }
    return name;
  }
}
