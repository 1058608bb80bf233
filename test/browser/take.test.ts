import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { encode } from "uqr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

const words = {
  "/MEETING-1/": {
    share: "リンクで共有",
    link: "共有用のリンク",
    csv: "CSVで保存",
    png: "画像（PNG）で保存",
    price: "クレジット1 tの価格（円）",
    statement: "オフセット計算書（下書き）",
    organiser: "主催者",
    print: "計算書を印刷",
    look: "文字・色・ことば",
  },
  "/en/MEETING-1/": {
    share: "Share as a link",
    link: "Link to share",
    csv: "Save as CSV",
    png: "Save a picture (PNG)",
    price: "Price of one tonne of credits (yen)",
    statement: "Offset statement (draft)",
    organiser: "Organiser",
    print: "Print the statement",
    look: "Text size, colours, language",
  },
} as const;

/** Opens a meeting, fills it in and waits until everything stands around its result. */
async function meeting(path: keyof typeof words): Promise<Page> {
  const page = await site.page(path);
  for (const [index, text] of ["30", "120", "3"].entries()) {
    await page.locator("input.figure").nth(index).fill(text);
  }
  await page.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
  await page.locator(".take").waitFor();
  return page;
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFile(await download.path());
}

/** How many pages of paper a page makes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

describe("what is taken along from a meeting", () => {
  it("is a link with its code, files, a picture and a statement on one page", async () => {
    const page = await meeting("/MEETING-1/");
    const text = words["/MEETING-1/"];
    await page.getByLabel(text.price).fill("3500");
    await page.getByRole("button", { name: text.share }).click();
    const link = await page.getByLabel(text.link, { exact: true }).inputValue();
    expect(link.length).toBeLessThan(1_200);
    const code = await page.locator(".share svg").getAttribute("viewBox");
    const { size } = encode(link, { ecc: "M", border: 4 });
    expect(code).toBe(`0 0 ${size} ${size}`);

    const csv = await saved(page, text.csv);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString("utf8")).toContain("\r\n結果,total,会議の排出量,,13.40064,");
    const png = await saved(page, text.png);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2_400);

    await page.getByRole("button", { name: text.statement }).click();
    await page.getByLabel(text.organiser, { exact: true }).fill("見本町");
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole("button", { name: text.print }).click();
    expect(await sheets(page)).toBe(1);
    await expect.poll(() => page.getAttribute("html", "data-print")).toBe(null);

    const other = await site.context.newPage();
    await other.goto(link);
    await other.locator(".look .said").filter({ hasText: "リンクの入力を開きました" }).waitFor();
    await other.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    await expect.poll(() => other.getByLabel(text.price).inputValue()).toBe("3500");
    // A broken link in the same window leaves what is there.
    await other.evaluate(
      (broken) => {
        location.hash = broken;
      },
      new URL(link).hash.slice(0, -8),
    );
    await other.locator(".look .said").filter({ hasText: "壊れている" }).waitFor();
    expect(await other.locator("input.figure").first().inputValue()).toBe("30");
    await page.close();
    await other.close();
  });

  it("prints the statement in English on one page as well", async () => {
    const page = await meeting("/en/MEETING-1/");
    const text = words["/en/MEETING-1/"];
    await page.getByRole("button", { name: text.statement }).click();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole("button", { name: text.print }).click();
    expect(await sheets(page)).toBe(1);
    await page.close();
  });
});

describe("the switches of the look", () => {
  it("leave no violation in any colours, at any size, with everything unfolded", async () => {
    const page = await meeting("/MEETING-1/");
    const text = words["/MEETING-1/"];
    await page.getByRole("button", { name: text.look }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".look-panel").waitFor();
    for (const button of [text.share, text.statement]) {
      await page.getByRole("button", { name: button }).click();
    }
    await page.locator(".statement").waitFor();
    const small = await page
      .locator(".santei :is(button, select, summary, .radio, textarea, input:not([type=radio]))")
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML.slice(0, 80)),
      );
    expect(small).toEqual([]);
    // High enough that nothing is out of sight: what is not drawn has no places to measure.
    const looks = [
      { width: 1280, colorScheme: "light", forcedColors: "none", contrast: "標準" },
      { width: 320, colorScheme: "dark", forcedColors: "none", contrast: "はっきり" },
      { width: 320, colorScheme: "light", forcedColors: "none", contrast: "はっきり" },
      { width: 1280, colorScheme: "dark", forcedColors: "active", contrast: "標準" },
    ] as const;
    for (const { width, contrast, ...media } of looks) {
      await page.setViewportSize({ width, height: 9000 });
      await page.emulateMedia(media);
      await page
        .getByRole("group", { name: "色のはっきりさ" })
        .getByRole("radio", { name: contrast })
        .check();
      await page
        .getByRole("radio", { name: width === 320 ? "とても大きい" : "標準" })
        .first()
        .check();
      expect([width, media, await violations(page)]).toEqual([width, media, []]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
    await page.getByRole("radio", { name: "やさしい日本語" }).check();
    await page.locator(".santei ruby rt").first().waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("ja");
    await page.locator(".look-panel fieldset").last().getByRole("radio").last().check();
    expect(await page.locator(".santei ruby rt").first().isVisible()).toBe(false);
    await page.close();
  });
});

describe("whatever is taken along", () => {
  it("has asked nobody else and broken no rule by then", () => {
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
  });
});
