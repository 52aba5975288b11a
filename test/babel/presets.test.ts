import { beforeAll, describe, expect, test } from "vitest";
import {
  BABEL_7,
  BABEL_8,
  type BabelVersion,
  type Entry,
  MACROS_FAILED,
  parsing,
  reportedIn,
  UNSEEN_BY_MACROS,
} from "../backends/babel.ts";
import { bundler } from "../backends/bundler.ts";
import { compileComponent, isComponent } from "../backends/component.ts";
import { type Fixture, normalise, outcomeOf, readFixtures } from "../fixture.ts";
import {
  CONFIGS,
  type Config,
  ORDERS,
  type Order,
  optionsOf,
  REACT_COMPILER,
  withoutCompiler,
} from "./configs.ts";

// Every fixture in the configurations that users have: what Babel makes of an input is what the same
// configuration, without the macros, makes of the output of the bundler backend.

interface Module {
  name: string;
  file: string;
  input: string;
  /** Of the bundler backend; `null` when it reports errors. */
  output: string | null;
  errors: string[];
}

const MODULES: Module[] = await Promise.all(readFixtures().map(moduleOf));

/** Fixtures that Babel without the macros fails on: there the same failure is expected. */
const UNSUPPORTED: Record<string, string[]> = {
  // "Decorators are not enabled": a plugin that nobody has to have.
  "preset-react, preset-env to ES5": ["file-decorators", "file-decorators-of-a-class-expression"],
};

/** A fixture as Babel gets it: of a component, what its compiler makes of it. */
async function moduleOf(fixture: Fixture): Promise<Module> {
  const { name } = fixture;
  const { code: input, file } = isComponent(fixture.file)
    ? compileComponent(fixture.input, fixture.file)
    : { code: fixture.input, file: fixture.file };
  const { output = null, errors = [] } = await bundler.expand(input, file);
  if (input === fixture.input) expect(errors).toEqual(outcomeOf(fixture).errors ?? []);
  return { name, file, input, output, errors };
}

/** The output, or what an error says. */
function run(babel: BabelVersion, code: string, options: object): string {
  try {
    return babel.core.transformSync(code, options)?.code ?? "";
  } catch (error) {
    return saidBy(error as Error);
  }
}

function saidBy(error: Error): string {
  try {
    return reportedIn(error).join("\n");
  } catch {
    const [headline] = error.message.split("\n");
    return `failed: ${headline.slice(headline.indexOf(": ") + 2)}`;
  }
}

/** What is expected of each module, by its name. */
type Expected = Map<string, string>;

function expectedOf(babel: BabelVersion, config: Config): Expected {
  return new Map(
    MODULES.map(({ name, file, output, errors }) => [
      name,
      output === null ? errors.join("\n") : run(babel, output, optionsOf(babel, config, file)),
    ]),
  );
}

/** What is expected of the macro, which is called later than the plugin or not at all. */
async function expectedOfMacro(
  babel: BabelVersion,
  config: Config,
  order: Order,
  { name, file, input, output }: Module,
  expected: string,
): Promise<string> {
  const unseen = UNSEEN_BY_MACROS[name];
  if (unseen === "fails") return MACROS_FAILED;
  if (unseen) return run(babel, input, optionsOf(babel, config, file));
  if (order === "before the other plugins" || output === null) return expected;
  if (name in TAKEN_APART) return TAKEN_APART[name].join("\n");
  const after = await expandedAfterCompiler(babel, input, file);
  return run(babel, after, optionsOf(babel, withoutCompiler(config), file));
}

/**
 * The React Compiler never memoizes hooks, and so takes `call_interface(ViewIf.useName(name))` apart.
 * The macro can then only say so, of what the user wrote.
 */
const TAKEN_APART: Record<string, string[]> = {
  "call-hooks-whose-names-are-taken": ["CI1009 6:27", "CI1009 7:10"],
};

/**
 * The macro sees components as the React Compiler left them, when that is listed before it. What it
 * makes of them is then what the bundler backend makes of them.
 */
async function expandedAfterCompiler(
  babel: BabelVersion,
  input: string,
  file: string,
): Promise<string> {
  const compiled = run(babel, input, { ...parsing(file), plugins: [REACT_COMPILER] });
  const { output, errors } = await bundler.expand(compiled, file);
  expect(errors).toBeUndefined();
  return output ?? "";
}

describe.each([BABEL_7, BABEL_8])("Babel $version", (babel) => {
  describe.each(CONFIGS)("$name", (config) => {
    let expected: Expected;
    beforeAll(() => {
      expected = expectedOf(babel, config);
    });

    test("compiles what the bundler backend makes of the corpus", () => {
      const failed = MODULES.filter(
        ({ name, output }) => output !== null && !isProgram(expected.get(name) as string),
      );
      expect(failed.map(({ name }) => name)).toEqual(UNSUPPORTED[config.name] ?? []);
    });

    const orders = config.plugins ? ORDERS : ORDERS.slice(0, 1);
    test.each(orders)("with the plugin %s", async (order) => {
      expect(await differences(babel, config, { entry: "plugin", order }, expected)).toEqual({});
    });
    test.each(orders)("with the macro %s", async (order) => {
      expect(await differences(babel, config, { entry: "macro", order }, expected)).toEqual({});
    });
  });
});

/** The fixtures of which Babel makes something else than expected. */
async function differences(
  babel: BabelVersion,
  config: Config,
  ours: { entry: Entry; order: Order },
  expected: Expected,
): Promise<Record<string, { actual: string; expected: string }>> {
  const found: Record<string, { actual: string; expected: string }> = {};
  for (const module of MODULES) {
    const { name, file, input } = module;
    const ofPlugin = expected.get(name) as string;
    const actual = run(babel, input, optionsOf(babel, config, file, ours));
    if (actual === ofPlugin && !(name in UNSEEN_BY_MACROS)) continue;
    const wanted =
      ours.entry === "plugin"
        ? ofPlugin
        : await expectedOfMacro(babel, config, ours.order, module, ofPlugin);
    const programs = await Promise.all([actual, wanted].map(printed));
    if (programs[0] !== programs[1]) found[name] = { actual: programs[0], expected: programs[1] };
  }
  return found;
}

/** One layout for programs; what is none stays as it is. */
async function printed(text: string): Promise<string> {
  if (!isProgram(text)) return text;
  const program = await normalise(text, "output.jsx");
  // The React Compiler moves calls, whose place in the user's code still says in which order they are.
  return program.replace(/(?<=^import \{ ).*(?= \} from "crate-interface\/link\/)/gm, (names) =>
    names.split(", ").sort().join(", "),
  );
}

function isProgram(text: string): boolean {
  return !text.startsWith("failed: ") && text !== MACROS_FAILED && !/^CI\d/.test(text);
}
