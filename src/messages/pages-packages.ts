import { Example, Page } from "./page.ts";

// The pages of CI3xxx: packages and their manifests.

/** The explanations of CI3xxx, in the order of the codes. */
export function packagePages(): Page[] {
  return [
    new Page(
      "CI3001",
      "A facade implements an interface",
      'A package with `"facade": true` contains an `impl_interface` outside the file that its `defaultFacadeImpl` names.',
      "A facade defines interfaces and leaves the implementation to the package being built. An implementation inside it could be neither chosen nor left out.",
      [
        'Move the implementation into a package of its own, with `"facadeImpl"` naming the facade.',
        "If it is meant as the default, put it into one file and name that file as `defaultFacadeImpl`.",
        "If the package is no facade, since it comes with its implementation, remove `facade`.",
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "crate-interface": {
    "facade": true
  }
}
`,
        ),
        new Example(
          "packages/log/src/silent.ts",
          `import { impl_interface } from "crate-interface/macro";
import { Log } from "./index.js";

impl_interface(Log, { write() {} });
`,
        ),
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "crate-interface": {
    "facade": true,
    "defaultFacadeImpl": "./src/silent.ts"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3002",
      "The default implementation is not usable",
      "`defaultFacadeImpl` names a package that the facade does not depend on or that is not installed, a file that does not exist, or something that does not implement all of the facade's interfaces, or implements one only under `conditions`.",
      "The default is used whenever the package being built chooses nothing. It must therefore always be there, and be complete. A devDependency is not: nobody installs the devDependencies of others.",
      [
        "Add the package to the `dependencies` of the facade, or correct the path: it is relative to package.json, begins with `./`, and has the extension of the source file.",
        "Implement the members that are missing, or give them defaults in the definition.",
        "Of the default's implementations of an interface, leave one without `conditions`: it counts where those of the others are not active.",
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "crate-interface": {
    "facade": true,
    "defaultFacadeImpl": "log-noop"
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "dependencies": {
    "log-noop": "1.0.0"
  },
  "crate-interface": {
    "facade": true,
    "defaultFacadeImpl": "log-noop"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3003",
      "The implemented facade is not a dependency",
      "`facadeImpl` names a package that is in neither `dependencies` nor `peerDependencies`, the installed version does not satisfy the range given there, or the package does not say that it is a facade. A warning says of a package that calls a facade that the installed version does not satisfy its range.",
      "An implementation belongs to certain versions of a facade. The range says to which, so that it is not linked to a facade that has other members. Ranges that name no versions (`workspace:^`, `catalog:`, files, links, repositories and tags) are for the package manager to decide; prereleases count as versions like any other.",
      [
        "List the facade in `peerDependencies` (or `dependencies`) with the range that is implemented.",
        "If it is listed, install a version in that range, or widen the range once the implementation is adapted.",
        'If the package is a facade, let it say so: `"facade": true`.',
      ],
      [
        new Example(
          "packages/log-pino/package.json",
          `{
  "name": "log-pino",
  "crate-interface": {
    "facadeImpl": ["log"]
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/log-pino/package.json",
          `{
  "name": "log-pino",
  "peerDependencies": {
    "log": "^1.2.0"
  },
  "crate-interface": {
    "facadeImpl": ["log"]
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3004",
      "The facade is not fully implemented",
      "A package says with `facadeImpl` that it implements a facade, but some of the facade's interfaces, or members without a default, are missing.",
      "Choosing an implementation of a facade is one decision for all of its interfaces. A package that implements half of it would leave holes that only some programs notice. Implementations with `conditions` count together: a package may implement a facade in one file for browsers and in another for Node, or for browsers alone.",
      [
        "Implement what is missing; the message lists it.",
        "If the package implements single interfaces only, remove `facadeImpl`.",
      ],
      [
        new Example(
          "packages/log/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const Log = def_interface<{ write(text: string): void }>();
export const Levels = def_interface<{ level(): string }>();
`,
        ),
        new Example(
          "packages/log-pino/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { Log } from "log";

impl_interface(Log, { write: (text) => console.log(text) });
`,
        ),
      ],
      [
        new Example(
          "packages/log-pino/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { Levels, Log } from "log";

impl_interface(Log, { write: (text) => console.log(text) });
impl_interface(Levels, { level: () => "info" });
`,
        ),
      ],
    ),
    new Page(
      "CI3005",
      "A library depends on an implementation of a facade",
      "A library lists an implementation of a facade in its `dependencies` or `optionalDependencies`. That is an error where the library itself is checked, and a warning where something else is built on it. A package is a library if its package.json says so by `symbols`, `facade` or `facadeImpl`. One on which another package of its workspace depends may be one: there it is a warning, and nothing if it is `private`. A facade may list its default, and an implementation another implementation of the same facade.",
      "The package being built chooses the implementation of a facade. A library that brings one along installs it for everybody, although it is used by nobody who has not chosen it.",
      [
        "Move the implementation to `devDependencies`: there it serves the library's own tests.",
        "Name it in the library's documentation as a choice.",
        'A program that another package of the workspace depends on, as a desktop shell does on the app that it contains, may list an implementation: write `"private": true` into its package.json.',
      ],
      [
        new Example(
          "packages/http-client/package.json",
          `{
  "name": "http-client",
  "dependencies": {
    "log": "^1.0.0",
    "log-pino": "^1.0.0"
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/http-client/package.json",
          `{
  "name": "http-client",
  "dependencies": {
    "log": "^1.0.0"
  },
  "devDependencies": {
    "log-pino": "^1.0.0"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3006",
      "Bad manifest",
      'A package.json cannot be read, is not JSON, or its `"crate-interface"` key is misspelt, or has an unknown key, a value of the wrong type, values that exclude each other, or a choice that is never reached. Or `dependencies` of a package that is developed here are not names and ranges.',
      "The manifest decides what is linked. A misspelt key that was ignored would change the program without a word.",
      [
        "Correct the place shown. Known keys are `facade`, `defaultFacadeImpl`, `facadeImpl`, `implementations` and `symbols`.",
        "A package is not both `facade` and `facadeImpl`: put the implementation into a package of its own.",
        "`defaultFacadeImpl` is for facades: it stands beside `facade`.",
        "Of a choice by condition, `default` always applies: put it last.",
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "crate-interface": {
    "facade": "yes"
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "crate-interface": {
    "facade": true
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3007",
      "A path leaves the package",
      'A path in the `"crate-interface"` key of a package.json leads to a file outside the folder of that package, directly or through a symbolic link.',
      "A package is published, moved and installed as a folder. A path that leaves it means another file, or none, on the next machine.",
      [
        "Move the file into the package.",
        "If the file belongs to another package, name that package instead of the path.",
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "log-file": "1.0.0"
  },
  "crate-interface": {
    "implementations": {
      "Log": "../log-file/src/index.ts"
    }
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "log-file": "1.0.0"
  },
  "crate-interface": {
    "implementations": {
      "Log": "log-file"
    }
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3008",
      "Symbol table missing, stale or unreadable",
      "An installed package takes part in linking, but the symbol table that its package.json names with `symbols` is not there, cannot be read, or was written for another version of the package. Or a package is built, and its output does not export what the table would promise, still has its macros (as what `tsc` writes has), or is newer than its table.",
      "Installed packages are not scanned: what they define and implement is read from the table they publish. With a wrong table, calls would be linked to exports that do not exist.",
      [
        "If the package is yours: build it with a plugin of crate-interface, Babel or SWC, then run `crate-interface symbols --write` before publishing, set `symbols`, and include the file in `files`.",
        "If it is not: install a version that has a table, and tell its authors.",
        "If the table was written by a newer version of `crate-interface`, update that.",
      ],
      [
        new Example(
          "packages/hello-impl/package.json",
          `{
  "name": "hello-impl",
  "version": "1.1.0",
  "files": ["dist/*.js"],
  "crate-interface": {
    "symbols": "./dist/crate-interface.json"
  }
}
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/package.json",
          `{
  "name": "hello-impl",
  "version": "1.1.0",
  "files": ["dist/*.js", "dist/crate-interface.json"],
  "scripts": {
    "prepack": "crate-interface symbols --write"
  },
  "crate-interface": {
    "symbols": "./dist/crate-interface.json"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI3009",
      "The importing file is not in the build",
      "A file that calls an interface was loaded, and it belongs to a package that the package being built does not depend on. Mostly the wrong package is being built: the bundler runs in the root of a workspace, or the option `root` names another package.",
      "Each program is linked from one package, the root: its dependencies are what implementations are looked for in, and its `package.json` selects them. Files of other packages are not read, so nobody has looked at what they call.",
      [
        "Run the bundler in the application's own directory, or name that directory with the option `root` of the plugin.",
        "If the file is a part of the program, add its package to the `dependencies` of the package being built.",
      ],
      [
        new Example(
          "vite.config.ts",
          `import crateInterface from "crate-interface/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [crateInterface()] });
`,
        ),
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world", 123));
`,
        ),
      ],
      [
        new Example(
          "vite.config.ts",
          `import crateInterface from "crate-interface/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [crateInterface({ root: "packages/app" })] });
`,
        ),
      ],
    ),
  ];
}
