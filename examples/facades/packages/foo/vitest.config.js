import crateInterface from "crate-interface/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({ plugins: [crateInterface()] });
