import { rspack } from "@rspack/core";
import crateInterface from "crate-interface/rspack";

const compiler = rspack({
  mode: "production",
  target: "node20",
  entry: "./src/main.ts",
  experiments: { outputModule: true },
  output: { module: true, filename: "main.js" },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "builtin:swc-loader",
        options: { jsc: { parser: { syntax: "typescript" } } },
        type: "javascript/auto",
      },
    ],
  },
  plugins: [crateInterface()],
});

compiler.run((error, stats) => {
  if (error) throw error;
  console.log(stats.toString({ colors: true, preset: "errors-warnings" }));
  process.exitCode = stats.hasErrors() ? 1 : 0;
  compiler.close(() => {});
});
