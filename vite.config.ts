import { defineConfig } from "vitest/config";

const own = {
  environment: "node",
  // Properties are tried thousands of times, perhaps on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Node would take its CommonJS build, which has no named exports there.
  server: { deps: { inline: ["comlink"] } },
};

/**
 * Much of what many short tests run is run a few times only. To optimize it takes Node a third of their time, so only what is
 * run very often is optimized.
 */
const execArgv = ["--interrupt-budget=2000000"];

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
          execArgv,
        },
      },
      {
        test: {
          ...own,
          name: "laws",
          include: laws,
          isolate: false,
          globalSetup: ["test/support/bundle-laws.ts"],
        },
      },
      {
        test: {
          ...own,
          name: "widgets",
          include: ["test/**/*.test.tsx", "test/widgets/**/*.test.ts"],
          // Modules are loaded once for all files; what a file leaves on their page is cleared away after it.
          isolate: false,
          setupFiles: ["test/support/clean-page.ts"],
          execArgv,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // One process and one Chromium for all files, each with contexts of its own.
          environment: "./test/support/chromium-environment.ts",
          fileParallelism: false,
          isolate: false,
          // A machine that others use may stall a browser for half a minute; what fails twice has failed.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
