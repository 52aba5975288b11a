import type { OverridableMember } from "./overridable.ts";
import { exportName, stringLiteral } from "./source-text.ts";

/** What a generated module is written as. */
export type ModuleFormat = "module" | "commonjs";

/** What a part is made of. Files are written as the part imports them. */
export interface Part {
  path: string;
  root: string;
  /** All members of the interface, or `null`. */
  names: readonly string[] | null;
  /** The files that define the interface, if its path does not say which it is. */
  definitions: readonly string[] | null;
  /** The name of the interface. */
  name: string;
  /** The file that supplies the members; `null` for members that nothing supplies. */
  file: string | null;
  members: readonly OverridableMember[];
  runtime: string;
}

/** Names that one module re-exports from another. */
export interface Reexport {
  from: string;
  names: { name: string; as: string }[];
}

/** Writes modules of one format. */
export interface Writers {
  part(part: Part): string;
  reexports(reexports: readonly Reexport[]): string;
}

/** What writes modules of a format. */
export function writersFor(format: ModuleFormat): Writers {
  return format === "module" ? ESM : COMMONJS;
}

// Symbols begin with two underscores, so that no other name here is one of them. Exports are hoisted
// functions wherever they can be: in a cycle they may be used before this module has been evaluated.

const ESM: Writers = {
  part: (part) =>
    [
      `import { Overridable } from ${stringLiteral(part.runtime)};`,
      ...(part.file === null ? [] : [`import * as linked from ${stringLiteral(part.file)};`]),
      ...(part.definitions ?? []).map(
        (file, index) => `import * as definition${index} from ${stringLiteral(file)};`,
      ),
      "",
      ...creation(part, ""),
      ...part.members.map((member) =>
        member.isHoisted
          ? `export ${wrapper(member)}`
          : `export let ${member.symbol} = own().constant(${stringLiteral(member.name)}, (value) => { ${member.symbol} = value; });`,
      ),
      ...shapes(part),
      "",
    ].join("\n"),

  reexports: (reexports) =>
    reexports
      .filter(({ names }) => names.length > 0)
      .map(({ from, names }) => {
        const clauses = names.map(({ name, as }) =>
          name === as ? name : `${name} as ${exportName(as)}`,
        );
        return `export { ${clauses.join(", ")} } from ${stringLiteral(from)};\n`;
      })
      .join("") || "export {};\n",
};

const COMMONJS: Writers = {
  part: (part) =>
    [
      ...PROLOGUE,
      `var { Overridable } = require(${stringLiteral(part.runtime)});`,
      ...part.members.map((member) =>
        member.isHoisted
          ? `exports.${member.symbol} = ${member.symbol};`
          : getter(member.symbol, `own().get(${stringLiteral(member.name)})`),
      ),
      ...creation(part, "()"),
      ...part.members.filter(({ isHoisted }) => isHoisted).map(wrapper),
      ...(part.file === null ? [] : required("linked", part.file)),
      ...(part.definitions ?? []).flatMap((file, index) => required(`definition${index}`, file)),
      ...shapes(part),
      "",
    ].join("\n"),

  reexports: (reexports) =>
    [
      ...PROLOGUE,
      ...reexports.flatMap(({ names }, index) =>
        names.map(({ name, as }) => getter(as, `part${index}().${name}`)),
      ),
      ...reexports.flatMap(({ from }, index) => required(`part${index}`, from)),
      "",
    ].join("\n"),
};

const PROLOGUE = [
  '"use strict";',
  'Object.defineProperty(exports, "__esModule", { value: true });',
];

/**
 * Made when it is first needed, which may be before this module has been evaluated.
 *
 * @param call what follows the name of an imported module where it is used
 */
function creation(part: Part, call: "" | "()"): string[] {
  const definitions = part.definitions?.map((_, index) => `definition${index}${call}.${part.name}`);
  const members = part.members.map(
    ({ name, source }) =>
      `    [${stringLiteral(name)}]: ${source ? `() => linked${call}.${source.symbol}` : "null"},`,
  );
  return [
    "var overridable;",
    "function own() {",
    "  return (overridable ??= new Overridable({",
    `    path: ${stringLiteral(part.path)},`,
    `    root: ${stringLiteral(part.root)},`,
    `    members: ${part.names ? `[${part.names.map(stringLiteral).join(", ")}]` : "null"},`,
    `    definitions: ${definitions ? `() => [${definitions.join(", ")}]` : "null"},`,
    "    linked: {",
    ...members.map((line) => `  ${line}`),
    "    },",
    "  }));",
    "}",
  ];
}

function wrapper({ name, symbol }: OverridableMember): string {
  return `function ${symbol}() { return own().call(${stringLiteral(name)}, this, arguments); }`;
}

/** Some look at how many parameters a function has. */
function shapes({ members }: Part): string[] {
  const hoisted = members.filter(({ isHoisted }) => isHoisted);
  return hoisted.map(({ name, symbol }) => `own().shape(${stringLiteral(name)}, ${symbol});`);
}

/**
 * A module that is required in its turn, but may be asked for before, in a cycle. Afterwards it stays
 * the same one, also when a test resets modules.
 */
function required(name: string, from: string): string[] {
  const require = `require(${stringLiteral(from)})`;
  return [
    `var ${name}Module;`,
    `function ${name}() { return ${name}Module ?? ${require}; }`,
    `${name}Module = ${require};`,
  ];
}

function getter(name: string, value: string): string {
  return `Object.defineProperty(exports, ${stringLiteral(name)}, { enumerable: true, get: () => ${value} });`;
}
