import pc from "picocolors";
import { printable } from "../diagnostics/printable.ts";
import { libraryDiagnostics } from "../link/library.ts";
import { explainLink, similarInterfaces, type Why } from "../link/why.ts";
import { interfacePath } from "../naming.ts";
import type { Definition } from "../scan/symbol-table.ts";
import { isLibraryProgram } from "./library.ts";
import {
  abridged,
  hasErrors,
  jsonDiagnostics,
  printDiagnostics,
  withRelativePaths,
} from "./print.ts";
import type { Program } from "./program.ts";
import { chooseOne, readPrograms } from "./programs.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";
import { renderWhy } from "./why-text.ts";

/**
 * `crate-interface why <Interface>`: who was selected, who was not, and why. The name may be with its
 * namespace (`Mall/HelloIf`), its package (`hello-if#HelloIf`) and its version (`hello-if@1.0.0#HelloIf`).
 *
 * @throws UsageError when there is no such interface, naming those that are like it; and in a workspace
 *   where several applications reach it
 */
export function why(name: string, settings: Settings): Result {
  const programs = readPrograms(settings).all;
  const [program, ...others] = programs.filter(
    ({ graph, linkage }) => explainLink(name, graph, linkage).length > 0,
  );
  if (program === undefined) throw unknownInterface(name, programs);
  if (others.length > 0) throw chooseOne(`why ${name}`, [program, ...others]);
  const { graph, root, linkage } = program;
  const library = isLibraryProgram(program);
  const found = explainLink(name, graph, linkage, settings.production).map((one) =>
    library ? { ...one, errors: libraryDiagnostics(one.errors) } : one,
  );
  const errors = found.flatMap((one) => one.errors);
  const exitCode = errors.length > 0 ? 1 : 0;
  if (settings.json) {
    return {
      stdout: JSON.stringify(
        found.map((one) => toJson(one, settings)),
        null,
        2,
      ),
      exitCode,
    };
  }
  const colors = pc.createColors(settings.color);
  const texts = found.map((one) =>
    renderWhy(one, colors, settings.cwd, library ? root.name : null),
  );
  if (found.length > 1) texts.unshift(severalText(name, found));
  if (errors.length > 0) texts.push(printDiagnostics(errors, settings));
  return { stdout: texts.join("\n\n"), exitCode };
}

/** Interfaces that are named where none is like what was asked for. */
const MOST_NAMES = 10;

function unknownInterface(name: string, programs: readonly Program[]): UsageError {
  const near = programs.flatMap(({ graph, linkage }) => similarInterfaces(name, graph, linkage));
  const all = programs.flatMap(({ linkage }) =>
    linkage.interfaces.map(({ definition: { item } }) => pathOf(item)),
  );
  const one = programs.length === 1;
  const who = one ? `${programs[0].root.name} reaches no` : "no application reaches an";
  const hint =
    near.length > 0
      ? `; did you mean ${[...new Set(near)].join(" or ")}?`
      : all.length > 0
        ? `; ${one ? "it reaches" : "they reach"} ${abridged([...new Set(all)].sort(), MOST_NAMES)}`
        : programs.some(({ linkage }) => hasErrors(linkage.diagnostics))
          ? "; run `crate-interface check` to see what is wrong"
          : "";
  return new UsageError(`${who} interface \`${name}\`${hint}`);
}

/** Several versions of a package have interfaces of the same name, as have several packages. */
function severalText(name: string, found: readonly Why[]): string {
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  return printable(`${found.length} interfaces are named ${name}: ${ids.join(", ")}`);
}

function pathOf({ namespace, name }: Definition): string {
  return interfacePath(namespace, name);
}

function toJson({ errors, ...found }: Why, settings: Settings): unknown {
  return {
    ...withRelativePaths(found, settings.cwd),
    errors: jsonDiagnostics(errors, settings),
  };
}
