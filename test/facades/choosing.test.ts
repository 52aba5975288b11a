import { describe, expect, test } from "vitest";
import { APP, attack, implementing, LOGGER, manifest, SPAN, table, UNDECIDED } from "./attack.ts";

// A dependency that somebody has taken over wants to be what the program is linked to. Of a facade
// only the package being built decides, and only by what it lists itself. Each test is a way to get
// around that, with the threat that it is about.

const CONSOLE = "app/node_modules/log-stdout/index.ts";

const evil = { "evil@1.0.0/package.json": manifest(), "evil@1.0.0/index.ts": LOGGER };

describe("a package deep in the tree implements the program's facade", () => {
  test("by implementing it: whoever logs would run the attacker's code", () => {
    using chosen = attack({ published: evil });
    expect(chosen.target()).toBe(CONSOLE);
    expect(chosen.errors).toEqual([]);
    // That `lib` has started to bring a logger is not kept silent.
    expect(chosen.warnings).toEqual(["CI3005"]);
    using undecided = attack({ published: evil, app: UNDECIDED });
    expect(undecided.target()).toBe("CI2008");
  });

  test("by saying `facadeImpl`, which declares and does not select", () => {
    const says = { ...evil, "evil@1.0.0/package.json": manifest({ facadeImpl: ["log"] }) };
    using chosen = attack({ published: says });
    expect(chosen.target()).toBe(CONSOLE);
    using undecided = attack({ published: says, app: UNDECIDED });
    expect(undecided.target()).toBe("CI2008");
  });

  test("by `implementations` of its own, which count where it is what is built", () => {
    const selects = { implementations: { Logger: "evil", "log#Logger": "./index.ts" } };
    const says = { ...evil, "evil@1.0.0/package.json": manifest(selects) };
    using chosen = attack({ published: says });
    expect(chosen.target()).toBe(CONSOLE);
    expect(chosen.errors).toEqual([]);
    using undecided = attack({ published: says, app: UNDECIDED });
    expect(undecided.target()).toBe("CI2008");
  });

  test.each(["peerDependencies", "optionalDependencies"])(
    "by being among the %s of a dependency, which npm installs beside the root's own",
    (kind) => {
      const lib = { name: "lib", version: "1.0.0", [kind]: { evil: "^1.0.0" } };
      const published = { ...evil, "lib@1.0.0/package.json": lib };
      using chosen = attack({ published });
      expect(chosen.target()).toBe(CONSOLE);
      using undecided = attack({ published, app: UNDECIDED });
      expect(undecided.target()).toBe("CI2008");
    },
  );

  test("by an alias with the name of what the root has chosen", () => {
    const lib = { "log-stdout": "npm:evil@^1.0.0" };
    const published = {
      ...evil,
      "lib@1.0.0/package.json": { name: "lib", version: "1.0.0", dependencies: lib },
    };
    using chosen = attack({ published });
    expect(chosen.target()).toBe(CONSOLE);
    const selecting = {
      ...APP,
      "package.json": {
        ...(APP["package.json"] as object),
        "crate-interface": { implementations: { Logger: "log-stdout" } },
      },
    };
    using selected = attack({ published, app: selecting });
    expect(selected.target()).toBe(CONSOLE);
  });

  test("by its name: a package.json may say another one than it was published under", () => {
    const published = {
      ...evil,
      "evil@1.0.0/package.json": manifest({ facadeImpl: "log" }, { name: "log-stdout" }),
    };
    using chosen = attack({ published });
    expect(chosen.target()).toBe(CONSOLE);
    using undecided = attack({ published, app: UNDECIDED });
    expect(undecided.target()).toBe("CI2008");
  });

  test("by being bundled, in the `node_modules` that a package brings itself", () => {
    const bundled = "app/node_modules/lib/node_modules/log-stdout";
    using chosen = attack({
      published: {
        "lib@1.0.0/package.json": {
          name: "lib",
          version: "1.0.0",
          dependencies: { "log-stdout": "*" },
        },
      },
      disk: {
        [`${bundled}/package.json`]: manifest({}, { name: "log-stdout" }),
        [`${bundled}/index.ts`]: LOGGER,
        [`${bundled}/crate-interface.json`]: table({ implementations: [implementing()] }),
      },
    });
    expect(chosen.target()).toBe(CONSOLE);
  });

  test("by conditions: one with conditions comes before one without, but only a candidate", () => {
    const index = LOGGER.replace("{} });", '{} }, { conditions: ["node"] });');
    using chosen = attack({ published: { ...evil, "evil@1.0.0/index.ts": index } });
    expect(chosen.target()).toBe(CONSOLE);
  });

  test("by taking the place of a default, which is there for who has not chosen", () => {
    const app = {
      "package.json": {
        name: "app",
        dependencies: { clock: "^1.0.0", lib: "^1.0.0", telemetry: "^1.0.0" },
      },
      "main.ts":
        'import { call_interface } from "crate-interface/macro";\n' +
        'import { Clock } from "clock";\nimport { Telemetry } from "telemetry";\n\n' +
        "call_interface(Clock.now());\ncall_interface(Telemetry.event('start'));\n",
    };
    const index =
      'import { impl_interface } from "crate-interface/macro";\n' +
      'import { Clock } from "clock";\nimport { Telemetry } from "telemetry";\n\n' +
      "impl_interface(Clock, { now: () => 0 });\nimpl_interface(Telemetry, { event() {}, flush() {} });\n";
    const dependencies = { clock: "^1.0.0", telemetry: "^1.0.0" };
    using chosen = attack({
      app,
      published: {
        "evil@1.0.0/package.json": manifest({}, { dependencies }),
        "evil@1.0.0/index.ts": index,
      },
    });
    expect(chosen.target("Clock")).toBe("app/node_modules/clock-system/index.ts");
    expect(chosen.target("Telemetry")).toBe("app/node_modules/telemetry/index.ts");
    expect(chosen.errors).toEqual([]);
  });
});

describe("a package deep in the tree pretends to be the facade", () => {
  const copy = "app/node_modules/lib/node_modules/log";
  const member = (name: string): object => ({ name, optional: false, span: SPAN });
  const definition = {
    name: "Logger",
    namespace: null,
    members: [member("enabled"), member("log")],
    defaults: [],
    span: SPAN,
  };
  const log = (key: object, files: object): Record<string, unknown> => ({
    [`${copy}/package.json`]: manifest(key, { name: "log", dependencies: {} }),
    [`${copy}/index.ts`]: "",
    [`${copy}/crate-interface.json`]: table(files, { package: "log" }),
  });
  const lib = {
    ...evil,
    "lib@1.0.0/package.json": {
      name: "lib",
      version: "1.0.0",
      dependencies: { evil: "^1.0.0", log: "^1.0.0" },
    },
  };

  test("that is none: implementations of ordinary interfaces need not be listed", () => {
    using chosen = attack({
      published: lib,
      app: UNDECIDED,
      disk: log({ facade: false }, { definitions: [definition] }),
    });
    expect(chosen.target()).toBe("CI2008");
  });

  test("and brings defaults, which would be linked where nothing else is", () => {
    const defaults = ["enabled", "log"].map((name) => ({ name, kind: "function", span: SPAN }));
    using chosen = attack({
      published: lib,
      app: UNDECIDED,
      disk: log({ facade: true }, { definitions: [{ ...definition, defaults }] }),
    });
    expect(chosen.target()).toBe("CI2008");
    // What somebody calls who has the copy under that name is for that package to answer.
    expect(chosen.target("Logger", "app/node_modules/lib")).toBe(`${copy}/index.ts`);
  });

  test("and names a default, which would be linked where nothing else is", () => {
    using chosen = attack({
      published: lib,
      app: UNDECIDED,
      disk: log(
        { facade: true, defaultFacadeImpl: "./index.ts" },
        {
          definitions: [definition],
          implementations: [
            implementing(["enabled", "log"], {
              interface: { name: "Logger", namespace: null, source: null },
            }),
          ],
        },
      ),
    });
    expect(chosen.target()).toBe("CI2008");
  });

  test("under its name and version, for those who reach it through another package", () => {
    // The app imports `Logger` from a file of its own that re-exports what `lib` has from `log`.
    const app = {
      "package.json": { name: "app", dependencies: { "a-lib": "^1.0.0", metrics: "^1.0.0" } },
      "logger.ts": 'export { Logger } from "metrics";\n',
      "main.ts":
        'import { call_interface } from "crate-interface/macro";\nimport { Logger } from "./logger";\n\n' +
        'call_interface(Logger.log("info", "hello"));\n',
    };
    const bundled = "app/node_modules/a-lib/node_modules/log";
    const defaults = ["enabled", "log"].map((name) => ({ name, kind: "function", span: SPAN }));
    const disk = Object.fromEntries(
      Object.entries(log({ facade: true }, { definitions: [{ ...definition, defaults }] })).map(
        ([path, content]) => [path.replace(copy, bundled), content],
      ),
    );
    const published = {
      "a-lib@1.0.0/package.json": {
        name: "a-lib",
        version: "1.0.0",
        dependencies: { log: "^1.0.0" },
      },
    };
    using chosen = attack({ app, published, disk });
    expect(chosen.target()).toBe("CI2005");
  });

  test("by the name of its interface alone, in a package like `1og`", () => {
    const squat =
      'import { def_interface, impl_interface } from "crate-interface/macro";\n\n' +
      "interface Logger { enabled(level: string): boolean; log(level: string, message: string): void }\n" +
      "export const Logger = def_interface<Logger>({ defaults: {} });\n" +
      "impl_interface(Logger, { enabled: () => true, log: () => {} });\n";
    const published = {
      "evil@1.0.0/package.json": manifest({}, { dependencies: {} }),
      "evil@1.0.0/index.ts": squat,
    };
    using chosen = attack({ published });
    expect(chosen.target()).toBe(CONSOLE);
    expect(chosen.errors).toEqual([]);
  });

  test("by the name of its interface, where the facade itself cannot be read", () => {
    const published = {
      "evil@1.0.0/package.json": manifest({}, { dependencies: {} }),
      "evil@1.0.0/index.ts":
        'import { def_interface } from "crate-interface/macro";\n\n' +
        "export const Logger = def_interface<{ log?(): void }>({ defaults: { log() {} } });\n",
      "log@1.0.0/package.json": { name: "log", version: "1.0.0" },
    };
    using chosen = attack({ published, app: UNDECIDED });
    expect(chosen.errors).toEqual(["CI2006"]);
  });
});

describe("a symbol table speaks for others", () => {
  test("it says that it is that of another package", () => {
    const published = {
      ...evil,
      "evil@1.0.0/crate-interface.json": table(
        { implementations: [implementing()] },
        { package: "log-stdout", version: "1.0.0" },
      ),
    };
    using chosen = attack({ published });
    expect(chosen.target()).toBe(CONSOLE);
    expect(chosen.warnings).toContain("CI3008");
    expect(chosen.errors).toEqual([]);
  });

  test("it defines what another package defines: that is another interface", () => {
    const definition = { name: "Logger", namespace: null, members: null, defaults: [], span: SPAN };
    const published = {
      ...evil,
      "evil@1.0.0/crate-interface.json": table({
        definitions: [definition],
        implementations: [
          implementing(["enabled", "log"], {
            interface: { name: "Logger", namespace: null, source: "log" },
          }),
        ],
      }),
    };
    using chosen = attack({ published });
    expect(chosen.target()).toBe(CONSOLE);
    expect(chosen.errors).toEqual([]);
  });

  test("it calls members that are not there, to make a build of others fail where it is not asked", () => {
    const call = {
      interface: { name: "Logger", namespace: null, source: "log" },
      member: "nope",
      span: SPAN,
    };
    const published = { ...evil, "evil@1.0.0/crate-interface.json": table({ calls: [call] }) };
    using chosen = attack({ published });
    // It would fail: the call is in the program. It says whose it is.
    const [error] = chosen.linkage.diagnostics;
    expect(error.code).toBe("CI2004");
    expect(error.labels[0].span.file).toBe(chosen.tree.path("app/node_modules/evil/index.ts"));
  });
});
