import crateInterface from "crate-interface/rolldown";
import { defineConfig } from "rolldown";

export default defineConfig({
  input: "src/main.ts",
  platform: "node",
  output: { dir: "dist" },
  plugins: [crateInterface()],
});
