import { def_interface, type Interface } from "crate-interface/macro";

interface HelloIf {
  hello(name: string): string;
  greet?(name: string): string;
}
interface PlainIf {
  run(): void;
}

export const Missing: Interface<HelloIf> = def_interface<HelloIf>();
//                                         ^ Expected 1 arguments, but got 0.
export const NoDefaults: Interface<HelloIf> = def_interface<HelloIf>({ namespace: "Mall" });
//                                                                   ^ Property 'defaults' is missing in type '{ namespace: string; }' but required in type 'DefinitionOptionsWithDefaults<HelloIf>'.
export const Incomplete: Interface<HelloIf> = def_interface<HelloIf>({ defaults: {} });
//                                                                     ^ Property 'greet' is missing in type '{}' but required in type 'Required<Pick<HelloIf, "greet">>'.
export const Undefined: Interface<HelloIf> = def_interface<HelloIf>({
  defaults: { greet: undefined },
  //          ^ Type 'undefined' is not assignable to type '(name: string) => string'.
});
export const Required: Interface<HelloIf> = def_interface<HelloIf>({
  defaults: { greet: (name) => name, hello: (name) => name },
  //                                 ^ Object literal may only specify known properties, and 'hello' does not exist in type 'Required<Pick<HelloIf, "greet">> & ThisType<Linked<HelloIf>>'.
  //                                         ^ Parameter 'name' implicitly has an 'any' type.
});
export const Unneeded: Interface<PlainIf> = def_interface<PlainIf>({ defaults: { run() {} } });
//                                                                   ^ Type '{ run(): void; }' is not assignable to type '"only optional members have defaults"'.
export const Wrong: Interface<HelloIf> = def_interface<HelloIf>({ defaults: { greet: () => 5 } });
//                                                                                         ^ Type 'number' is not assignable to type 'string'.
export const Inferred: Interface<HelloIf> = def_interface({ defaults: { greet: () => 5 } });
//                                                                                   ^ Type 'number' is not assignable to type 'string'.
export const InferredMissing: Interface<HelloIf> = def_interface();
//                                                 ^ Expected 1 arguments, but got 0.
export const Option: Interface<PlainIf> = def_interface<PlainIf>({ namespce: "Mall" });
//                                                                 ^ Object literal may only specify known properties, but 'namespce' does not exist in type 'DefinitionOptions'. Did you mean to write 'namespace'?
export const UnknownMember: Interface<HelloIf> = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      return this.hullo(name);
      //          ^ Property 'hullo' does not exist on type 'Linked<HelloIf>'. Did you mean 'hello'?
    },
  },
});

interface ReceiverIf {
  read(this: Uint8Array, at: number): number;
}
export const Receiver: Interface<ReceiverIf> = def_interface<ReceiverIf>();
//                                                           ^ Type '(this: Uint8Array<ArrayBufferLike>, at: number) => number' is not assignable to type '"members have no receiver: remove the `this` parameter"'.
export const NotAnObject = def_interface<string>();
//           ^ Variable must have an explicit type annotation with --isolatedDeclarations.
//                                       ^ Type 'string' does not satisfy the constraint 'never'.
