import { def_interface } from "crate-interface/macro";

/** What a program can say. Whoever builds the program decides in which words. */
export interface HelloIf {
  hello(name: string, id: number): string;
  /** A default for implementations that do not care. */
  greet?(name: string): string;
}

export const HelloIf = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      return `${this.hello(name, 0)} How do you do?`;
    },
  },
});
