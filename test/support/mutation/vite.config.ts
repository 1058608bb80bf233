import { defineConfig } from "vitest/config";

/** What Stryker runs on each planted fault: the tests of arithmetic and of the language, nothing slower. */
export default defineConfig({
  test: {
    include: [
      "test/engine/quantity/**/*.test.ts",
      "test/engine/expression/**/*.test.ts",
      "test/engine/evaluate/**/*.test.ts",
    ],
    environment: "node",
    testTimeout: 60_000,
    // Modules are loaded once for all files of a fault, and anew for each fault.
    isolate: false,
  },
});
