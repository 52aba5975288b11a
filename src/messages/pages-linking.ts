import { Example, Page } from "./page.ts";

// The pages of CI2xxx: linking.

/** The explanations of CI2xxx, in the order of the codes. */
export function linkingPages(): Page[] {
  return [
    new Page(
      "CI2001",
      "No implementation",
      "An interface is called, but no package that the program depends on implements it, and the members called have no default.",
      "The build turns each call into an import of the implementing function. Here there is no function to import.",
      [
        "Add a package that implements the interface to the dependencies of the package being built. It need not be imported anywhere.",
        "Implement the interface in the package being built.",
        "Give the members defaults where the interface is defined.",
        "If the notes name a package that is listed and not installed, install it.",
        "If the notes name an implementation that was found, they also say why it does not count.",
        "If conditions that are not active are platforms of Metro, such as `ios`, check each platform by itself, with `crate-interface check --platform ios`.",
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "hello-if": "1.0.0"
  }
}
`,
        ),
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "hello-if": "1.0.0",
    "hello-impl": "1.0.0"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI2002",
      "Several implementations",
      "More than one package, or file, that the program depends on implements the interface, and nothing says which one is meant.",
      "One program has one implementation of an interface. Choosing by order of dependencies would change the program when somebody sorts a list.",
      [
        "Remove the dependency that is not wanted. The chains show what brings in each.",
        "Choose one under `implementations` in the package.json of the package being built.",
        "If each is meant for other builds, give them `conditions`: one whose conditions are active comes before one without any.",
        "If one is build output of the other, leave its folder out with the option `exclude`, and with `--exclude` on the command line.",
        "If their files are named after platforms, such as `hello.ios.ts`, Metro takes one for each platform: check each by itself, with `crate-interface check --platform ios`. To other bundlers such names mean nothing; leave the files out as above.",
        "If `implementations` selects by condition, add a `default` for builds in which none of its conditions is active.",
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "log-if": "1.0.0",
    "log-console": "1.0.0",
    "log-file": "1.0.0"
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
    "log-if": "1.0.0",
    "log-console": "1.0.0",
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
      "CI2003",
      "Members are missing",
      "The implementation leaves out members of the interface for which the definition has no default.",
      "Every member that is not optional must be there for every caller, also for those of packages that are added later.",
      [
        "Implement the members.",
        "If an implementation may well leave them out, make them optional in the interface and give them a default.",
      ],
      [
        new Example(
          "packages/hello-if/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string): string;
  goodbye(name: string): string;
}
export const HelloIf = def_interface<HelloIf>();
`,
        ),
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello: (name) => "Hello, " + name,
});
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello: (name) => "Hello, " + name,
  goodbye: (name) => "Goodbye, " + name,
});
`,
        ),
      ],
    ),
    new Page(
      "CI2004",
      "Unknown member",
      "A call names a member that the interface does not declare, or, where no types declare members, one that the implementation lacks but for its spelling.",
      "The type checker reports this as well; the linker says it also where no types are checked, as in JavaScript or a build that only strips types.",
      [
        "Correct the name. The message names a similar one where there is one.",
        "Declare the member in the interface, and implement it.",
      ],
      [
        new Example(
          "packages/app/src/main.js",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.helo("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.js",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));
`,
        ),
      ],
    ),
    new Page(
      "CI2005",
      "Ambiguous or duplicate definition",
      "A name stands for more than one interface: a package defines it twice, or a package uses it that depends on several packages defining it.",
      "A call is linked by the name of the interface. For each package, a name means: the only interface of that name; else the package's own; else that of the only package among its dependencies that defines one. Here none of these decides.",
      [
        "Give one of the interfaces a `namespace`, and use it in every definition, implementation and call of that interface.",
        "If two versions of one package are installed, make the dependencies agree on one. Two versions are fine as long as no single package sees both: if one calls both, move the calls of one of them to a package of their own.",
        "If the name is reached through another package, and unrelated packages define it as well, add the package that is meant to the dependencies.",
        "If one package defines the name twice, rename one of the two.",
      ],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>();
`,
        ),
        new Example(
          "packages/restaurant/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>();
`,
        ),
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf as Mall } from "mall";
import { HelloIf as Restaurant } from "restaurant";

call_interface(Mall.hello());
call_interface(Restaurant.hello());
`,
        ),
      ],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>({ namespace: "Mall" });
`,
        ),
        new Example(
          "packages/restaurant/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>();
`,
        ),
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf as Mall } from "mall";
import { HelloIf as Restaurant } from "restaurant";

call_interface({ namespace: "Mall" }, Mall.hello());
call_interface(Restaurant.hello());
`,
        ),
      ],
    ),
    new Page(
      "CI2006",
      "Unknown interface",
      "An interface is implemented or called that no package of the program defines.",
      'The imported name counts, not the local one. A definition is found in the package being built and in the packages it depends on, if they are source packages or have a `"crate-interface"` key in their package.json. An interface of the same name in a package that has nothing to do with the import is another one.',
      [
        "Correct the name in the import.",
        "Add the package that defines the interface to the dependencies.",
        "If a barrel exports the interface under another name, export it under its own.",
        'If the package is installed and its definition is not seen, it must publish a symbol table: `"crate-interface": { "symbols": "./dist/crate-interface.json" }` in its package.json, and a build with the plugin, or `crate-interface symbols --write`.',
        "If the package is listed and not installed, install it.",
      ],
      [
        new Example(
          "packages/api/src/index.ts",
          `export { HelloIf as GreetingIf } from "hello-if";
`,
        ),
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { GreetingIf } from "api";

impl_interface(GreetingIf, {
  hello: (name) => "Hello, " + name,
});
`,
        ),
      ],
      [
        new Example(
          "packages/api/src/index.ts",
          `export { HelloIf } from "hello-if";
`,
        ),
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "api";

impl_interface(HelloIf, {
  hello: (name) => "Hello, " + name,
});
`,
        ),
      ],
    ),
    new Page(
      "CI2007",
      "Namespace mismatch",
      "An implementation or a call names an interface that exists, but in another namespace, or without one.",
      "The namespace is part of an interface's name. It stands in the definition, and each implementation and each call repeats it, so that a file can be read, and expanded, without reading others.",
      ["Use the namespace of the definition: add the option, correct it, or leave it out."],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>({ namespace: "Mall" });
`,
        ),
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "mall";

call_interface(HelloIf.hello());
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "mall";

call_interface({ namespace: "Mall" }, HelloIf.hello());
`,
        ),
      ],
    ),
    new Page(
      "CI2008",
      "Implementation not selectable",
      "The interface belongs to a facade. An implementation of it is in the dependency tree, but the package being built does not list that implementation itself.",
      "Of a facade, the package being built chooses the implementation by depending on it. A library deep in the tree must not choose for the whole program.",
      [
        "Add the implementing package to the `dependencies` of the package being built. For a production build `devDependencies` do not count.",
        "Choose another implementation of the facade and add that one.",
        "A build for production warns where a default is linked in place of what is listed in `devDependencies`. If that is meant, select it for `development` under `implementations`, or the facade itself, which means its default.",
      ],
      [
        new Example(
          "packages/log/package.json",
          `{
  "name": "log",
  "version": "1.0.0",
  "crate-interface": {
    "facade": true
  }
}
`,
        ),
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "log": "1.0.0",
    "framework-with-log-pino": "1.0.0"
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
    "log": "1.0.0",
    "log-pino": "1.0.0",
    "framework-with-log-pino": "1.0.0"
  }
}
`,
        ),
      ],
    ),
    new Page(
      "CI2009",
      "Selected implementation not found",
      "`implementations`, in the package.json of the package being built or in the plugin's options, names a package or file that does not implement the interface, or an interface that nobody defines.",
      "An explicit selection is taken at its word. Falling back to another implementation would hide that the one asked for is not there.",
      [
        "Correct the name. The message names similar ones where there are any.",
        "Make sure that the package is a dependency and installed, or that the file is in the package and is scanned.",
        "Name the facade itself if its default is meant.",
        "Remove the selection if it is no longer needed.",
      ],
      [
        new Example(
          "packages/app/package.json",
          `{
  "name": "app",
  "dependencies": {
    "log-if": "1.0.0",
    "log-file": "1.0.0"
  },
  "crate-interface": {
    "implementations": {
      "Log": "log-flie"
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
    "log-if": "1.0.0",
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
      "CI2010",
      "Extra member",
      "An implementation, or the defaults of a definition, have a member that the interface does not declare.",
      "Nobody can call such a member. Usually its name is misspelt, or the interface has changed and the implementation has not.",
      [
        "Correct the name. The message names a similar one where there is one.",
        "Declare the member in the interface.",
        "Remove it; a function that only the implementation needs is an ordinary function of its file.",
      ],
      [
        new Example(
          "packages/hello-impl/src/index.js",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name) {
    return this.prefix() + name;
  },
  prefix() {
    return "Hello, ";
  },
});
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/src/index.js",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

function prefix() {
  return "Hello, ";
}

impl_interface(HelloIf, {
  hello(name) {
    return prefix() + name;
  },
});
`,
        ),
      ],
    ),
    new Page(
      "CI2011",
      "Slot is empty",
      "The program called a member of an interface that is listed in the option `dynamic`, before an implementation was loaded.",
      "A dynamic interface is not linked to an implementation but to a slot, which `load_interface` fills while the program runs. Until then there is nothing to call.",
      [
        "Wait for `load_interface` before the first call.",
        "If the implementation is known when the program is built, remove the interface from `dynamic`: it is then linked like any other.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { load_interface } from "crate-interface/dynamic";
import { call_interface } from "crate-interface/macro";
import { PluginIf } from "plugin-if";

load_interface(PluginIf, () => import("./plugin.js"));
call_interface(PluginIf.start());
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { load_interface } from "crate-interface/dynamic";
import { call_interface } from "crate-interface/macro";
import { PluginIf } from "plugin-if";

await load_interface(PluginIf, () => import("./plugin.js"));
call_interface(PluginIf.start());
`,
        ),
      ],
    ),
    new Page(
      "CI2012",
      "An implementation runs before what it needs",
      "While it is being loaded, an implementation uses a class or constant of the package that defines the interface: it extends the class, or computes something from the constant. But that package's entry evaluates a calling module first, the call leads to the implementation, and so the implementation runs before the class or constant exists. The program would fail with `Cannot access 'Base' before initialization` or `Class extends value undefined`. Or the other way about: a module calls a member while it is being loaded, and the implementation, which imports that module, waits for it and has not run. To `check` what certainly fails is an error; builds warn of it where it fails whichever file of the package being built comes first, but for Vite's dev server, which does not look.",
      "Modules are evaluated in the order of their imports and re-exports. A definition imports nothing, so defining, implementing and calling make no cycle by themselves; an entry that re-exports a calling module before the class closes one.",
      [
        "In the entry, re-export the class or constant before any module that calls the interface.",
        "Or move the calling module out of that package.",
        "Or put the class into a module with an entry of its own (`hello-if/base`), and let the implementation import that.",
        "Call members in functions, rather than while modules are loaded, in what implementations import.",
        "In a package that is published, keep a file of output for each source file, in Vite and Rollup with `preserveModules`: where the class and the calling module are in one file, no order helps.",
      ],
      [
        new Example(
          "packages/hello-if/src/index.ts",
          `export * from "./greet-all.js"; // calls HelloIf
export { Base } from "./base.js";
export { HelloIf } from "./hello-if.js";
`,
        ),
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { Base, HelloIf } from "hello-if";

class Friendly extends Base {}

impl_interface(HelloIf, {
  hello: (name) => new Friendly().greet(name),
});
`,
        ),
      ],
      [
        new Example(
          "packages/hello-if/src/index.ts",
          `export { Base } from "./base.js";
export { HelloIf } from "./hello-if.js";
export * from "./greet-all.js"; // calls HelloIf
`,
        ),
      ],
    ),
    new Page(
      "CI2013",
      "The program was not linked",
      "A macro was executed, or a module `crate-interface/link/...` was loaded as it is. The build step that expands the macros and links the calls did not run on this file.",
      "The macros exist for the type checker only. A build, a dev server or a loader replaces them before the program runs; without it there is no implementation to call.",
      [
        "Bundlers: add the plugin to the configuration. `crate-interface/vite`, `/rollup`, `/rolldown`, `/webpack`, `/rspack` and `/esbuild` expand and link.",
        'Jest: `preset: "crate-interface/jest"` in jest.config.js expands and links. A configuration with a `transform` names `"crate-interface/jest"` there, and the transformer in its options; one with a `resolver` makes it by `createResolver` of `crate-interface/jest`.',
        'Metro: `plugins: ["crate-interface/babel"]` in babel.config.js expands, and `withCrateInterface(config)` from `crate-interface/metro` in metro.config.js links.',
        'Babel elsewhere: `plugins: ["crate-interface/babel"]`, or `["macros"]` with babel-plugin-macros, expands. Write it in babel.config.js: a `.babelrc` holds for the files of one package only, and those of the others stay as they are.',
        'SWC (@swc/cli, Next.js): `["crate-interface/swc", {}]` in `jsc.experimental.plugins`, or in `experimental.swcPlugins` of next.config.ts, expands.',
        "Babel and SWC link nothing. Where no plugin, preset or resolver of the above does, write the link modules with `crate-interface link --out-dir .crate-interface`, and alias `crate-interface/link/*` and `crate-interface/object/*` to the folders `link` and `object` in it.",
        "If the plugin is there, check that the file belongs to a source package: a published package must be expanded before it is published.",
        "If a dependency runs outside the bundle, as with externals of a server build, let the bundler include it.",
      ],
      [
        new Example(
          "packages/app/vite.config.ts",
          `import { defineConfig } from "vite";

export default defineConfig({});
`,
        ),
      ],
      [
        new Example(
          "packages/app/vite.config.ts",
          `import crateInterface from "crate-interface/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [crateInterface()] });
`,
        ),
      ],
    ),
    new Page(
      "CI2014",
      "Two interfaces share one link file",
      "`crate-interface link` writes a file per interface, named after it. Two interfaces would have the same file: they have the same name, or names that differ only in upper and lower case.",
      "Tools without a plugin find the file by the name alone. They cannot ask who imports it, as the plugins do, and many file systems ignore case.",
      [
        "Give one of the interfaces a namespace, in its definition, its implementation and its calls.",
        "Or use a plugin where there is one: it tells interfaces of one name apart.",
      ],
      [
        new Example(
          "packages/shop/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const LogIf = def_interface<{ log(text: string): void }>();
export const LOGIF = def_interface<{ log(text: string): void }>();
`,
        ),
      ],
      [
        new Example(
          "packages/shop/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const LogIf = def_interface<{ log(text: string): void }>();
export const LOGIF = def_interface<{ log(text: string): void }>({ namespace: "Old" });
`,
        ),
      ],
    ),
    new Page(
      "CI2015",
      "A package is linked from source and imported from its output",
      "In a workspace, an implementation is linked from the source of its package. But importing the package by its name gives what was built of it, because its `exports` say so. A program that does both has two copies of the module. Only `crate-interface check` finds this.",
      "Functions work the same in either copy, but a variable of the module, such as a cache or a connection, exists twice: what one copy sets the other does not see.",
      [
        "Let `exports` lead to the source, and give what is published its own: pnpm and Yarn take `exports` from `publishConfig`; npm does not.",
        "Or put the source first, under a condition that your builds have and those of others do not, such as `@acme/source`; every dev server has `development`.",
        "Or do not import the package by name where it is linked.",
      ],
      [
        new Example(
          "packages/hello-impl/package.json",
          `{
  "name": "hello-impl",
  "exports": "./dist/index.js"
}
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/package.json",
          `{
  "name": "hello-impl",
  "exports": "./src/index.ts",
  "publishConfig": {
    "exports": "./dist/index.js"
  }
}
`,
        ),
      ],
    ),
  ];
}
