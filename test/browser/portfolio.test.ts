import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBatch } from "../../engine/batch/batch.ts";
import { readMapping } from "../../engine/batch/mapping-file.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { openMethodology } from "../../engine/cli/open.ts";
import { describe as told } from "../../engine/locales/describe.ts";
import { ja } from "../../engine/locales/ja.ts";
import { violations } from "../support/axe.ts";
import { diceOf, stands } from "../support/portfolio.ts";
import { shiftJis } from "../support/shift-jis.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;
const folder = mkdtempSync(join(tmpdir(), "santei-portfolio-"));

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

/** A list of stands, with a town to sum up by, an age under a name of its own, and some areas in wide digits. */
function list(rows: number, everyWide: number): string {
  const dice = diceOf(7);
  const header = stands.header
    .replace("area(ha)", "面積(ha)")
    .replace("register_age(yr)", "木の年（台帳）");
  const lines = Array.from({ length: rows }, (_, at) => {
    const cells = stands.row(dice, "random").split(",");
    const wide = (cells[10] ?? "").replace(/[\d.]/g, (one) =>
      String.fromCharCode(one.charCodeAt(0) + 0xfee0),
    );
    cells[10] = at % everyWide === 0 ? wide : (cells[10] ?? "");
    return [...cells, at % 3 === 0 ? "山の町" : "=川の町"].join(",");
  });
  return [`${header},市町村`, ...lines, ""].join("\r\n");
}

/** Chooses the methodology, what a row is and the period. */
async function settle(page: Page): Promise<void> {
  await page.getByLabel("方法論", { exact: true }).selectOption("FO-001");
  await page.getByRole("radio", { name: "1行が1つのプロジェクト" }).check();
  await page.getByLabel("ファイル全体の期間").fill("FY2023");
}

/** What the command line makes of the same bytes, with the columns as the page has settled them. */
async function batchOf(page: Page, bytes: Uint8Array) {
  const mapping = readMapping((await saved(page, "対応をJSONで保存")).toString("utf8"));
  const opened = await openMethodology(libraryAt("methodologies"), "FO-001");
  if (!mapping.ok || !opened.ok) throw new Error("The mapping or the methodology is not read.");
  const { plan } = opened.value;
  const batch = startBatch(plan, {
    rows: "projects",
    mapping: mapping.value,
    period: "FY2023",
    mode: plan.tree.mode,
    asOf: await page.evaluate(() => new Date().toLocaleDateString("sv")),
    describe: (issue) => told(issue, ja),
  });
  const [whole, end] = [batch.take(bytes), batch.end()];
  const textOf = (name: "results" | "rejects") =>
    Buffer.concat([whole[name], end[name]]).toString("utf8");
  return { counts: batch.counts(), results: textOf("results"), rejects: textOf("rejects") };
}

/** The workers that the one of the page has started. */
async function helpersOf(page: Page): Promise<readonly Worker[]> {
  const workers = page.workers();
  const names = await Promise.all(workers.map((worker) => worker.evaluate(() => self.name)));
  return workers.filter((_, at) => names[at] === "portfolio-helper");
}

/** A file on the disk, which the browser opens by itself. */
function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("the page for lists of many rows", () => {
  it("goes from a file in Shift_JIS to the files that the command line writes, and takes the rejects back", async () => {
    const bytes = shiftJis(list(90, 2).replace(",sugi,", ",ぶな,"));
    const page = await site.page("/portfolio/");
    page.setDefaultTimeout(60_000);
    await settle(page);
    const template = (await saved(page, "ひな形: 1行が1つの要素 (CSV)")).toString("utf8");
    expect(template).toMatch(/^\uFEFF案件,.*面積\(ha\)/);
    await page.getByLabel("一覧のファイル").setInputFiles(file("森林.csv", bytes));
    await page.getByRole("status").filter({ hasText: "森林.csv を読みました。" }).waitFor();
    // Its header says nothing of the question: the person does.
    const age = page.getByLabel("列12「木の年（台帳）」: この列は");
    expect(await age.inputValue()).toBe("kept");
    await age.selectOption("=stands.register_age");
    await page.getByText("理由: 手で選んだ").waitFor();
    await page.getByText(/^数値だけのセルがあります。/).waitFor();
    await page.getByLabel("列12「木の年（台帳）」: 単位").selectOption("yr");
    await page.getByLabel("合計をまとめる列").selectOption({ label: "15 市町村" });
    await page.getByRole("button", { name: "計算する", exact: true }).press("Enter");
    await page.getByRole("status").filter({ hasText: "計算が終わりました。" }).waitFor();

    const wanted = await batchOf(page, bytes);
    const results = await saved(page, "結果（全部の行） (CSV)");
    const rejects = await saved(page, "差戻し（問題のある行と理由） (CSV)");
    expect(results.toString("utf8")).toBe(wanted.results);
    expect(rejects.toString("utf8")).toBe(wanted.rejects);
    expect(wanted.counts).toMatchObject({ rows: 90, results: 89, issues: 1 });
    // A town that begins like a formula is none in the files.
    expect(results.toString("utf8")).toContain(",'=川の町,");

    await page.getByRole("heading", { name: "「市町村」ごとの合計" }).waitFor();
    await page.getByRole("button", { name: "山の町 の行を見る" }).click();
    await page.getByRole("status").filter({ hasText: "90行のうち30行" }).waitFor();
    await page.getByRole("button", { name: "しぼりこみをやめる" }).click();
    await page.getByLabel("判定").selectOption("issue");
    await page.getByRole("button", { name: "しぼる", exact: true }).click();
    await page.getByRole("status").filter({ hasText: "90行のうち1行" }).waitFor();
    await page.getByRole("button", { name: /行目の全部の値を見る$/ }).click();
    await page.locator(".details dd", { hasText: "ぶな" }).waitFor();

    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([colorScheme, width, await violations(page)]).toEqual([colorScheme, width, []]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }

    const workbook = await saved(page, "差戻し（問題のある行と理由） (Excelのブック)");
    const dropped = await page.evaluateHandle((base64) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      data.items.add(new File([content], "差戻し.xlsx"));
      return data;
    }, workbook.toString("base64"));
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByRole("status").filter({ hasText: "差戻し.xlsx を読みました。" }).waitFor();
    // What was decided by hand holds for the rejects, too.
    expect(await page.getByLabel(/「木の年（台帳）」: この列は$/).inputValue()).toBe(
      "=stands.register_age",
    );
    await page.getByRole("button", { name: "計算する", exact: true }).click();
    await page.getByRole("status").filter({ hasText: "計算が終わりました。" }).waitFor();
    await page.getByText(/ぶな/).first().waitFor();

    await page
      .getByLabel("一覧のファイル")
      .setInputFiles(file("壊れた.csv", Uint8Array.of(0xff, 0)));
    await page.getByRole("status").filter({ hasText: "ファイルを読めませんでした。" }).waitFor();
    await page.getByLabel("一覧のファイル").setInputFiles(file("森林.csv", bytes));
    await page.getByRole("status").filter({ hasText: "森林.csv を読みました。" }).waitFor();
    expect(await age.inputValue()).toBe("=stands.register_age");
    // The other language has the same file, columns and address of its own.
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Portfolio: a list of many rows" }).waitFor();
    expect(page.url()).toBe(`${site.address}en/portfolio/`);
    expect(await page.getByLabel("Column 12, “木の年（台帳）”: This column is").inputValue()).toBe(
      "=stands.register_age",
    );
    await page.close();
  });

  it("calculates a hundred thousand rows beside the page, and keeps what was done when it is cancelled", async () => {
    const rows = 100_000;
    const bytes = new TextEncoder().encode(list(rows, rows));
    const page = await site.page("/portfolio/");
    page.setDefaultTimeout(120_000);
    await settle(page);
    await page.evaluate(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: "longtask" });
      Reflect.set(globalThis, "longTasks", tasks);
    });
    await page.getByLabel("一覧のファイル").setInputFiles(file("大きい.csv", bytes));
    await page.getByRole("status").filter({ hasText: "大きい.csv を読みました。" }).waitFor();
    await page.getByLabel("列12「木の年（台帳）」: この列は").selectOption("=stands.register_age");
    await page.getByLabel("列12「木の年（台帳）」: 単位").selectOption("yr");
    await page.getByLabel("合計をまとめる列").selectOption({ label: "15 市町村" });
    await page.getByRole("button", { name: "計算する", exact: true }).click();
    await page.getByRole("progressbar", { name: "計算の進みぐあい" }).waitFor();
    await page.getByRole("button", { name: "中止する" }).click();
    await page.getByRole("status").filter({ hasText: "計算を中止しました。" }).waitFor();
    await page.getByText(/^計算を中止しました。 これは一部です。/).waitFor();
    const part = (await saved(page, "結果（全部の行） (CSV)")).toString("utf8");
    const lines = part.split("\r\n").length - 2;
    expect(lines).toBeGreaterThanOrEqual(0);
    expect(lines).toBeLessThan(rows);

    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    const helpers = await helpersOf(page);
    expect(helpers.length).toBe(Math.min(8, cores - 1));
    const start = performance.now();
    await page.getByRole("button", { name: "もう一度計算する" }).click();
    const ended = page.getByRole("status").filter({ hasText: "計算が終わりました。" });
    // One comes to an end without a word, in the middle: its piece is missed before long, and done elsewhere.
    await page.locator(".progress p").or(ended).first().waitFor();
    await helpers[0]?.evaluate(() => self.close());
    await ended.waitFor({ timeout: 45_000 });
    const seconds = (performance.now() - start) / 1000;
    const table = page.getByRole("table", { name: "行ごとの結果の表" });
    await table.getByRole("row").nth(1).waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe((rows + 1).toString());
    await page.locator(".window").press("End");
    await table.getByRole("button", { name: `${rows}行目の全部の値を見る` }).waitFor();
    expect(await table.getByRole("row").count()).toBeLessThan(30);
    const whole = (await saved(page, "結果（全部の行） (CSV)")).toString("utf8");
    expect(whole.split("\r\n").length - 2).toBe(rows);
    expect(whole.startsWith(part)).toBe(true);
    // Several workers have written what one does.
    expect((await helpersOf(page)).length).toBe(Math.max(0, helpers.length - 1));
    expect(whole === (await batchOf(page, bytes)).results).toBe(true);

    // By an answer, which the file is read for once more.
    await page.getByLabel("結果をこの列で合計する").selectOption({ label: "9 stands.species" });
    await page.getByRole("status").filter({ hasText: "ごとに合計しました。" }).waitFor();
    const species = page.getByRole("table", { name: "「stands.species」ごとの合計" });
    const counted = await species.locator("tbody tr td:nth-last-child(3)").allTextContents();
    const sum = counted.reduce((all, own) => all + Number.parseInt(own.replaceAll(",", ""), 10), 0);
    expect([counted.length, sum]).toEqual([2, rows]);

    const tasks = await page.evaluate(() => Reflect.get(globalThis, "longTasks") as number[]);
    const longest = Math.max(0, ...tasks);
    console.log(
      `portfolio: ${rows} rows in ${seconds.toFixed(1)} s with a worker that ends in the middle; longest task of the page ${longest.toFixed(0)} ms (tasks over 50 ms: ${tasks.length})`,
    );
    expect(site.foreign).toEqual([]);
    expect(site.reports).toEqual([]);
    expect(site.errors).toEqual([]);
    await page.close();
  });
});
