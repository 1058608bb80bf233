import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

/** What the live region of the result says, once it says something that matches. */
async function result(page: Page, words: RegExp): Promise<string> {
  const region = page.locator('.result [role="status"]').filter({ hasText: words });
  await region.waitFor({ timeout: 45_000 });
  return ((await region.textContent()) ?? "").replace(/\s+/g, " ").trim();
}

async function meeting(page: Page): Promise<void> {
  await page.getByLabel("参加人数").fill("３０");
  await page.getByLabel("会議室の面積").fill("120");
  await page.getByLabel("使用時間").first().fill("3");
}

describe("the meeting calculator in Chromium", () => {
  it("gives an estimate from people, area and hours, full-width digits included", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    expect(await result(page, /kg-CO2e/)).toMatch(/^会議の排出量\s?13\.4 kg-CO2e/);
    await page.close();
  });

  it("adds a leg of travel, asks for what matters for it and explains the sum", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await page.locator("summary", { hasText: "参加者の移動" }).click();
    await page.getByRole("button", { name: "移動を追加" }).click();
    const leg = page.getByRole("region", { name: "移動 1" });
    await leg.getByLabel("人数").fill("20");
    await leg.getByRole("radio", { name: "鉄道" }).check();
    await leg.getByLabel("出発地", { exact: true }).selectOption("iwate");
    await leg.getByLabel("開催地", { exact: true }).selectOption("tokyo");
    await result(page, /^会議の排出量\s?(?!13\.4 )[\d.,]+ kg-CO2e/);
    await page.locator("summary", { hasText: "計算の過程" }).click();
    await page.locator(".explanation details.step > summary").first().click();
    await page.locator(".explanation .source").first().waitFor();
    await page.close();
  });

  it("switches the language in place and keeps what was entered", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await result(page, /13\.4/);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Result", exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/en/MEETING-1/");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await page.locator("input.figure").first().inputValue()).toBe("３０");
    expect(await result(page, /13\.4 kg-CO2e/)).toContain("13.4");
    await page.goBack();
    await page.getByRole("heading", { name: "結果", exact: true }).waitFor();
    expect(await page.locator("input.figure").first().inputValue()).toBe("３０");
    await page.close();
  });

  it("points at a wrong entry and takes the focus to the summary", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await page.getByLabel("会議室の面積").fill("たくさん");
    await page.getByRole("button", { name: "計算する" }).click();
    const summary = page.getByRole("region", { name: /^入力を確かめてください/ });
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((one) => one === document.activeElement)).toBe(true);
    await summary.getByRole("link").first().click();
    const field = page.getByLabel("会議室の面積");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await page.close();
  });

  it("saves the answers as a file and opens them again", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await result(page, /13\.4/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "回答をファイルに保存" }).click(),
    ]);
    const file = await download.path();
    const other = await site.page("/MEETING-1/");
    await other.getByRole("button", { name: "保存した回答を開く" }).waitFor();
    await other.locator('input[type="file"]').setInputFiles(file);
    expect(await result(other, /13\.4/)).toContain("13.4");
    await page.close();
    await other.close();
  });

  it("goes on after its worker was killed", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await result(page, /13\.4/);
    const [worker] = page.workers();
    expect(worker).toBeDefined();
    await worker?.evaluate(() => (globalThis as unknown as Worker & { close(): void }).close());
    await page.getByLabel("会議室の面積").fill("240");
    await expect
      .poll(() => page.locator(".result").textContent(), { timeout: 45_000 })
      .toMatch(/26\.8|計算できませんでした/);
    if (await page.getByRole("button", { name: "もう一度計算する" }).isVisible()) {
      await page.getByRole("button", { name: "もう一度計算する" }).click();
    }
    expect(await result(page, /26\.8/)).toContain("26.8");
    await page.close();
  });
});

describe("the boiler calculator in Chromium", () => {
  it("says why it begins with its year, and at once what another year lacks", async () => {
    const page = await site.page("/EN-S-001/");
    const year = page.getByLabel(/^年度（/);
    const preset = await year.inputValue();
    const hint = page.locator(".question .hint").filter({ hasText: `はじめに${preset}年度` });
    await hint.waitFor();
    expect(await page.locator(".message.hint").count()).toBe(0);
    await year.fill("１９９９");
    const lacking = page.locator(".message.hint").first();
    await expect
      .poll(() => lacking.textContent(), { timeout: 45_000 })
      .toMatch(/^1999年度は「.+」に値がありません。/);
    const described = (await year.getAttribute("aria-describedby"))?.split(" ") ?? [];
    expect(described).toContain(await lacking.locator("xpath=..").getAttribute("id"));
    await page.close();
  });

  it("asks step by step and gives whole tonnes beside the figures", async () => {
    const page = await site.page("/EN-S-001/");
    await page.getByLabel(/^年度（/).fill("2013");
    await page.getByRole("radio", { name: "熱量計から" }).check();
    await page.getByRole("radio", { name: "熱量と効率から（方法2）" }).check();
    const boiler = page.getByRole("region", { name: "ボイラー 1" });
    await boiler.getByLabel("導入後の燃料", { exact: true }).selectOption("city_gas");
    await boiler.getByLabel("ベースラインの燃料", { exact: true }).selectOption("heavy_oil_a");
    for (const group of [/^導入後の効率の発熱量基準/, /^ベースラインの効率の発熱量基準/]) {
      await boiler.getByRole("radiogroup", { name: group }).getByRole("radio").first().check();
    }
    await boiler
      .getByRole("radiogroup", { name: /自家消費/ })
      .getByLabel("はい")
      .check();
    await boiler
      .getByRole("radiogroup", { name: /^既存のボイラー/ })
      .getByLabel("いいえ")
      .check();
    const open = boiler.locator("input.figure");
    await expect.poll(() => open.count()).toBeGreaterThanOrEqual(3);
    await boiler.getByRole("textbox", { name: /熱量.*2013/ }).fill("10000");
    for (const name of [/^導入後の効率.*高位/, /^標準的な設備の効率（高位）/]) {
      await boiler.getByRole("textbox", { name }).first().fill("90");
    }
    expect(await result(page, /\d.*t-CO2/)).toBe("排出削減量（合計）212 t-CO2");
    await page.close();
  });
});

describe("every calculator", () => {
  it("has asked nobody else and broken no rule by then", () => {
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
  });
});
