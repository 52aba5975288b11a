import type {
  Program,
  TSMethodSignature,
  TSPropertySignature,
  TSSignature,
  TSType,
} from "oxc-parser";
import { parse } from "../expand/parse.ts";
import { isComponentFile, scriptBlocks } from "../expand/script-blocks.ts";
import { type Node, unwrap } from "../expand/syntax.ts";
import { readText } from "./read-file.ts";
import { resolveRelative } from "./relative-module.ts";
import type { Member } from "./symbol-table.ts";
import { readTypeModule, type TypeModule } from "./type-module.ts";

/**
 * Reads the members that a type declares; `null` when they cannot be seen without a type checker.
 *
 * @param type `null` for none, which cannot be seen either
 * @param seen is given the other files that the answer depends on, also those that do not exist
 */
export type MemberReader = (
  type: TSType | null,
  file: string,
  program: Program,
  seen: Set<string>,
) => Member[] | null;

/** Members by name, in the order they are declared. */
type Members = Map<string, Member>;

/** Declarations that lead to each other for longer than this are not followed. */
const MAX_STEPS = 200;

/**
 * A reader that parses each file it is led to once.
 *
 * It understands what people write for an interface: a type literal, an interface (also merged and
 * extended), an alias, intersections, in the same file or behind relative imports and re-exports.
 * Anything computed (a type argument, a mapped type), and what comes from a package, cannot be seen.
 */
export function createMemberReader(): MemberReader {
  const modules = new Map<string, TypeModule | null>();

  const load = (file: string): TypeModule | null => {
    let module = modules.get(file);
    if (module === undefined) {
      module = readModule(file);
      modules.set(file, module);
    }
    return module;
  };

  return (type, file, program, seen) => {
    if (type === null) return null;
    const members = new Query(load, seen).ofType(type, readTypeModule(file, program));
    return members && [...members.values()];
  };
}

/** `null` when it cannot be read. What of it cannot be parsed declares nothing. */
function readModule(file: string): TypeModule | null {
  const code = readText(file);
  if (typeof code !== "string") return null;
  if (!isComponentFile(file)) return readTypeModule(file, parse(code, file).program);
  // The scripts of a component are one module; blanks before a script keep its offsets.
  const programs = scriptBlocks(code, file).map(
    ({ code: script, start, lang }) => parse(" ".repeat(start) + script, `${file}.${lang}`).program,
  );
  return readTypeModule(file, ...programs);
}

/** One question, with what was already asked on the way to the answer. */
class Query {
  #load: (file: string) => TypeModule | null;
  #seen: Set<string>;
  /** Declarations being read, as `file#name`: a type that leads to itself has no members to see. */
  #open = new Set<string>();

  constructor(load: (file: string) => TypeModule | null, seen: Set<string>) {
    this.#load = load;
    this.#seen = seen;
  }

  ofType(type: TSType, module: TypeModule): Members | null {
    switch (type.type) {
      case "TSTypeLiteral":
        return ofSignatures(type.members, module.file);
      case "TSParenthesizedType":
        return this.ofType(type.typeAnnotation, module);
      case "TSIntersectionType":
        return all(type.types.map((part) => this.ofType(part, module)));
      case "TSTypeReference":
        return type.typeArguments ? null : this.#ofReference(type.typeName, module);
      default:
        return null;
    }
  }

  #ofReference(name: Node, module: TypeModule): Members | null {
    if (name.type === "Identifier") return this.#ofName(name.name, module);
    if (name.type === "TSQualifiedName" && name.left.type === "Identifier") {
      return this.#ofNamespace(name.left.name, name.right.name, module);
    }
    if (name.type === "MemberExpression" && !name.computed) {
      const object = unwrap(name.object);
      if (object.type !== "Identifier" || name.property.type !== "Identifier") return null;
      return this.#ofNamespace(object.name, name.property.name, module);
    }
    return null;
  }

  #ofName(name: string, module: TypeModule): Members | null {
    const key = `${module.file}#${name}`;
    if (this.#open.has(key) || this.#open.size > MAX_STEPS) return null;
    this.#open.add(key);
    try {
      const alias = module.aliases.get(name);
      if (alias) return alias.typeParameters ? null : this.ofType(alias.typeAnnotation, module);
      if (module.interfaces.has(name)) return this.#ofInterface(name, module);
      const imported = module.imports.get(name);
      return imported ? this.#ofExport(imported.source, imported.name, module) : null;
    } finally {
      this.#open.delete(key);
    }
  }

  #ofInterface(name: string, module: TypeModule): Members | null {
    const parts: (Members | null)[] = [];
    const own: (Members | null)[] = [];
    for (const declaration of module.interfaces.get(name) ?? []) {
      if (declaration.typeParameters) return null;
      for (const base of declaration.extends) {
        parts.push(base.typeArguments ? null : this.#ofReference(base.expression, module));
      }
      own.push(ofSignatures(declaration.body.body, module.file));
    }
    const inherited = all(parts);
    const declared = all(own);
    if (!inherited || !declared) return null;
    // A redeclared member is the one of the interface itself, also whether it is optional.
    for (const [key, member] of declared) inherited.set(key, member);
    return inherited;
  }

  /** `types.HelloIf` with `import * as types from "./types"`. */
  #ofNamespace(namespace: string, name: string, module: TypeModule): Members | null {
    const imported = module.imports.get(namespace);
    if (imported?.name !== "*") return null;
    return this.#ofExport(imported.source, name, module);
  }

  /** The export of the module that a specifier leads to. */
  #ofExport(source: string, name: string, importer: TypeModule): Members | null {
    if (name === "*") return null;
    const file = resolveRelative(source, importer.file, this.#seen);
    const module = file === null ? null : this.#load(file);
    if (!module) return null;
    const key = `${module.file}>${name}`;
    if (this.#open.has(key) || this.#open.size > MAX_STEPS) return null;
    this.#open.add(key);
    try {
      const exported = module.exports.get(name);
      if (typeof exported === "string") return this.#ofName(exported, module);
      if (exported) return this.#ofExport(exported.source, exported.name, module);
      if (name === "default") return null;
      for (const star of module.stars) {
        const members = this.#ofExport(star, name, module);
        if (members) return members;
      }
      return null;
    } finally {
      this.#open.delete(key);
    }
  }
}

/** The members of several types at once; optional only where all of them say so. */
function all(parts: (Members | null)[]): Members | null {
  const merged: Members = new Map();
  for (const part of parts) {
    if (part === null) return null;
    for (const [name, member] of part) {
      const first = merged.get(name);
      if (!first) merged.set(name, member);
      else if (first.optional && !member.optional) merged.set(name, { ...first, optional: false });
    }
  }
  return merged;
}

/** The members that signatures declare; overloads are one member. */
function ofSignatures(signatures: TSSignature[], file: string): Members | null {
  const members: Members = new Map();
  for (const signature of signatures) {
    switch (signature.type) {
      case "TSMethodSignature":
      case "TSPropertySignature": {
        const name = signatureName(signature.key, signature.computed);
        if (name === null) return null;
        if (members.has(name)) break;
        const { start, end } = signature.key;
        members.set(name, {
          name,
          optional: signature.optional,
          ...(isFunction(signature) ? {} : { kind: "value" }),
          span: { file, start, end },
        });
        break;
      }
      case "TSIndexSignature":
        return null;
      // Signatures without a name declare no member.
    }
  }
  return members;
}

function isFunction(signature: TSMethodSignature | TSPropertySignature): boolean {
  return signature.type === "TSMethodSignature"
    ? signature.kind === "method"
    : signature.typeAnnotation?.typeAnnotation.type === "TSFunctionType";
}

/** `a`, `"a"`, `1`, and `["a"]`, which TypeScript reads as `"a"`. */
function signatureName(key: Node, computed: boolean): string | null {
  if (key.type === "Identifier") return computed ? null : key.name;
  if (key.type !== "Literal") return null;
  const literal = typeof key.value === "string" || typeof key.value === "number";
  return literal ? String(key.value) : null;
}
