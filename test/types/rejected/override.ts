import { def_interface, type Interface } from "crate-interface/macro";
import { override_interface } from "crate-interface/testing";

interface HelloIf {
  hello(name: string, id: number): string;
  greet?(name: string): string;
  version: string;
}
const HelloIf: Interface<HelloIf> = def_interface<HelloIf>({ defaults: { greet: (name) => name } });

override_interface(HelloIf, { helo: () => "" });
//                            ^ Object literal may only specify known properties, and 'helo' does not exist in type 'Partial<NoInfer<HelloIf>> | ((original: Linked<NoInfer<HelloIf>>) => Partial<NoInfer<HelloIf>>)'.
override_interface(HelloIf, { hello: (name) => name.length });
//                            ^ Type '(name: string) => number' is not assignable to type '(name: string, id: number) => string'.
override_interface(HelloIf, { hello: (name: number) => String(name) });
//                            ^ Type '(name: number) => string' is not assignable to type '(name: string, id: number) => string'.
override_interface(HelloIf, { version: 1 });
//                            ^ Type 'number' is not assignable to type 'string'.
override_interface({}, { hello: () => "" });
//                 ^ Property '"~interface"' is missing in type '{}' but required in type 'InterfaceOf<unknown>'.
override_interface(HelloIf.hello, { hello: () => "" });
//                 ^ Argument of type '((name: string, id: number) => string) & FunctionMember' is not assignable to parameter of type 'InterfaceOf<unknown>'.
override_interface(HelloIf, (original) => ({ hello: original.hullo }));
//                                                           ^ Property 'hullo' does not exist on type 'Linked<NoInfer<HelloIf>>'. Did you mean 'hello'?
override_interface(HelloIf, () => ({ hello: () => 1 }));
//                          ^ The types returned by 'hello(...)' are incompatible between these types.
override_interface(HelloIf, () => ({ helo: () => "" }));
//                          ^ Type '{ helo: () => string; }' has no properties in common with type 'Partial<NoInfer<HelloIf>>'.
