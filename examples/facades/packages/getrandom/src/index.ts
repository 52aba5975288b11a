export { getrandom } from "./callers.ts";
export { Getrandom } from "./facade.ts";
