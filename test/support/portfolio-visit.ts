import type { Page } from "playwright-core";
import type { OpenSite } from "./site.ts";

/**
 * A visitor of the page for lists, in English. Fields are found by id and states in the page itself: a search by role looks
 * through the whole page, on the thread whose tasks are to be measured.
 */
export interface PortfolioVisit {
  readonly page: Page;
  readonly open: () => Promise<void>;
  /** A row is a project. */
  readonly settle: (methodology: string, period: string) => Promise<void>;
  readonly read: (path: string) => Promise<void>;
  readonly sumUpBy: (label: string) => Promise<void>;
  /** Milliseconds from the press until the page says that it has ended. */
  readonly calculate: () => Promise<number>;
  /** Until the last part of the results, the table, has its rows. */
  readonly seeRows: () => Promise<void>;
  readonly scroll: (rows: number) => Promise<void>;
  /** By status, then by text, then not any more. */
  readonly filter: (text: string) => Promise<void>;
  readonly seeRow: () => Promise<void>;
  readonly sumUpAgainBy: (label: string) => Promise<void>;
  readonly seeGroup: () => Promise<void>;
  /** The button of the results, from 0. */
  readonly save: (button: number) => Promise<void>;
  readonly changeLanguage: () => Promise<void>;
}

/** Opens the page, or another before it. */
export async function openPortfolio(
  site: OpenSite,
  first: "about:blank" | undefined = undefined,
): Promise<PortfolioVisit> {
  const page = await site.context.newPage();
  page.setDefaultTimeout(120_000);
  const button = (selector: string) => page.locator(selector).first();
  const open = async () => {
    await page.goto(`${site.address}en/portfolio/`, { waitUntil: "load" });
  };
  const said = (words: string) =>
    page.evaluate(
      (own) =>
        new Promise<void>((resolve) => {
          const place = document.querySelector(".said");
          const look = () => {
            if (place?.textContent?.includes(own) !== true) return;
            seen.disconnect();
            resolve();
          };
          const seen = new MutationObserver(look);
          seen.observe(place as Element, { childList: true, characterData: true, subtree: true });
          look();
        }),
      words,
    );
  /** Until an element is there whose text holds these words. */
  const there = (selector: string, words: string) =>
    page.evaluate(
      ([place, own]) =>
        new Promise<void>((resolve) => {
          const look = () => {
            const text = document.querySelector(place as string)?.textContent;
            if (text?.includes(own as string) === true) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      [selector, words] as const,
    );
  const seeRows = () => there(".window tbody tr:last-child button", "");
  const applyFilter = async () => {
    await page.evaluate(() => {
      const rows = document.querySelector(".window");
      rows?.setAttribute("data-seen", "");
    });
    await button(".filter button[type=submit]").click();
    // Another view is drawn as another table.
    await there(".window:not([data-seen]) tbody tr:last-child button", "");
  };

  if (first === undefined) await open();
  return {
    page,
    open,
    async settle(methodology, period) {
      await page.locator("#methodology").selectOption(methodology);
      await page.locator("#rows-projects").check();
      await page.locator("#period").fill(period);
    },
    async read(path) {
      await page.locator("#file").setInputFiles(path);
      await said("has been read.");
      await there("ol.columns > li:last-child", "");
    },
    async sumUpBy(label) {
      await page.locator("#group-by").selectOption({ label });
    },
    async calculate() {
      await page.bringToFront();
      const start = performance.now();
      await button("button.main").click();
      await said("Calculating.");
      await said("The calculation has ended.");
      return performance.now() - start;
    },
    seeRows,
    async scroll(rows) {
      const table = page.locator(".window");
      await table.hover();
      for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 3_000);
      await table.press("End");
      await there(`.window tr[aria-rowindex="${rows + 1}"] button`, "");
      for (let turn = 0; turn < 10; turn += 1) await page.keyboard.press("PageUp");
      await page.keyboard.press("Home");
      await there('.window tr[aria-rowindex="2"] button', "");
    },
    async filter(text) {
      await page.locator("#filter-status").selectOption("applies");
      await applyFilter();
      await page.locator("#filter-text").fill(text);
      await applyFilter();
      await page.locator("#filter-text").fill("");
      await page.locator("#filter-status").selectOption("");
      await applyFilter();
    },
    async seeRow() {
      await button(".window tbody button").click();
      await there(".details dd", "");
    },
    async sumUpAgainBy(label) {
      await page.locator("#group-again").selectOption({ label });
      await said(`added up by “${label.replace(/^\d+ /, "")}”`);
    },
    async seeGroup() {
      await button(".scroll td button").click();
      await said(" rows");
      await seeRows();
    },
    async save(at) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("section[aria-labelledby=step-results] .actions button").nth(at).click(),
      ]);
      await download.path();
    },
    async changeLanguage() {
      await page.locator("a[lang=ja]").first().click();
      await there("h1", "一覧");
    },
  };
}
