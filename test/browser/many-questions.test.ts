import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

it("a question under the pointer stays there while others appear above it", async () => {
  const page = await site.page("/en/EN-S-006/");
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.locator(".settings").waitFor();
  const fields = page.locator("form .question");
  const count = await fields.count();
  const target = page.getByRole("button", { name: "Add: Group of lamps" });
  const day = page.locator("section.item input[type=date]").first();
  await day.scrollIntoViewIfNeeded();
  await target.hover();
  const before = await target.boundingBox();
  await day.fill("2023-04-01");
  await expect.poll(() => fields.count(), { timeout: 5000 }).toBeGreaterThan(count);
  const moved = ((await target.boundingBox())?.y ?? 0) - (before?.y ?? 0);
  expect(Math.abs(moved)).toBeLessThan(2);
  await page.close();
});

it("an office's table is taken from a file, refused with what is wrong, and given up again", async () => {
  const page = await site.page("/en/FO-001/");
  await page.locator(".settings").waitFor();
  await page.locator(".own-tables > summary").click();
  const own = page.getByRole("region", { name: "Yield table", exact: true });
  const take = (text: string) =>
    own
      .locator("input[type=file]")
      .setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await take("prefecture,species,age,volume\nkochi,sugi,40,300\n");
  await own.getByText("The header lacks the column “site_class”.").waitFor();
  await take(
    "prefecture,species,site_class,age,volume\nkochi,sugi,class_1,0,0\nkochi,sugi,class_1,40,300\n",
  );
  await own.getByText(/^Your table is chosen: 2 rows, identity [0-9a-f]{12}\.$/).waitFor();
  expect(await own.locator(".message").count()).toBe(0);
  await own.getByRole("button", { name: "Use the table of the edition" }).click();
  await expect.poll(() => own.getByText(/^Your table is chosen/).count()).toBe(0);
  expect([site.errors, site.reports, site.foreign]).toEqual([[], [], []]);
  await page.close();
});
