import { defineConfig } from "vitest/config";

const own = {
  environment: "node",
  // Properties are tried thousands of times, perhaps on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Node would take its CommonJS build, which has no named exports there.
  server: { deps: { inline: ["comlink"] } },
};

/** What is tried by chance a hundred thousand times, apart so that it can fill whichever core is free. */
const laws = ["test/engine/oracle-*.test.ts", "test/engine/fuzz-*.test.ts"];

/** The tests. The build has its settings in `site/build/bundles.ts`. */
export default defineConfig({
  test: {
    // Vitest leaves one core free unless told otherwise; with two, that is half.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...own,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/widgets/**", ...laws],
          // Nothing here changes what it imports, so the modules are loaded once for all files of a worker.
          isolate: false,
        },
      },
      { test: { ...own, name: "laws", include: laws, isolate: false } },
      {
        test: {
          ...own,
          name: "widgets",
          include: ["test/**/*.test.tsx", "test/widgets/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          // A machine that others use may stall a browser for half a minute; what fails twice has failed.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
