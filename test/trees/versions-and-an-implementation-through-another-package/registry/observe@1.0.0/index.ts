export { Logger } from "log";
