import { signUp } from "@nx-example/signup";

console.log(signUp("ada"));
