import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../support/chromium.ts";
import { summaryOf } from "../support/engine-page.ts";
import { diceOf, stands } from "../support/portfolio.ts";
import { type OpenSite, openSite } from "../support/site.ts";

/**
 * How long the page for lists takes with a hundred thousand stands, sums by group included, from the press until it says that
 * it has ended; and the longest task of the page itself. With `SANTEI_BENCH_BEFORE`, the folder `dist/site` of another build,
 * both are asked in turn, so that what else the machine does befalls both.
 */
const rows = 100_000;
const runs = 5;

const folder = mkdtempSync(join(tmpdir(), "santei-bench-"));
const list = join(folder, "stands.csv");
const dice = diceOf(7);
const lines = Array.from(
  { length: rows },
  (_, at) => `${stands.row(dice, "random")},${at % 3 === 0 ? "upper" : "lower"}`,
);
writeFileSync(list, [`${stands.header},town`, ...lines, ""].join("\r\n"));

async function openList(site: OpenSite) {
  const page = await site.page("/en/portfolio/");
  page.setDefaultTimeout(120_000);
  await page.getByLabel("Methodology", { exact: true }).selectOption(stands.methodology);
  await page.getByRole("radio", { name: "A row is a project" }).check();
  await page.getByLabel("Period of the whole file").fill(stands.period ?? "");
  await page.getByLabel("File with the list").setInputFiles(list);
  await page.getByRole("status").filter({ hasText: "has been read." }).waitFor();
  await page.getByLabel("Column to sum up by").selectOption({ label: "15 town" });
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((seen) => {
      for (const { duration } of seen.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
    Reflect.set(globalThis, "longTasks", tasks);
  });
  return page;
}

/** Milliseconds of one run. */
async function runOnce(page: Awaited<ReturnType<typeof openList>>): Promise<number> {
  await page.bringToFront();
  const ended = page.getByRole("status").filter({ hasText: "The calculation has ended." });
  const said = page.getByRole("status").filter({ hasText: "Calculating." });
  const start = performance.now();
  await page.getByRole("button", { name: /^Calculate/ }).click();
  await said.waitFor();
  await ended.waitFor();
  return performance.now() - start;
}

ensureChromium(console.log);
const { SANTEI_BENCH_BEFORE: before } = process.env;
const sites = [
  await openSite(),
  ...(before === undefined ? [] : [await openSite({ folder: before })]),
];
try {
  const opened = [];
  for (const site of sites) opened.push({ page: await openList(site), times: [] as number[] });
  for (let run = 0; run < runs; run += 1) {
    for (const { page, times } of opened) times.push(await runOnce(page));
  }
  console.log(
    `${rows} rows in the page, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}:`,
  );
  for (const [at, { page, times }] of opened.entries()) {
    const tasks = await page.evaluate(() => Reflect.get(globalThis, "longTasks") as number[]);
    const [first = 0, ...later] = times;
    console.log(
      `  ${at === 0 ? "now" : "before"}: first ${first.toFixed(0)} ms, then ${summaryOf(later)}`,
    );
    console.log(`    longest task of the page ${Math.max(0, ...tasks).toFixed(0)} ms`);
  }
} finally {
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true });
}
