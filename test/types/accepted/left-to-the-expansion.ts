// What types cannot reject; the expansion and the linker do.
import { call_interface, use_interface } from "crate-interface/macro";
import { AliasIf, ListIf } from "./interfaces.ts";
import { type_of } from "./type-of.ts";

declare function plain(text: string): string;
declare function generic<T>(value: T): T;

// An argument of the call form is only a value: where it came from is not in its type.
call_interface(plain("x"));
call_interface(AliasIf.run);

// Generic members carry no mark (see `Member`), so a function in their place cannot be told apart,
// and without arguments they are taken for a value.
call_interface(plain, "x");
use_interface(generic);
call_interface(ListIf.id);

// An optional call of a member that is always there is no error in TypeScript.
call_interface(AliasIf.run?.());

// Namespaces are not part of an interface's type.
call_interface({ namespace: "Other" }, AliasIf.run());

// The path form of a generic member after options: TypeScript has no type for "F called with A".
type_of(call_interface({ namespace: "Lists" }, ListIf.id, 5)).is<unknown>();
