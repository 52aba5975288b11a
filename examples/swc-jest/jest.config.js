// SWC expands the macros, the preset links them.
export default {
  preset: "crate-interface/jest",
  transform: {
    "\\.[cm]?[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript" },
          experimental: { plugins: [["crate-interface/swc", {}]] },
        },
      },
    ],
  },
};
