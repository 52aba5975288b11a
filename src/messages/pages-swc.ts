import { Example, Page } from "./page.ts";

/** The pages of what goes wrong between SWC and its plugin. */
export function swcPages(): Page[] {
  return [
    new Page(
      "CI2021",
      "The SWC plugin does not fit its host",
      "`crate-interface/swc` runs in a version of SWC that encodes programs in another way than those that the plugin was built for, or was given an option that it does not have, or a `core` that is not true.",
      "SWC hands a plugin the program as bytes, and their encoding belongs to no standard: it changed with @swc/core 1.15, and inside functions once more with 1.16. The plugin knows these two and passes over what it does not know, but the code around a macro it has to understand. It changes nothing then, rather than guess. `core`, its only option, says which of the two it is, for files that do not tell.",
      [
        "Update @swc/core to 1.15 or newer, Next.js to 16.1 or newer, Rspack to 1.7 or newer.",
        "If SWC is newer than this package, update crate-interface.",
        "Change `core` as the error says, or leave it out.",
        "Or expand the macros before SWC, and leave the plugin out: the plugins for bundlers, such as `crate-interface/vite`, `/webpack` and `/rspack`, and `crate-interface/jest` read the source itself.",
      ],
      [
        new Example(
          "package.json",
          `{
  "devDependencies": {
    "@swc/core": "1.13.5",
    "crate-interface": "^0.1.0"
  }
}
`,
        ),
      ],
      [
        new Example(
          "package.json",
          `{
  "devDependencies": {
    "@swc/core": "^1.16.0",
    "crate-interface": "^0.1.0"
  }
}
`,
        ),
      ],
    ),
  ];
}
