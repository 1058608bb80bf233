import { type StdioOptions, spawn } from "node:child_process";
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
  /** What it prints is held back until it ends, so that it stands together while another part runs beside it. */
  readonly isHeld?: boolean;
}

/** Parts run two at a time, each on half of the cores. */
const half = "--maxWorkers=50%";

const tsc = "node_modules/typescript/bin/tsc";
const vitest = "node_modules/vitest/vitest.mjs";

function vitestPart(name: string, project: string, files: readonly string[] = []): Part {
  const counts = `reports/${[project, ...files].join("-")}.json`;
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${counts}`];
  const command = [vitest, "run", "--project", project, ...files, half, ...report];
  return { name, command, counts, isHeld: project !== "browser" };
}

function stillPart(name: string, command: readonly string[]): Part {
  return { name, command, isHeld: true };
}

const build: Part = {
  name: "build",
  command: ["site/build/run.js", "site/build/build.ts", "--if-older"],
};

const still = [
  stillPart("Biome", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings"]),
  stillPart("types of widgets, site and tests", [tsc, "-p", "."]),
  stillPart("types of the engine", [tsc, "-p", "engine"]),
  stillPart("types of the command line", [tsc, "-p", "engine/cli"]),
];

const unit = vitestPart("unit tests", "unit");
const laws = ["oracle-even", "oracle-odd", "fuzz"].map((file) =>
  vitestPart(`laws: ${file}`, "laws", [file]),
);
// Counted apart, for the report on success criteria.
const components = vitestPart("component tests", "widgets");
const browser = vitestPart("Chromium tests", "browser");

let passed = 0;
let failed = 0;
const failures: string[] = [];

function start({ command, isHeld = false }: Part): Promise<boolean> {
  return new Promise((resolve) => {
    // What bundled this program has told its process that it is for production; tests are not.
    const { NODE_ENV: _, ...env } = process.env;
    const output = isHeld ? "pipe" : "inherit";
    const stdio: StdioOptions = ["inherit", output, output];
    const child = spawn(process.execPath, command, { stdio, env });
    const held: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (piece: Buffer) => held.push(piece));
    }
    child.on("error", () => resolve(false));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code === 0);
    });
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

/** Whether the pages can be tried, with what they need. */
function isReady(): boolean {
  if (!isBuilt) {
    fail("The Chromium tests need the build, which failed.");
    return false;
  }
  try {
    ensureChromium((line) => console.log(line));
    return true;
  } catch (error) {
    fail(String(error));
    return false;
  }
}

/** Takes one part after another. */
async function runParts(parts: Part[]): Promise<void> {
  for (let next = parts.shift(); next !== undefined; next = parts.shift()) await runPart(next);
}

const isWhole = process.argv[2] !== "check";
mkdirSync("reports", { recursive: true });
const isBuilt = await runPart(build);
const isTried = isWhole && isReady();
// The longest first, so that both halves end at nearly the same time; what takes seconds goes before the rest.
const parts = [...(isTried ? [browser] : []), ...still, unit, components, ...laws];
await Promise.all([runParts(parts), runParts(parts)]);

if (failures.length > 0) console.log(`\n── failed\n${failures.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
