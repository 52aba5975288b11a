import { signUp } from "@turborepo-example/signup";

console.log(signUp("ada"));
