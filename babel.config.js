// How Babel compiles what uses the macros in this repository: the packages of examples/hello.
// Babel reads it when started here; the examples that use Babel are started in their own folders.
export default {
  presets: ["@babel/preset-typescript"],
  plugins: ["crate-interface/babel"],
};
