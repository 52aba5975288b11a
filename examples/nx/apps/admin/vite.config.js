import crateInterface from "crate-interface/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [crateInterface()],
  // A program for Node, in one file.
  build: { ssr: "src/main.ts", minify: false },
});
