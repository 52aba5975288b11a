import { posix } from "node:path";
import type { createColors } from "picocolors";
import { printable } from "../diagnostics/printable.ts";
import type { FacadeRules, Whereabouts, Why } from "../link/why.ts";

/**
 * An explanation as text for people. Its errors are not in it: they are rendered like all others.
 *
 * @param colors of picocolors
 * @param cwd the directory that paths are shown relative to
 * @param library the root, if it is a library, which leaves what is not linked to its users
 */
export function renderWhy(
  why: Why,
  colors: ReturnType<typeof createColors>,
  cwd: string,
  library: string | null = null,
): string {
  const path = (file: string): string => colors.dim(printable(posix.relative(cwd, file)));
  const place = ({ package: name, file }: Whereabouts): string =>
    `${colors.bold(printable(name))} ${path(file)}`;
  // Of the root itself it would say nothing.
  const chain = ({ chain: names }: Whereabouts): string[] =>
    names.length > 1 ? [`    required by: ${printable(names.join(" → "))}`] : [];
  const { facade } = why;
  const lines = [`${colors.bold(printable(why.interface))} of ${place(why.definition)}`];
  for (const { file } of why.copies) lines.push(`    and in its copy ${path(file)}`);
  if (facade) lines.push(`    ${printable(facadeText(facade))}`);
  lines.push("");

  if (why.selected) lines.push(`${colors.green("linked to")} ${place(why.selected)}`);
  else if (why.rule === "weak") lines.push(`${colors.green("linked to")} its defaults`);
  else if (library !== null) lines.push(printable(`left to the users of ${library}`));
  else lines.push(colors.red("not linked"));
  if (why.rule !== "none") lines.push(`    because: ${printable(why.reason)}`);
  if (facade?.replaced) lines.push(printable(`    in place of the default, ${facade.default}`));
  if (why.selected) lines.push(...chain(why.selected));

  for (const { name, file, default: weak } of why.members) {
    lines.push(`    ${printable(name)} → ${weak ? "default " : ""}${path(file)}`);
  }
  for (const other of why.rejected) {
    lines.push("", `${colors.yellow("not selected")} ${place(other)}`);
    lines.push(`    because: ${printable(other.reason)}`, ...chain(other));
  }
  for (const note of why.notes) lines.push("", `${colors.yellow("note")} ${printable(note)}`);
  if (why.callers.length === 0) lines.push("", "called by nobody");
  for (const caller of why.callers) {
    const members = caller.members.map(({ name, calls }) =>
      calls > 1 ? `${name} ×${calls}` : name,
    );
    lines.push(
      "",
      `called by ${place(caller)}`,
      `    ${printable(members.join(", "))}`,
      ...chain(caller),
    );
  }
  return lines.join("\n");
}

function facadeText({ root, default: usual }: FacadeRules): string {
  const who = `a facade: ${root} implements it, or a package that ${root} lists itself`;
  return usual === null ? who : `${who}; otherwise its default, ${usual}`;
}
