import { loadavg } from "node:os";
import type { Page } from "playwright-core";
import type { Manifest } from "../../engine/service/protocol.ts";
import { gzippedSize, loadedBy, readBuilt } from "../support/built.ts";
import { ensureChromium } from "../support/chromium.ts";
import { summaryOf } from "../support/engine-page.ts";
import { type OpenSite, openSite } from "../support/site.ts";

/**
 * What a visitor of the meeting's page waits for: how much is loaded, when the form is seen and when the engine is
 * asked for, how soon a result follows an answer, the pause for further keys included and apart, and how soon a key is
 * painted while twenty legs of travel are typed. With `SANTEI_BENCH_BEFORE`, the folder `dist/site` of another build, both
 * are asked in turn, so that what else the machine does befalls both, and the ratios are told.
 */
const visits = 7;
const answers = 120;
const legs = 20;

const kilobytes = (files: readonly string[]): string =>
  files.reduce((sum, file) => sum + gzippedSize(readBuilt(file)), 0).toFixed(1);

function tellSizes(): void {
  const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
  const files = loadedBy("site/MEETING-1/", newest["MEETING-1"] ?? "");
  console.log(`loader: ${kilobytes(["site/embed/frame.js"])} kB gzipped (must 1.5, aim 1)`);
  console.log(`meeting until its first result: ${kilobytes(files)} kB gzipped (must 45, aim 30)`);
}

async function tellPaint(site: OpenSite): Promise<void> {
  const seen: number[] = [];
  const asked: number[] = [];
  for (let visit = 0; visit <= visits; visit += 1) {
    const page = await site.page("/MEETING-1/");
    await page.locator(".settings").waitFor();
    const [paint = 0, engine = 0] = await page.evaluate(() => [
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).find(({ name }) =>
        name.includes("/worker-"),
      )?.responseEnd ?? 0,
    ]);
    if (visit > 0) {
      seen.push(paint);
      asked.push(engine);
    }
    await page.close();
  }
  console.log(`form seen after: ${summaryOf(seen)}`);
  console.log(`engine's script there after: ${summaryOf(asked)}`);
}

/** Milliseconds from an answer that is entered until its result stands on the page, and until that is painted. */
function answerOnce(page: Page, area: number): Promise<readonly [number, number]> {
  return page.evaluate((figure) => {
    const field = document.querySelectorAll<HTMLInputElement>("input.figure")[1];
    const region = document.querySelector('.result [role="status"]');
    if (field === undefined || region === null) throw new Error("no field or no result");
    return new Promise<readonly [number, number]>((resolve) => {
      const start = performance.now();
      const watch = new MutationObserver(() => {
        watch.disconnect();
        const there = performance.now() - start;
        requestAnimationFrame(() => setTimeout(() => resolve([there, performance.now() - start])));
      });
      watch.observe(region, { subtree: true, childList: true, characterData: true });
      field.value = String(figure);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }, area);
}

async function openMeeting(site: OpenSite): Promise<Page> {
  const page = await site.page("/en/MEETING-1/");
  for (const [index, text] of ["30", "120", "3"].entries()) {
    await page.locator("input.figure").nth(index).fill(text);
  }
  await page.locator(".settings").waitFor();
  await page.locator(".headline .total").waitFor();
  return page;
}

/** The pause in typing after which the engine is asked. */
const pause = 120;

/** The times of one page, the pause taken off: until a result is there, and until it is painted. */
interface Answered {
  readonly page: Page;
  readonly there: number[];
  readonly painted: number[];
}

async function tellAnswers(sites: readonly OpenSite[]): Promise<void> {
  const pages: Answered[] = [];
  for (const one of sites) pages.push({ page: await openMeeting(one), there: [], painted: [] });
  for (let turn = 0; turn < answers; turn += 1) {
    for (const { page, there, painted } of pages) {
      await page.bringToFront();
      const [first, second] = await answerOnce(page, 150 + 10 * turn);
      there.push(first - pause);
      painted.push(second - pause);
    }
  }
  console.log(`answer to result, a pause of ${pause} ms for keys taken off; load ${loadNow()}:`);
  for (const [index, { page, there, painted }] of pages.entries()) {
    const name = index === 0 ? "on the page" : "before, on the page";
    console.log(`  ${name}: ${summaryOf(there)} (must 16 ms p99, aim 5)`);
    console.log(`  ${index === 0 ? "painted" : "before, painted"}: ${summaryOf(painted)}`);
    await page.close();
  }
  const [now, before] = pages;
  if (now === undefined || before === undefined) return;
  console.log(`  on the page, of what it was before: ${ratios(now.there, before.there)}`);
  console.log(`  painted, of what it was before: ${ratios(now.painted, before.painted)}`);
}

function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? "";
}

function ratios(now: readonly number[], before: readonly number[]): string {
  const at = (times: readonly number[], share: number): number => {
    const sorted = [...times].sort((left, right) => left - right);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  };
  const of = (share: number): string => (at(now, share) / at(before, share)).toFixed(2);
  return `median ${of(0.5)}, p99 ${of(0.99)}`;
}

async function tellKeys(site: OpenSite): Promise<void> {
  const page = await site.page("/en/MEETING-1/");
  await page.getByRole("button", { name: "Open saved answers" }).waitFor();
  await page.locator("summary", { hasText: "Travel of participants" }).click();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, "times", times);
    const onKey = (): void => {
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
    };
    addEventListener("keydown", onKey, true);
  });
  let dropped = 0;
  for (let leg = 0; leg < legs; leg += 1) {
    await page.getByRole("button", { name: "Add: Trip" }).click();
    const region = page.getByRole("region", { name: `Trip ${leg + 1}`, exact: true });
    const field = region.locator("input.figure").first();
    await field.focus();
    const text = `${1000 + leg}`;
    await page.keyboard.type(text);
    if ((await field.inputValue()) !== text) dropped += 1;
  }
  const times = await page.evaluate(() => Reflect.get(globalThis, "times") as number[]);
  console.log(`key to paint while ${legs} legs are typed: ${summaryOf(times)}`);
  console.log(`fields that lost a key: ${dropped} of ${legs}`);
  if (dropped > 0) process.exitCode = 1;
  await page.close();
}

ensureChromium(console.log);
tellSizes();
const site = await openSite();
const { SANTEI_BENCH_BEFORE: folder } = process.env;
const before = folder === undefined ? [] : [await openSite({ folder })];
try {
  await tellPaint(site);
  await tellAnswers([site, ...before]);
  await tellKeys(site);
} finally {
  for (const one of [site, ...before]) await one.close();
}
