import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../engine/service/protocol.ts";
import { loadedBy, readBuilt } from "../support/built.ts";
import { type OpenSite, openSite } from "../support/site.ts";

const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const counted = loadedBy("site/MEETING-1/", newest["MEETING-1"] ?? "").map((file) =>
  file.replace("site/", ""),
);

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

/** The meeting's page, on which everything beyond what is counted comes once it is let through, or never. */
async function openSlowly(): Promise<{ readonly page: Page; readonly letThrough: () => void }> {
  let letThrough: () => void = () => undefined;
  const isLet = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const page = await site.context.newPage();
  await page.route(
    (address) => {
      const path = address.pathname.slice(1);
      return !path.endsWith(".svg") && !path.endsWith("/") && !counted.includes(path);
    },
    async (route) => {
      await isLet;
      await route.continue();
    },
  );
  await page.goto(`${site.address}MEETING-1/`);
  return { page, letThrough };
}

/** The machine may be busy. */
const patience = { timeout: 45_000 };

const region = (page: Page) => page.locator('.result [role="status"]');

describe("a calculator that has loaded no more than is counted", () => {
  it("reads what is typed and shows the first result", async () => {
    const { page } = await openSlowly();
    await page.getByLabel("参加人数").fill("30");
    await page.getByLabel("会議室の面積").fill("120");
    expect(await region(page).textContent()).toBe("入力すると、ここに結果が出ます。");
    await page.getByLabel("使用時間").first().fill("3");
    await expect.poll(() => region(page).textContent(), patience).toBe("会議の排出量13.4 kg-CO2e");
    await page.getByLabel("会議室の面積").fill("240");
    await expect.poll(() => region(page).textContent(), patience).toBe("会議の排出量26.8 kg-CO2e");
    expect(await page.locator(".settings").count()).toBe(0);
    await page.close();
  });

  it("keeps what was typed, chosen and pressed until the rest has come", async () => {
    const { page, letThrough } = await openSlowly();
    const people = page.getByLabel("参加人数");
    await people.fill("30");
    await page.getByRole("radio", { name: "会場とオンライン" }).check();
    await page.locator("summary", { hasText: "参加者の移動" }).click();
    await page.getByRole("button", { name: "移動を追加" }).click();
    await people.focus();
    letThrough();
    await page.getByRole("region", { name: "移動 1" }).waitFor();
    expect(await people.inputValue()).toBe("30");
    expect(await page.getByRole("radio", { name: "会場とオンライン" }).isChecked()).toBe(true);
    await page.getByLabel("会議室の面積").fill("120");
    await page.getByLabel("使用時間").first().fill("3");
    await page.getByRole("button", { name: "計算する" }).click();
    const summary = page.getByRole("region", { name: /^入力を確かめてください/ });
    await summary.waitFor();
    expect(await summary.textContent()).not.toMatch(/「(参加人数|会議室の面積)」/);
    expect(await people.inputValue()).toBe("30");
    await page.close();
  });

  it("draws the figure again as the whole calculator does", async () => {
    const { page, letThrough } = await openSlowly();
    await page.getByLabel("参加人数").fill("30");
    await page.getByLabel("会議室の面積").fill("120");
    await page.getByLabel("使用時間").first().fill("3");
    await expect.poll(() => region(page).textContent(), patience).toContain("13.4");
    const first = await region(page).innerHTML();
    letThrough();
    await page.locator(".settings").waitFor();
    await expect.poll(() => region(page).innerHTML(), patience).toBe(first);
    await page.close();
  });

  it("changes the language once it can", async () => {
    const { page, letThrough } = await openSlowly();
    await page.getByLabel("参加人数").fill("30");
    await page.getByRole("link", { name: "English" }).click();
    letThrough();
    await page.getByRole("heading", { name: "Result", exact: true }).waitFor();
    expect(await page.getByLabel("Participants").first().inputValue()).toBe("30");
    await page.close();
  });

  it("has asked nobody else and broken no rule by then", () => {
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
  });
});
