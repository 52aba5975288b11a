import { expect, test } from "vitest";
import { bundle } from "./metro.ts";
import { hello, main, project } from "./project.ts";
import { DevServer } from "./server.ts";

test("link", async () => {
  using tree = project({ "src/index.android.ts": hello("a") });
  await bundle(tree).catch((e) => console.log(e.message, "\n---", e.stack, Object.keys(e)));
  const server = await DevServer.start(tree);
  try {
    console.log(await server.fetch());
    console.log(server.printed.join(""));
  } finally {
    await server.close();
  }
});
test("macro", async () => {
  using tree = project(
    { "src/index.ts": hello("a") },
    { files: { "src/main.ts": main.replace("HelloIf.hello()", "HelloIf") } },
  );
  await bundle(tree).catch((e) =>
    console.log(e.message, "\n---", e.stack, "\n--", e.snippet, Object.keys(e)),
  );
  const server = await DevServer.start(tree);
  try {
    console.log((await server.fetch()).body);
    console.log(server.printed.join(""));
  } finally {
    await server.close();
  }
});
