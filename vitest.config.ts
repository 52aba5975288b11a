import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**", "test/trees/**"],
    // Real bundlers, a real browser and two cores: what bounds a test is its work, not a clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Package managers and build engines behave otherwise there: tests see the same everywhere.
    env: { CI: "true" },
    reporters: ["default", "./test/summary-reporter.ts"],
  },
});
