import pc from "picocolors";
import { printable } from "../diagnostics/printable.ts";
import type { Absent } from "../link/absent.ts";
import { pathOf } from "../link/identity.ts";
import { libraryDiagnostics } from "../link/library.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { tellApart } from "../link/tell-apart.ts";
import { type Checked, describeLinked, isWrong } from "./checked.ts";
import { abridged, hasErrors, printDiagnostics } from "./print.ts";
import { isUninstalled } from "./programs.ts";
import type { Settings } from "./settings.ts";

/** What `check` prints of one program. */
export function renderChecked(checked: Checked, settings: Settings): string {
  const { program, diagnostics } = checked;
  const { interfaces } = program.linkage;
  const ownerToName = tellApart(
    interfaces.map(({ definition }) => definition),
    program.graph,
  );
  const nameOf = ({ definition }: LinkedInterface): string => {
    const owner = ownerToName(definition);
    return owner === null ? pathOf(definition) : `${pathOf(definition)} of ${owner}`;
  };
  // Copies of a package are linked alike.
  const lines = [
    ...new Set(
      interfaces.map((linked) =>
        renderLinked(linked, nameOf(linked), checked, settings).join("\n"),
      ),
    ),
  ];
  const summary = summaryOf(checked, lines.length, settings);
  if (lines.length > 0) lines.push("");
  lines.push(summary);
  const problems = printDiagnostics(diagnostics, settings);
  return problems === "" ? lines.join("\n") : `${lines.join("\n")}\n\n${problems}`;
}

/** The very last line, where there are several: what is wrong may be far above. */
export function renderTotal(all: readonly Checked[], settings: Settings): string {
  const { red, green } = pc.createColors(settings.color);
  const wrong = all.filter(isWrong).map(({ program }) => printable(program.root.name));
  const count = `${all.length} packages`;
  return wrong.length === 0
    ? `${green("✓")} ${count} pass`
    : `${red("✗")} ${wrong.length} of ${count} fail: ${abridged(wrong, 20)}`;
}

/** The last line of a program: how much was checked, and why there may be nothing to check. */
function summaryOf(checked: Checked, count: number, settings: Settings): string {
  const { program, absent, diagnostics } = checked;
  const name = printable(program.root.name);
  const summary = `${name}: ${count} interface${count === 1 ? "" : "s"}`;
  if (isUninstalled(absent)) {
    const mark = pc.createColors(settings.color).red("✗");
    return `${mark} ${summary}; ${printable(absentText(absent))}`;
  }
  const takesPart = [...program.graph.packages.values()].some(({ files }) => files.length > 0);
  if (takesPart || hasErrors(diagnostics)) return summary;
  const nothing = "nothing that it reaches imports crate-interface/macro";
  return absent.names.length === 0
    ? `${summary}; ${nothing}`
    : `${summary}; ${nothing}, and ${printable(absentText(absent))}`;
}

/** `2 of its 3 dependencies are not installed: log, log-a; install them`. */
function absentText({ names, listed }: Absent): string {
  const shown = abridged(names, 5);
  if (listed === 1) return `its dependency ${shown} is not installed; install it`;
  const count = names.length === listed ? "none" : names.length;
  const state =
    count === "none" ? "is installed" : count === 1 ? "is not installed" : "are not installed";
  const what = names.length === 1 ? "it" : "them";
  return `${count} of its ${listed} dependencies ${state}: ${shown}; install ${what}`;
}

function renderLinked(
  linked: LinkedInterface,
  name: string,
  checked: Checked,
  settings: Settings,
): string[] {
  const { program, library } = checked;
  const colors = pc.createColors(settings.color);
  const report = describeLinked(linked, checked, settings);
  const arrow = colors.dim("→");
  const line = (mark: string, target: string): string =>
    `${mark} ${colors.bold(printable(name))} ${arrow} ${target}`;
  // What a library leaves open is no failure of its own.
  const open = linked.rule === "none" && library;
  if (open && !hasErrors(libraryDiagnostics(linked.errors))) {
    return [line(colors.dim("·"), `left to the users of ${printable(program.root.name)}`)];
  }
  if (linked.errors.length > 0 || linked.rule === "none") {
    return [line(colors.red("✗"), "not linked")];
  }
  const { implementedIn } = report;
  const notes = report.notes.map((note) => `    ${colors.yellow("note")}: ${printable(note)}`);
  if (implementedIn === null) {
    return [line(colors.green("✓"), `the defaults of ${printable(report.definedIn)}`), ...notes];
  }
  return [
    line(
      colors.green("✓"),
      `${printable(implementedIn)} ${colors.dim(printable(report.file ?? ""))}`,
    ),
    ...notes,
    ...report.members
      .filter(({ weak }) => weak)
      .map(
        ({ name, file }) =>
          `    ${printable(name)} ${arrow} its default ${colors.dim(printable(file))}`,
      ),
  ];
}
