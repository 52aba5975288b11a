export default {
  presets: ["@babel/preset-typescript"],
  plugins: ["crate-interface/babel"],
};
