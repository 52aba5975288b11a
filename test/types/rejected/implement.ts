// biome-ignore-all lint/complexity/noStaticOnlyClass: the class form of an implementation
// biome-ignore-all lint/complexity/noThisInStatic: `this` is the macro's
import { def_interface, type Interface, impl_interface } from "crate-interface/macro";

interface HelloIf {
  hello(name: string, id: number): string;
  greet?(name: string): string;
}
const HelloIf: Interface<HelloIf> = def_interface<HelloIf>({ defaults: { greet: (name) => name } });

impl_interface(HelloIf, {});
//                      ^ Property 'hello' is missing in type '{}' but required in type 'HelloIf'.
impl_interface(HelloIf, { greet: (name) => name });
//                      ^ Property 'hello' is missing in type '{ greet: (name: string) => string; }' but required in type 'HelloIf'.
impl_interface(HelloIf, { hello: () => "", extra() {} });
//                                         ^ Object literal may only specify known properties, and 'extra' does not exist in type 'HelloIf & ThisType<Linked<HelloIf>>'.
impl_interface(HelloIf, { hello: (name: number) => String(name) });
//                        ^ Type '(name: number) => string' is not assignable to type '(name: string, id: number) => string'.
impl_interface(HelloIf, { hello: (name, id) => name.length + id });
//                                             ^ Type 'number' is not assignable to type 'string'.
impl_interface(HelloIf, { hello: () => "", greet: undefined });
//                      ^ Argument of type '{ hello: () => string; greet: undefined; }' is not assignable to parameter of type 'HelloIf & ThisType<Linked<HelloIf>>' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.
impl_interface(HelloIf, {
  hello() {
    return this.hullo();
    //          ^ Property 'hullo' does not exist on type 'Linked<HelloIf>'. Did you mean 'hello'?
  },
});
impl_interface(HelloIf, { hello: () => "" }, { condition: ["browser"] });
//                                             ^ Object literal may only specify known properties, but 'condition' does not exist in type 'ImplementationOptions'. Did you mean to write 'conditions'?
impl_interface(HelloIf, { hello: () => "" }, { conditions: "browser" });
//                                             ^ Type 'string' is not assignable to type 'string[]'.
impl_interface({}, { hello: () => "" });
//             ^ Property '"~interface"' is missing in type '{}' but required in type 'InterfaceOf<{ hello: () => ""; }>'.
impl_interface(HelloIf.hello, { hello: () => "" });
//             ^ Argument of type '((name: string, id: number) => string) & FunctionMember' is not assignable to parameter of type 'InterfaceOf<{ hello: () => ""; }>'.

class Missing {
  static greet(name: string): string {
    return name;
  }
}
class Extra {
  static hello(): string {
    return "";
  }
  static extra(): void {}
}
class Wrong {
  static hello(): number {
    return 5;
  }
}
class Instance {
  hello(): string {
    return "";
  }
}
impl_interface(HelloIf, Missing);
//                      ^ Property 'hello' is missing in type 'typeof Missing' but required in type 'HelloIf'.
impl_interface(HelloIf, Extra);
//                      ^ Argument of type 'typeof Extra' is not assignable to parameter of type 'HelloIf & ThisType<Linked<HelloIf>> & { extra: "not a member of the interface"; }'.
impl_interface(HelloIf, Wrong);
//                      ^ Argument of type 'typeof Wrong' is not assignable to parameter of type 'HelloIf & ThisType<Linked<HelloIf>>'.
impl_interface(HelloIf, Instance);
//                      ^ Property 'hello' is missing in type 'typeof Instance' but required in type 'HelloIf'.
