import { nodeResolve } from "@rollup/plugin-node-resolve";
import crateInterface from "crate-interface/rollup";
import esbuild from "rollup-plugin-esbuild";

export default {
  input: "src/main.ts",
  output: { dir: "dist" },
  // Rollup knows neither packages nor TypeScript by itself. The order does not matter.
  plugins: [crateInterface(), nodeResolve({ extensions: [".ts", ".js"] }), esbuild()],
};
