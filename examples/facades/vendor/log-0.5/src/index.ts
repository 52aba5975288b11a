export { log } from "./callers.ts";
export { Logger } from "./facade.ts";
