import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ensureChromium } from "./chromium.ts";

/**
 * The gate. `npm run check` is everything without Chromium, `npm test` is everything. Each part runs even where one
 * before it failed, unless it needs what that one makes, and the last line counts all of it.
 */
interface Part {
  readonly name: string;
  readonly command: readonly string[];
  /** Where vitest writes its counts. */
  readonly counts?: string;
}

const tsc = "node_modules/typescript/bin/tsc";
const vitest = "node_modules/vitest/vitest.mjs";

function vitestPart(name: string, project: string): Part {
  const counts = `reports/${project}.json`;
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${counts}`];
  return { name, command: [vitest, "run", "--project", project, ...report], counts };
}

const build: Part = {
  name: "build",
  command: ["site/build/run.js", "site/build/build.ts", "--if-older"],
};

const still: readonly Part[] = [
  {
    name: "Biome",
    command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings"],
  },
  { name: "types of widgets, site and tests", command: [tsc, "-p", "."] },
  { name: "types of the engine", command: [tsc, "-p", "engine"] },
  { name: "types of the command line", command: [tsc, "-p", "engine/cli"] },
];

const unit = vitestPart("unit tests", "unit");
// Counted apart, for the report on success criteria.
const components = vitestPart("component tests", "widgets");
const browser = vitestPart("Chromium tests", "browser");

let passed = 0;
let failed = 0;
const failures: string[] = [];

function start({ command }: Part): Promise<boolean> {
  return new Promise((resolve) => {
    // What bundled this program has told its process that it is for production; tests are not.
    const { NODE_ENV: _, ...env } = process.env;
    const child = spawn(process.execPath, command, { stdio: "inherit", env });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

/** What the JSON reporter of vitest writes, as far as it is read here. */
interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Adds a vitest run to the whole; a file that could not be run at all counts as one failure. */
function addCounts(name: string, file: string, isPassed: boolean): void {
  let counts: Counts | undefined;
  try {
    counts = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    counts = undefined;
  }
  const own = counts?.numFailedTests ?? 0;
  passed += counts?.numPassedTests ?? 0;
  failed += isPassed ? own : Math.max(1, own);
  if (!isPassed) tellFailures(name, counts);
}

/** Keeps what failed for the end, where it is found without a search through all that was printed. */
function tellFailures(name: string, counts: Counts | undefined): void {
  const told = (counts?.testResults ?? []).flatMap(
    ({ name: file, message, assertionResults, status }) => {
      const tests = assertionResults.filter((one) => one.status === "failed");
      const lines = tests.map(({ fullName, failureMessages = [] }) => ({
        what: fullName,
        why: failureMessages.join("\n"),
      }));
      const whole = status === "failed" && tests.length === 0;
      return [...lines, ...(whole ? [{ what: "the file itself", why: message ?? "" }] : [])].map(
        ({ what, why }) => `${relative(".", file)}: ${what}\n  ${firstLine(why)}`,
      );
    },
  );
  failures.push(...(told.length === 0 ? [name] : told));
}

function firstLine(text: string): string {
  return stripVTControlCharacters(text).trim().split("\n", 1)[0] ?? "";
}

function fail(what: string): void {
  failed += 1;
  failures.push(what);
}

async function runPart(part: Part): Promise<boolean> {
  console.log(`\n── ${part.name}`);
  const began = performance.now();
  if (part.counts !== undefined) rmSync(part.counts, { force: true });
  const isPassed = await start(part);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (part.counts !== undefined) addCounts(part.name, part.counts, isPassed);
  else if (isPassed) passed += 1;
  else fail(part.name);
  console.log(`── ${part.name}: ${isPassed ? "passed" : "FAILED"} in ${seconds} s`);
  return isPassed;
}

async function runBrowser(): Promise<void> {
  try {
    ensureChromium((line) => console.log(line));
  } catch (error) {
    fail(String(error));
    return;
  }
  await runPart(browser);
}

const isWhole = process.argv[2] !== "check";
mkdirSync("reports", { recursive: true });
for (const part of still) await runPart(part);
const isBuilt = await runPart(build);
await runPart(unit);
await runPart(components);
if (isWhole && isBuilt) await runBrowser();
if (isWhole && !isBuilt) fail("The Chromium tests need the build, which failed.");

if (failures.length > 0) console.log(`\n── failed\n${failures.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
