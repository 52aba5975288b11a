import { Example, Page } from "./page.ts";

// The pages of CI1xxx: the macros of one file.

/** The explanations of CI1xxx, in the order of the codes. */
export function macroPages(): Page[] {
  return [
    new Page(
      "CI1001",
      "A macro is used as a value",
      "The name of a macro stands where only its call may stand: it is stored, passed on or exported, or the file reaches `crate-interface/macro` by a namespace import, a default import, `import()`, `require` or a re-export.",
      "Macros are replaced when the program is built. The build finds them by the names under which a file imports them, and replaces each whole call. At run time there is nothing left that a variable could hold.",
      [
        "Import the macro by name in every file that uses it, and call it there.",
        "To pass on a member of an interface, write `use_interface(HelloIf.hello)`: that is the linked function itself.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

const call = call_interface;
call(HelloIf.hello("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));

const hello = use_interface(HelloIf.hello);
hello("world");
`,
        ),
      ],
    ),
    new Page(
      "CI1002",
      "`def_interface` is misplaced",
      "`def_interface` is called somewhere else than as the initializer of an exported `const` at the top level of a file.",
      "The name of the `const` is the name of the interface, and the export is how other packages refer to it. A `let`, a constant inside a function or one that is not exported gives nobody that name.",
      [
        "Define the interface as `export const HelloIf = def_interface<HelloIf>()` at the top level. An export list does as well, as long as it keeps the name: `export { HelloIf }`.",
      ],
      [
        new Example(
          "packages/hello-if/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string): string;
}
const HelloIf = def_interface<HelloIf>();
`,
        ),
      ],
      [
        new Example(
          "packages/hello-if/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string): string;
}
export const HelloIf = def_interface<HelloIf>();
`,
        ),
      ],
    ),
    new Page(
      "CI1003",
      "`impl_interface` is misplaced",
      "`impl_interface` is called inside a function, a block or an expression.",
      "Implementations are linked when the program is built, before any of its code runs. An implementation that depended on an `if` or on a call would not mean what it says: it would always be there.",
      [
        "Make it a statement of its own at the top level of the file.",
        'For an implementation that is meant for some builds only, use the option `conditions`, as in `{ conditions: ["browser"] }`.',
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

if (typeof window !== "undefined") {
  impl_interface(HelloIf, {
    hello(name) {
      return "Hello, " + name;
    },
  });
}
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(
  HelloIf,
  {
    hello(name) {
      return "Hello, " + name;
    },
  },
  { conditions: ["browser"] },
);
`,
        ),
      ],
    ),
    new Page(
      "CI1004",
      "Not a reference to an interface",
      "A macro was given something else than an interface: a call, a default import, a type-only import, a variable, an object.",
      "The build must know from the source alone which interface is meant. It knows a name that is imported, a member of a namespace import (`api.HelloIf`), and a definition in the same file.",
      [
        "Import the interface by name, and not with `import type`.",
        "If the module exports the interface as `default`, export it by name as well.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import HelloIf from "hello-if";

call_interface(HelloIf.hello("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));
`,
        ),
      ],
    ),
    new Page(
      "CI1005",
      "Unsupported member of an implementation",
      "An implementation, or the `defaults` of a definition, contains something that cannot become a linked member: a spread, a computed key, a fraction or a number above 4294967295 as a key, a getter or setter, or in a class an instance member, a constructor, a private or an abstract one.",
      "Each member becomes an export of its own, so that callers import exactly the function they call. Its name and its value must therefore stand in the source, one by one.",
      [
        "Name the members one by one. A member may be a method, `name: value`, or just `name` for a function declared or imported in the file.",
        "Replace a getter by a function, or by a constant if its value never changes.",
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
import * as greetings from "./greetings.js";

impl_interface(HelloIf, { ...greetings });
`,
        ),
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
import { hello } from "./greetings.js";

impl_interface(HelloIf, { hello });
`,
        ),
      ],
    ),
    new Page(
      "CI1006",
      "`this` or `super` in a member",
      "A member uses `this` by itself, writes to it, reads a computed member of it, or uses `super`; or a class reaches its own members by its name where only `this.member` is understood.",
      "Members are linked as plain functions and called without an object, so there is no receiver. One form is understood: `this.member` means the linked member of that name, as `Self::member` does in Rust, whoever implements it.",
      [
        "Keep state in variables of the module.",
        "Pass an object on which a member works as a parameter.",
        "In a function inside the member that has a `this` of its own, nothing changes: only the member's own `this` is concerned.",
      ],
      [
        new Example(
          "packages/counter-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { CounterIf } from "counter-if";

impl_interface(CounterIf, {
  next() {
    this.count += 1;
    return this.count;
  },
});
`,
        ),
      ],
      [
        new Example(
          "packages/counter-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { CounterIf } from "counter-if";

let count = 0;

impl_interface(CounterIf, {
  next() {
    count += 1;
    return count;
  },
});
`,
        ),
      ],
    ),
    new Page(
      "CI1007",
      "Unknown, duplicate or unreadable option",
      "A macro was given an option that it does not have, the same option twice, or one whose value is not written out at the call.",
      "Options decide what is linked with what. They are read from the source when the program is built, without running it, so a variable has no value yet.",
      [
        "Write the options as an object literal and their values as literals, right in the call.",
        "Check the name: `def_interface` has `namespace` and `defaults`, `impl_interface` has `namespace` and `conditions`, `call_interface` and `use_interface` have `namespace`.",
      ],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

const name = "Mall";
export const HelloIf = def_interface<{ hello(): string }>({ namespace: name });
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
      ],
    ),
    new Page(
      "CI1008",
      "Bad namespace",
      "The `namespace` option is a string, but not an identifier of ASCII letters, digits, `_` and `$`.",
      "A namespace becomes part of the symbols that are linked, of module names and of file names. Every tool in the chain must read it the same way.",
      [
        "Choose an identifier, and use the same one wherever the interface is defined, implemented and called.",
        "Leave out the option for an interface without namespace; an empty string is not the same.",
      ],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>({ namespace: "shopping-mall" });
`,
        ),
      ],
      [
        new Example(
          "packages/mall/src/index.ts",
          `import { def_interface } from "crate-interface/macro";

export const HelloIf = def_interface<{ hello(): string }>({ namespace: "ShoppingMall" });
`,
        ),
      ],
    ),
    new Page(
      "CI1009",
      "Malformed macro call",
      "A macro is called in a form that does not exist: with too few or too many arguments, with a spread where the interface is expected, with an optional call or member (`?.`), with a computed member, or with a pattern that is not a plain list of members.",
      "Each call is replaced by an import of exactly the members it names. What it names must be readable from the source, and a linked member is always there, so that `?.` and default values would never take effect.",
      [
        'Call a member as `call_interface(HelloIf.hello(a, b))` or `call_interface(HelloIf.hello, a, b)`. Options come first: `call_interface({ namespace: "Mall" }, HelloIf.hello(a))`.',
        "Use members as `use_interface(HelloIf.hello)`, `const { hello, greet: g } = use_interface(HelloIf)` or `use_interface(HelloIf)`.",
        "To choose a member while the program runs, index the object: `use_interface(HelloIf)[name]`.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.greet?.("world"));
call_interface(HelloIf["hello"]("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.greet("world"));
call_interface(HelloIf.hello("world"));
`,
        ),
      ],
    ),
    new Page(
      "CI1010",
      "Local alias of an interface",
      "A variable that holds an interface was given to a macro.",
      "Interfaces are linked by name when the program is built. The build does not follow the values of variables, because it could follow some and not others; the name in the source counts.",
      [
        "Refer to the interface by the name under which it is imported or defined.",
        'For a shorter name, rename the import: `import { HelloIf as H } from "hello-if"`.',
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

const H = HelloIf;
call_interface(H.hello("world"));
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf as H } from "hello-if";

call_interface(H.hello("world"));
`,
        ),
      ],
    ),
    new Page(
      "CI1011",
      "Duplicate member",
      "A member is given twice: in one implementation, in one list of defaults, or in two implementations of the same interface in one file.",
      "Each member becomes one export with one name. In an object literal the last of two would win silently; here it is an error.",
      ["Remove one of the two, or move the second implementation to a package of its own."],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello: (name) => "Hello, " + name,
  hello: (name) => "Good morning, " + name,
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
});
`,
        ),
      ],
    ),
    new Page(
      "CI1012",
      "The file cannot be parsed",
      "A file that uses the macros is not valid JavaScript or TypeScript. The message is that of the parser.",
      "Macros are found in the syntax of a file. Where there is none, nothing can be expanded, and an implementation in the file would silently be missing from the link.",
      [
        "Correct the syntax at the place shown.",
        "If the syntax is right, check the extension of the file, which decides how it is parsed: JSX needs `.jsx` or `.tsx`, types need `.ts`, `.mts`, `.cts` or `.tsx`.",
        "If the file is not part of the program, name it in the option `exclude`.",
      ],
      [
        new Example(
          "packages/hello-impl/src/index.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name) {
    return "Hello, " + name;
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
  hello(name) {
    return "Hello, " + name;
  },
});
`,
        ),
      ],
    ),
    new Page(
      "CI1013",
      "A member of an interface is reached without a macro",
      "A file calls `HelloIf.hello(...)`, reads `HelloIf.hello`, creates `new HelloIf.Box()` or takes members out of `HelloIf` by a pattern, and no macro is around it. The type checker accepts that, because an interface has the type of its members.",
      "At run time an interface is an empty object that only knows its own name, `HelloIf.interface`: which function a member is was decided when the program was built, and only where a macro names the member. Without one it is `undefined`.",
      [
        "Call the member through the macro: `call_interface(HelloIf.hello(a, b))`.",
        "For the member as a value or a class, write `use_interface(HelloIf.hello)` or `new (use_interface(HelloIf.Box))()`; for several members, `const { hello, greet } = use_interface(HelloIf)`.",
        "In the markup of a Vue or Svelte component nothing is expanded: write `const hello = use_interface(HelloIf.hello)` in the script, and use `hello` in the markup.",
        "To replace a member, implement it: interfaces cannot be assigned to.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));
HelloIf.greet("world");
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

call_interface(HelloIf.hello("world"));
call_interface(HelloIf.greet("world"));
`,
        ),
      ],
    ),
  ];
}
