import { expect, jest, test } from "@jest/globals";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { welcome } from "./welcome.ts";

test("welcomes with what is linked", () => {
  expect(welcome(["Ada", "Grace"])).toBe("Hello, Ada 1!\nHello, Grace 2!");
});

test("welcomes with what a test puts in its place", () => {
  const hello = jest.fn((name: string) => `Hi ${name}`);
  override_interface(HelloIf, { hello });
  expect(welcome(["Ada", "Grace"])).toBe("Hi Ada\nHi Grace");
  expect(hello).toHaveBeenLastCalledWith("Grace", 2);
});

test("which is over with that test", () => {
  expect(welcome(["Ada"])).toBe("Hello, Ada 1!");
});
