import type { CAC } from "cac";

interface Section {
  title?: string;
  body: string;
}

/** The parser's help, with what a command does, and without its long list of further commands. */
export function helpSections(sections: Section[], cli: CAC): Section[] {
  const { matchedCommand: command, name } = cli;
  const written = sections
    .filter(({ title }) => !title?.startsWith("For more info"))
    .map(({ title, body }): Section => {
      if (title === "Usage" && command) return section(title, `${body} [options]`);
      if (title === "Examples") return section(title, body.replace(/^/gm, `  $ ${name} `));
      // What a negated option is without it is no news.
      return section(title, body.replace(/ (?:\(default: true\))?$/gm, ""));
    });
  if (command) written.splice(1, 0, { body: command.description });
  else written.push({ body: `\`${name} <command> --help\` has the options of a command.` });
  return written;
}

function section(title: string | undefined, body: string): Section {
  return { ...(title !== undefined && { title }), body };
}
