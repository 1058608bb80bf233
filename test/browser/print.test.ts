import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

async function fill(page: Page): Promise<void> {
  for (const [index, text] of ["30", "120", "3"].entries()) {
    await page.locator("input.figure").nth(index).fill(text);
  }
  await page.locator(".headline .total").waitFor();
  await page.locator(".explanation > summary").waitFor();
}

describe("printing", () => {
  it("puts a meeting and its result on one A4 page", async () => {
    const page = await site.page("/MEETING-1/");
    await fill(page);
    const pdf = await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(1);
    await page.close();
  });

  it("prints every step once where the explanation is open, and folds all again", async () => {
    const page = await site.page("/MEETING-1/");
    await fill(page);
    await page.locator(".explanation > summary").click();
    await page.locator(".explanation details.step").first().waitFor();
    const folded = await page.locator("details.group:not([open])").count();
    expect(folded).toBeGreaterThan(0);
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return document.querySelectorAll(".step.printed").length;
    });
    expect(printed).toBeGreaterThan(5);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(() => page.locator("details.group:not([open])").count()).toBe(folded);
    await page.close();
  });

  it("leaves buttons and navigation out", async () => {
    const page = await site.page("/MEETING-1/");
    await page.getByRole("button", { name: "印刷" }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(await page.getByRole("link", { name: "English" }).isVisible()).toBe(false);
    await page.close();
  });
});
