import { type Override, override_interface } from "crate-interface/testing";
import { AllocIf, HelloIf, ListIf, ParseIf } from "./interfaces.ts";
import { type_of } from "./type-of.ts";

// Any of the members, their parameters inferred, optional or not.
override_interface(HelloIf, {});
override_interface(HelloIf, { hello: (name, id) => name.repeat(id) });
override_interface(HelloIf, {
  greet(name) {
    return name.toUpperCase();
  },
});
override_interface(ListIf, { id: (value) => value });
override_interface(ParseIf, { parse: (() => 1) as unknown as ParseIf["parse"] });
override_interface(AllocIf, { pageSize: 1, limits: { max: 2 } });

// An object with state, functions as its methods.
class Fake {
  names: string[] = [];
  hello(name: string): string {
    this.names.push(name);
    return name;
  }
}
override_interface(HelloIf, new Fake());

// What it replaces, by a function.
override_interface(HelloIf, (original) => {
  type_of(original).is<{
    readonly hello: (name: string, id: number) => string;
    readonly greet: (name: string) => string;
  }>();
  return { hello: (name, id) => original.hello(name, id) + original.greet(name) };
});

// Until the end of a block, or of the test.
{
  using override = override_interface(HelloIf, { hello: () => "" });
  type_of(override).is<Override>();
  type_of(override.active).is<boolean>();
  override.restore();
}
