import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { engineVersion } from "../../engine/version.ts";
import { type RunTest, reportOf } from "./report.ts";

/**
 * Writes `reports/accessibility.ja.html` and `.en.html` from what the last run of the tests left in `reports/`:
 * `npm run report`. Of a part that was not run nothing is claimed.
 */
const files = ["unit", "widgets", "browser"]
  .map((part) => `reports/${part}.json`)
  .filter((file) => existsSync(file));

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const run = files.flatMap((file) =>
  (JSON.parse(readFileSync(file, "utf8")) as VitestReport).testResults.flatMap(
    ({ name, assertionResults }) =>
      assertionResults.map(
        ({ fullName, status }): RunTest => ({
          file: relative(process.cwd(), name).replaceAll("\\", "/"),
          name: fullName,
          status,
        }),
      ),
  ),
);
const newest = files
  .map((file) => statSync(file).mtime.toISOString().slice(0, 10))
  .sort()
  .at(-1);

mkdirSync("reports", { recursive: true });
for (const language of ["ja", "en"] as const) {
  const target = `reports/accessibility.${language}.html`;
  writeFileSync(target, reportOf(language, run, { version: engineVersion, day: newest ?? "-" }));
  console.log(`${target}: ${run.length} tests read from ${files.length} reports`);
}
