import { fileURLToPath } from "node:url";

/** What `preset: "crate-interface/jest"` stands for. A configuration's own keys come before these. */
const preset: {
  transform: Record<string, string>;
  resolver: string;
  dependencyExtractor: string;
  setupFilesAfterEnv: string[];
} = {
  transform: { "\\.[cm]?[jt]sx?$": pathOf("jest.js") },
  resolver: pathOf("jest-preset-resolver.js"),
  dependencyExtractor: pathOf("jest-dependencies.js"),
  // In the format that Jest can load for all tests.
  setupFilesAfterEnv: [pathOf("../../commonjs/testing/jest.js")],
};

export default preset;

/** As a path: what a preset names is resolved from the project, where this package may not be. */
function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
