export { bool, type Element, f64 } from "./element.ts";
export { Vec } from "./vec.ts";
