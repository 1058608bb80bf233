import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

/** How a state is looked at: the page is brought there once. */
const views = [
  { colorScheme: "light", forcedColors: "none", width: 1280 },
  { colorScheme: "dark", forcedColors: "none", width: 320 },
  { colorScheme: "light", forcedColors: "active", width: 1280 },
] as const;

/** High enough that no item is out of sight: what is not drawn has no places to measure. */
const whole = 9000;

async function expectClean(page: Page, height = 800): Promise<void> {
  for (const { width, ...media } of views) {
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height });
    expect([media, await violations(page)]).toEqual([media, []]);
  }
  await page.close();
}

async function fill(page: Page): Promise<void> {
  for (const [index, text] of ["30", "120", "3"].entries()) {
    await page.locator("input.figure").nth(index).fill(text);
  }
  await page.locator(".headline .total").waitFor();
}

describe("WCAG 2.2 AA, as far as axe can tell, in light, dark and forced colours", () => {
  it("the catalogue", async () => {
    await expectClean(await site.page("/"));
  });

  it("a meeting with everything unfolded", async () => {
    const page = await site.page("/en/MEETING-1/");
    await fill(page);
    await page.locator(".explanation > summary").click();
    await page.locator(".explanation .step").first().waitFor();
    for (const summary of await page.locator("details:not([open]) > summary").all()) {
      if (await summary.isVisible()) await summary.click();
    }
    for (const add of await page.getByRole("button", { name: /^Add/ }).all()) await add.click();
    await page.getByRole("region", { name: "Trip 1" }).waitFor();
    await expectClean(page);
  });

  it("a meeting with an empty trip", async () => {
    const page = await site.page("/MEETING-1/");
    await fill(page);
    await page.locator("summary", { hasText: "参加者の移動" }).click();
    await page.getByRole("button", { name: "移動を追加" }).click();
    await page.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    await page.getByRole("button", { name: "移動 1を削除" }).waitFor();
    await expectClean(page);
  });

  it("boilers in a year without values, and after a failed submit", async () => {
    const page = await site.page("/EN-S-001/");
    await page.getByLabel(/^年度（/).fill("1999");
    await page.locator(".message.hint").first().waitFor();
    await page.getByRole("button", { name: "計算する" }).click();
    await page.locator(".errors").waitFor();
    await expectClean(page);
  });

  it.each(["/EVENT-1/", "/en/EN-R-002/", "/FO-001/"])("%s unfolded", async (path) => {
    const page = await site.page(path);
    await page.locator(".settings").waitFor();
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await expectClean(page, whole);
  });
});

describe("the layout", () => {
  it.each(["/", "/MEETING-1/", "/EN-S-001/", "/en/AG-004/"])(
    "%s needs no sideways scrolling at 320 px",
    async (path) => {
      const page = await site.page(path);
      await page.setViewportSize({ width: 320, height: 800 });
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(320);
      await page.close();
    },
  );

  it("gives every control 44 pixels", async () => {
    const page = await site.page("/MEETING-1/");
    await page.waitForLoadState("networkidle");
    const small = await page
      .locator(".santei :is(button, select, summary, .radio, input:not([type=radio], [hidden]))")
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML.slice(0, 80)),
      );
    expect(small).toEqual([]);
    await page.close();
  });
});
