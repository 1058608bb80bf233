import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../support/chromium.ts";
import { summaryOf } from "../support/engine-page.ts";
import { machineWords, watchMachine } from "../support/machine.ts";
import { recordTasks, taskTable } from "../support/main-thread.ts";
import { diceOf, stands } from "../support/portfolio.ts";
import { openPortfolio, type PortfolioVisit } from "../support/portfolio-visit.ts";
import { type OpenSite, openSite } from "../support/site.ts";

/**
 * How long the page for lists takes with a hundred thousand stands, sums by group included, from the press until it says that
 * it has ended; and, on another visit that is traced, the longest tasks of the page at every step of a visitor: by the clock
 * and by the time that its thread was on a core. On a machine that is shared only the second is the page's own; what others
 * took meanwhile is told. With `SANTEI_BENCH_BEFORE`, the folder `dist/site` of another build, both are asked in turn, so that
 * what else the machine does befalls both.
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

async function openList(site: OpenSite): Promise<PortfolioVisit> {
  const visit = await openPortfolio(site);
  await visit.settle(stands.methodology, stands.period ?? "");
  await visit.read(list);
  await visit.sumUpBy("15 town");
  return visit;
}

/** Everything that a visitor does, recorded. */
async function walk(site: OpenSite): Promise<readonly string[]> {
  const machine = watchMachine();
  const visit = await openPortfolio(site, "about:blank");
  const record = await recordTasks(visit.page);
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["opens the page", () => visit.open()],
    ["chooses methodology and rows", () => visit.settle(stands.methodology, stands.period ?? "")],
    ["opens the file", () => visit.read(list)],
    ["chooses a column of groups", () => visit.sumUpBy("15 town")],
    ["calculates", () => visit.calculate()],
    ["sees the results", () => visit.seeRows()],
    ["scrolls the table", () => visit.scroll(rows)],
    ["filters rows", () => visit.filter("9")],
    ["looks at one row", () => visit.seeRow()],
    ["sums up by an answer", () => visit.sumUpAgainBy("9 stands.species")],
    ["sums up by lot", () => visit.sumUpAgainBy("1 lot")],
    ["looks at a group", () => visit.seeGroup()],
    ["saves results as CSV", () => visit.save(0)],
    ["saves results as a workbook", () => visit.save(1)],
    ["calculates again", () => visit.calculate()],
    ["sees the results again", () => visit.seeRows()],
    ["changes the language", () => visit.changeLanguage()],
  ];
  for (const [name, act] of steps) {
    await record.step(name);
    await act();
  }
  const use = machine();
  const tasks = await record.end();
  await visit.page.close();
  return [...taskTable(tasks), machineWords(use)];
}

ensureChromium(console.log);
const { SANTEI_BENCH_BEFORE: before } = process.env;
const sites = [
  await openSite(),
  ...(before === undefined ? [] : [await openSite({ folder: before })]),
];
const nameOf = (at: number) => (at === 0 ? "now" : "before");
try {
  const opened = [];
  for (const site of sites) opened.push({ visit: await openList(site), times: [] as number[] });
  const machine = watchMachine();
  for (let run = 0; run < runs; run += 1) {
    for (const { visit, times } of opened) times.push(await visit.calculate());
  }
  const use = machine();
  console.log(
    `${rows} rows in the page, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}:`,
  );
  for (const [at, { visit, times }] of opened.entries()) {
    const [first = 0, ...later] = times;
    console.log(`  ${nameOf(at)}: first ${first.toFixed(0)} ms, then ${summaryOf(later)}`);
    await visit.page.close();
  }
  console.log(`  meanwhile ${machineWords(use)}`);
  for (const [at, site] of sites.entries()) {
    console.log(`tasks of the page, ${nameOf(at)}:`);
    for (const line of await walk(site)) console.log(`  ${line}`);
  }
} finally {
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true });
}
