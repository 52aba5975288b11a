import { expect, test } from "vitest";
import { hello, project, projectOf } from "./project.ts";
import { DevServer } from "./server.ts";

test("a running program is linked again when linking changes", async () => {
  using tree = project({ "src/index.ts": hello("first") }, { files: { "src/rest.ts": "" } });
  const server = await DevServer.start(tree);
  try {
    expect(await server.load()).toBe("first");
    await server.connect();

    // Edit.
    tree.write("packages/hello-impl/src/index.ts", hello("second"));
    expect(await server.updated()).toEqual([expect.stringContaining('"second"')]);
    expect(await server.load()).toBe("second");

    // A more specific file, to which nothing leads but linking. The caller is sent with it.
    tree.write("packages/hello-impl/src/index.ios.ts", hello("specific"));
    const [added, caller] = await server.updated();
    expect(added).toContain('"specific"');
    expect(caller).toContain("crate-interface/link/HelloIf");
    expect(await server.load()).toBe("specific");

    // Delete it.
    tree.remove("packages/hello-impl/src/index.ios.ts");
    await server.updated();
    expect(await server.load()).toBe("second");

    // Delete the last one.
    tree.remove("packages/hello-impl/src/index.ts");
    await server.failed("error[CI2001]");

    // Add one, in a file and a folder that were not there.
    tree.write("packages/hello-impl/src/new/other.ts", hello("third"));
    await server.updated();
    expect(await server.load()).toBe("third");

    // A second one beside it.
    tree.write("packages/hello-impl/src/fourth.ts", hello("fourth"));
    await server.failed("error[CI2002]");

    // Select one in package.json.
    tree.write("packages/app/package.json", {
      name: "app",
      dependencies: { "hello-if": "*", "hello-impl": "*" },
      "crate-interface": { implementations: { HelloIf: "./src/own.ts" } },
    });
    tree.write("packages/app/src/own.ts", hello("own"));
    await server.updated();
    expect(await server.load()).toBe("own");
  } finally {
    await server.close();
  }
});

test("a generated module follows what it is made from", async () => {
  const definition = (defaults: string): string => `
    import { def_interface } from "crate-interface/macro";
    export interface HelloIf { hello(): string; name?(): string }
    export const HelloIf = def_interface<HelloIf>({ defaults: { ${defaults} } });
  `;
  using tree = projectOf({
    "hello-if": { files: { "src/index.ts": definition(`name: () => "default"`) } },
    app: {
      dependencies: ["hello-if"],
      files: {
        "src/main.ts": `
          import { use_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          const { hello, name } = use_interface(HelloIf);
          console.log(hello(), name());
        `,
        "src/hello.ts": hello("first"),
      },
    },
  });
  const server = await DevServer.start(tree);
  try {
    expect(await server.load()).toBe("first default");
    await server.connect();

    // It provides everything: the generated module is gone.
    const both = hello("second").replace("hello:", `name: () => "own", hello:`);
    tree.write("packages/app/src/hello.ts", both);
    await server.until("second own");

    // It does so no longer, in another file.
    tree.remove("packages/app/src/hello.ts");
    tree.write("packages/app/src/moved.ts", hello("third"));
    await server.until("third default");
  } finally {
    await server.close();
  }
});
