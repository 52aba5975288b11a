import crateInterface from "crate-interface/webpack";

export default {
  mode: "production",
  target: "node20",
  entry: "./src/main.ts",
  experiments: { outputModule: true },
  output: { module: true, filename: "main.js" },
  resolve: { extensions: [".ts", ".js"] },
  // Macros are expanded before any other loader sees a file.
  module: { rules: [{ test: /\.ts$/, loader: "esbuild-loader" }] },
  plugins: [crateInterface()],
};
