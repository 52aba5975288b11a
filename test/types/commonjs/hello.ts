import { def_interface, type Interface, impl_interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string): string;
  greet?(name: string): string;
}
export const HelloIf: Interface<HelloIf> = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      return this.hello(name);
    },
  },
});

impl_interface(HelloIf, { hello: (name) => name.toUpperCase() });
impl_interface(HelloIf, { hello: () => 1 });
//                                     ^ Type 'number' is not assignable to type 'string'.
