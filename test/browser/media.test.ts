import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

async function meeting(page: Page): Promise<void> {
  for (const [index, text] of ["30", "120", "3"].entries()) {
    await page.locator("input.figure").nth(index).fill(text);
  }
  await page.locator(".headline .total").waitFor();
  await page.locator("table svg.bar").first().waitFor();
}

describe("a reader's own settings", () => {
  it("of colours keep borders, marks and bars in sight", async () => {
    const page = await site.page("/MEETING-1/");
    await page.emulateMedia({ forcedColors: "active" });
    await meeting(page);
    const borders = await page
      .locator(".result, .headline, .breakdown, .radio:has(:checked)")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopStyle));
    expect(new Set(borders)).toEqual(new Set(["solid"]));
    const adjust = await page
      .locator("table svg.bar")
      .first()
      .evaluate((one) => getComputedStyle(one).forcedColorAdjust);
    expect(adjust).toBe("none");
    await page.close();
  });

  it("of less motion leave no transition or animation", async () => {
    const page = await site.page("/MEETING-1/");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await meeting(page);
    const moving = await page.locator(".santei *").evaluateAll((all) =>
      all
        .filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return transitionDuration !== "0s" || animationName !== "none";
        })
        .map((one) => one.className),
    );
    expect(moving).toEqual([]);
    await page.close();
  });

  it("of 400 % zoom lose nothing of a filled calculator to the side", async () => {
    const page = await site.page("/en/MEETING-1/");
    await page.setViewportSize({ width: 320, height: 256 });
    await meeting(page);
    await page.locator(".grounds").waitFor();
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await page.locator(".explanation details.step > summary").first().waitFor();
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(320);
    await page.getByRole("button", { name: "Add: Trip" }).click();
    await page.getByRole("region", { name: "Trip 1" }).waitFor();
    expect(await wide()).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe("a screen reader", () => {
  it("is told of a result once", async () => {
    const page = await site.page("/MEETING-1/");
    await meeting(page);
    await page.evaluate(() => {
      const told: string[] = [];
      Reflect.set(globalThis, "told", told);
      for (const region of document.querySelectorAll('[role="status"], [role="alert"]')) {
        new MutationObserver(() => {
          const text = region.textContent?.replace(/\s+/g, " ").trim() ?? "";
          if (text !== "" && text !== told.at(-1)) told.push(text);
        }).observe(region, { subtree: true, childList: true, characterData: true });
      }
    });
    await page.locator("input.figure").nth(1).fill("240");
    await page.locator(".headline .total").filter({ hasText: "26.8" }).waitFor();
    await page.waitForTimeout(300);
    const told = await page.evaluate(() => Reflect.get(globalThis, "told") as string[]);
    expect(told).toEqual([expect.stringContaining("26.8 kg-CO2e")]);
    await page.close();
  });
});
