import { libraryAt } from "../../engine/cli/load.ts";
import { openMethodology } from "../../engine/cli/open.ts";
import { describe } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import { plantMutants } from "../../engine/proof/mutants.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";

/**
 * What the worked tests of each methodology would miss: single slips planted one at a time in its formulas and
 * conditions, the share that a test finds, and every one that none does. 95 % is the aim; what is left is told apart in
 * the methodology's `notes.md`.
 *
 * `npm run bench mutants` tries every methodology; what it proves is no matter of time, so it prints none.
 */
const aim = 95n;
const library = libraryAt("methodologies");
let planted = 0;
let found = 0;

for (const { id, version } of await library.list()) {
  const opened = await openMethodology(library, `${id}@${version}`);
  if (!opened.ok) throw new Error(`${id}@${version} cannot be opened`);
  const { plan, methodology } = opened.value;
  const slips = plantMutants(plan, methodology.data, "2026-11-22", decimalLane);
  if (!slips.ok) {
    // The other methodologies are still told; the total is then not that of the library.
    for (const issue of slips.issues) console.error(describe(issue, en));
    process.exitCode = 1;
    continue;
  }
  const report = slips.value;
  planted += report.planted;
  found += report.found;
  const isBelow = BigInt(report.found) * 100n < BigInt(report.planted) * aim;
  console.log(
    `${`${id}@${version}`.padEnd(20)} ${percent(report)}  ${report.found}/${report.planted}${isBelow ? "  below 95 %" : ""}`,
  );
  for (const survivor of report.survivors) console.log(`    ${survivor}`);
}
console.log(`${"all".padEnd(20)} ${percent({ planted, found })}  ${found}/${planted}`);

function percent(one: { readonly planted: number; readonly found: number }): string {
  return `${((one.found / Math.max(one.planted, 1)) * 100).toFixed(1)} %`.padStart(8);
}
