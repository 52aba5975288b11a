// A definition package that publishes declarations. Nothing is annotated: `tsc` writes the types.
import { def_interface, use_interface } from "crate-interface/macro";

export interface HelloIf {
  /** Says hello. */
  hello(name: string, id: number): string;
  greet?(name: string): string;
  id<T>(value: T): T;
  readonly Box: new <T>(value: T) => { value: T };
}
export const HelloIf = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      return this.hello(name, 0);
    },
  },
});
export const Hello = use_interface(HelloIf);
export const { hello, greet } = use_interface(HelloIf);
