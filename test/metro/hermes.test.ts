import { expect, test } from "vitest";
import { bundle } from "./metro.ts";
import { projectOf } from "./project.ts";

test("JavaScript with JSX that hermes-parser has parsed, as in React Native", async () => {
  using tree = projectOf({
    "hello-if": {
      manifest: { exports: "./src/index.js" },
      files: {
        "src/index.js": `
          import { def_interface } from "crate-interface/macro";
          export const HelloIf = def_interface({
            defaults: { twice(name) { return this.hello(name) + this.hello(name); } },
          });
        `,
      },
    },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: {
        "src/index.js": `
          import { impl_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          impl_interface(HelloIf, { hello: (name) => "Hello, " + name + "!" });
        `,
      },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.js": `
          import { call_interface, use_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          const { hello } = use_interface(HelloIf);
          const React = { createElement: (type, props) => type(props) };
          const Greeting = ({ name }) => call_interface(HelloIf.twice(name));
          console.log(<Greeting name="JSX" />, hello("you"));
        `,
      },
    },
  });
  const config = { transformer: { hermesParser: true } };
  const { printed } = await bundle(tree, { config, entry: "src/main.js" });
  expect(printed).toEqual(["Hello, JSX!Hello, JSX! Hello, you!"]);
});
