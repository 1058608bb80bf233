import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

const views = [
  ["light", 1280],
  ["dark", 1280],
  ["light", 320],
] as const;

describe("WCAG 2.2 AA, as far as axe can tell", () => {
  it.each(views)("%s at %i px: the catalogue", async (colorScheme, width) => {
    const page = await site.page("/");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(views)("%s at %i px: a meeting with everything unfolded", async (colorScheme, width) => {
    const page = await site.page("/en/MEETING-1/");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page
      .getByLabel("People taking part")
      .or(page.locator("input.figure").first())
      .first()
      .fill("30");
    await page.locator("input.figure").nth(1).fill("120");
    await page.locator("input.figure").nth(2).fill("3");
    await page.locator(".headline .total").waitFor();
    await page.locator(".explanation > summary").click();
    await page.locator(".explanation .step").first().waitFor();
    for (const summary of await page.locator("details:not([open]) > summary").all()) {
      if (await summary.isVisible()) await summary.click();
    }
    for (const add of await page.getByRole("button", { name: /^Add/ }).all()) await add.click();
    await page.waitForTimeout(500);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(views)("%s at %i px: a meeting with an empty trip", async (colorScheme, width) => {
    const page = await site.page("/MEETING-1/");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const [index, text] of ["30", "120", "3"].entries()) {
      await page.locator("input.figure").nth(index).fill(text);
    }
    await page.locator("summary", { hasText: "参加者の移動" }).click();
    await page.getByRole("button", { name: "移動を追加" }).click();
    await page.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    await page.getByRole("button", { name: "移動 1を削除" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(views)("%s at %i px: boilers in a year without values", async (colorScheme, width) => {
    const page = await site.page("/EN-S-001/");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.getByLabel(/^年度（/).fill("1999");
    await page.locator(".message.hint").first().waitFor();
    await page.locator(".settings").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ["light", 1280],
    ["dark", 320],
  ] as const)(
    "%s at %i px: an event, solar panels and a forest, unfolded",
    async (colorScheme, width) => {
      for (const path of ["/EVENT-1/", "/en/EN-R-002/", "/FO-001/"]) {
        const page = await site.page(path);
        await page.emulateMedia({ colorScheme });
        // High enough that no item is out of sight: what is not drawn has no places to measure.
        await page.setViewportSize({ width, height: 9000 });
        await page.locator(".settings").waitFor();
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        await page.waitForTimeout(300);
        expect([path, await violations(page)]).toEqual([path, []]);
        await page.close();
      }
    },
  );

  it.each(views)("%s at %i px: boilers after a failed submit", async (colorScheme, width) => {
    const page = await site.page("/EN-S-001/");
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole("button", { name: "計算する" }).click();
    await page.locator(".errors").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

describe("forced colours", () => {
  it("leave a filled meeting without a violation", async () => {
    const page = await site.page("/en/MEETING-1/");
    await page.emulateMedia({ forcedColors: "active" });
    for (const [index, text] of ["30", "120", "3"].entries()) {
      await page.locator("input.figure").nth(index).fill(text);
    }
    await page.locator(".headline .total").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
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
