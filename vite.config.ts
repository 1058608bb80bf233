import { defineConfig } from "vitest/config";

/** The tests. The build has its settings in `site/build/bundles.ts`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/browser/**"],
          environment: "node",
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
