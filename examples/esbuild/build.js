import crateInterface from "crate-interface/esbuild";
import { build } from "esbuild";

await build({
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  outdir: "dist",
  plugins: [crateInterface()],
});
