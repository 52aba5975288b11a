import { expect, test } from "vitest";
import { hello, project } from "./project.ts";
import { DevServer } from "./server.ts";

test("a running program is linked again when linking changes", async () => {
  using tree = project({ "src/index.ts": hello("first") });
  const server = await DevServer.start(tree);
  try {
    expect(await server.load()).toBe("first");
    await server.connect();
    let t = Date.now();
    const lap = (s: string) => {
      console.log(s, Date.now() - t);
      t = Date.now();
    };

    tree.write("packages/hello-impl/src/index.ts", hello("second"));
    await server.updated();
    expect(await server.load()).toBe("second");
    lap("edit");
    tree.write("packages/hello-impl/src/index.ios.ts", hello("ios"));
    console.log(JSON.stringify(await server.updated()).slice(0, 900));
    expect(await server.load()).toBe("ios");
    lap("add");
    tree.remove("packages/hello-impl/src/index.ios.ts");
    await server.updated();
    expect(await server.load()).toBe("second");
    lap("rm");
    tree.remove("packages/hello-impl/src/index.ts");
    console.log((await server.next("error")).body);
    lap("rm2");
    tree.write("packages/hello-impl/src/new/thing.ts", hello("moved"));
    await server.updated();
    expect(await server.load()).toBe("moved");
    lap("again");
  } finally {
    await server.close();
  }
});
