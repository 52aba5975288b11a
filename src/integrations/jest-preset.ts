import { fileURLToPath } from "node:url";

/** What `preset: "crate-interface/jest"` stands for. A configuration's own keys come before these. */
const preset: { transform: Record<string, string>; resolver: string } = {
  transform: { "\\.[cm]?[jt]sx?$": beside("jest.js") },
  resolver: beside("jest-preset-resolver.js"),
};

export default preset;

/** As a path: what a preset names is resolved from the project, where this package may not be. */
function beside(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
