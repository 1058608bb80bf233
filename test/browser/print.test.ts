import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

describe("printing", () => {
  it("unfolds what matters, with every step once, and folds it again", async () => {
    const page = await site.page("/MEETING-1/");
    for (const [index, text] of ["30", "120", "3"].entries()) {
      await page.locator("input.figure").nth(index).fill(text);
    }
    await page.locator(".headline .total").waitFor();
    await page.locator(".explanation > summary").click();
    await page.locator(".explanation details.step").first().waitFor();
    const folded = await page.locator("details.group:not([open])").count();
    expect(folded).toBeGreaterThan(0);
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return {
        folded: document.querySelectorAll("details.group:not([open])").length,
        steps: document.querySelectorAll(".step.printed").length,
      };
    });
    expect(printed.folded).toBe(0);
    expect(printed.steps).toBeGreaterThan(5);
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
