import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

describe("<santei-calculator>", () => {
  it("calculates inside its shadow tree, in the look of its own, under the site's policy", async () => {
    const page = await site.page("/");
    await page.evaluate(() => {
      document.body.style.letterSpacing = "1em";
      for (const language of ["ja", "en"]) {
        const element = document.createElement("santei-calculator");
        element.setAttribute("methodology", "MEETING-1");
        element.setAttribute("lang", language);
        document.body.append(element);
      }
    });
    await page.addScriptTag({ url: `${site.address}embed.js`, type: "module" });
    const english = page.locator('santei-calculator[lang="en"]');
    const figures = english.locator("input.figure");
    for (const [index, text] of ["30", "120", "3"].entries()) await figures.nth(index).fill(text);
    await english.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    const japanese = page.locator('santei-calculator[lang="ja"]');
    await japanese.getByRole("heading", { name: "足りない入力" }).waitFor();
    expect(
      await english.locator(".santei").evaluate((one) => getComputedStyle(one).letterSpacing),
    ).toBe("normal");
    expect(page.workers().length).toBe(1);
    await english.evaluate((one) => one.setAttribute("lang", "ja"));
    await page.locator("santei-calculator").last().getByRole("heading", { name: "結果" }).waitFor();
    expect(
      await page.locator("santei-calculator").last().locator("input.figure").first().inputValue(),
    ).toBe("30");
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
    await page.close();
  });
});
