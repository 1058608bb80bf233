import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

/** Goes on with the Tab key until the focus is on something of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.labels?.[0]?.textContent ?? at?.textContent ?? "";
    });
    if (found.startsWith(name)) return;
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

describe("the keyboard alone", () => {
  it("skips to the content", async () => {
    const page = await site.page("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("本文へ移動");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.close();
  });

  it("fills in the meeting calculator, submits with Enter and reaches the result", async () => {
    const page = await site.page("/MEETING-1/");
    await page.getByRole("button", { name: "印刷" }).waitFor();
    await tabTo(page, "参加人数");
    await page.keyboard.type("30");
    await tabTo(page, "会議室の面積");
    await page.keyboard.type("120");
    await tabTo(page, "使用時間");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 45_000 })
      .toBe("結果");
    expect(await page.locator(".headline .total").textContent()).toContain("13.4");
    await page.close();
  });

  it("adds an item and lands on it", async () => {
    const page = await site.page("/MEETING-1/");
    await page.getByRole("button", { name: "印刷" }).waitFor();
    await tabTo(page, "参加者の移動");
    await page.keyboard.press("Enter");
    await tabTo(page, "移動を追加");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("移動 1");
    await page.close();
  });
});
