import crateInterface from "crate-interface/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [crateInterface()],
});
