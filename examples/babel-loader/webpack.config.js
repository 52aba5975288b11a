// Babel expands the macros; what `crate-interface link` wrote says where the calls lead. With
// `crate-interface/webpack` as a plugin, neither that command nor `alias` is needed.
const linked = `${import.meta.dirname}/.crate-interface`;

export default {
  mode: "production",
  target: "node20",
  entry: "./src/main.ts",
  experiments: { outputModule: true },
  output: { module: true, filename: "main.js" },
  resolve: {
    extensions: [".ts", ".js"],
    alias: {
      "crate-interface/link/*": `${linked}/link/*.js`,
      "crate-interface/object/*": `${linked}/object/*.js`,
    },
  },
  module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: "babel-loader" }] },
};
