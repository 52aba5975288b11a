// SWC expands the macros; what `crate-interface link` wrote says where the calls lead. With
// `crate-interface/rspack` as a plugin, none of the three is needed: command, alias, SWC's plugin.
import { rspack } from "@rspack/core";

const linked = `${import.meta.dirname}/.crate-interface`;

const compiler = rspack({
  mode: "production",
  target: "node20",
  entry: "./src/main.ts",
  experiments: { outputModule: true },
  output: { module: true, filename: "main.js" },
  resolve: {
    extensions: [".ts", ".js"],
    alias: {
      "crate-interface/link": `${linked}/link`,
      "crate-interface/object": `${linked}/object`,
    },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "builtin:swc-loader",
        options: {
          jsc: {
            parser: { syntax: "typescript" },
            experimental: { plugins: [["crate-interface/swc", {}]] },
          },
        },
        type: "javascript/auto",
      },
    ],
  },
});

compiler.run((error, stats) => {
  if (error) throw error;
  console.log(stats.toString({ colors: true, preset: "errors-warnings" }));
  process.exitCode = stats.hasErrors() ? 1 : 0;
  compiler.close(() => {});
});
