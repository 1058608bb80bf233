import { defineConfig } from "vitest/config";

/** The tests. The build has its settings in `site/build/bundles.ts`. */
export default defineConfig({
  test: {
    // Vitest leaves one core free unless told otherwise; with two, that is half.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/browser/**"],
          environment: "node",
          // Properties are tried thousands of times, perhaps on a busy machine.
          testTimeout: 30_000,
          // Node would take its CommonJS build, which has no named exports there.
          server: { deps: { inline: ["comlink"] } },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
