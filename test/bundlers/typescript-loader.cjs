// webpack has no TypeScript of its own; this is what esbuild-loader does, in a few lines. A source
// map that arrives is written into the source, where esbuild finds it and composes it with its own.
const { transformSync } = require("esbuild");

module.exports = function typescript(source, map) {
  const inline = map
    ? `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`
    : "";
  const result = transformSync(source + inline, {
    loader: "ts",
    sourcemap: "external",
    sourcefile: this.resourcePath,
  });
  this.callback(null, result.code, JSON.parse(result.map));
};
