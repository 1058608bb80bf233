import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../engine/service/protocol.ts";
import { loadedBy, readBuilt, wordsOf } from "../support/built.ts";
import { type OpenSite, openSite } from "../support/site.ts";

const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const calculators = Object.keys(newest);

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

function expectKept(): void {
  expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
}

describe("the built site in Chromium", () => {
  it.each(calculators)(
    "%s paints at first what the engine then asks, and loads what is counted",
    async (id) => {
      const before = site.requests.length;
      const page = await site.page(`/${id}/`);
      const names = (source: string) =>
        page.evaluate((html) => {
          const root = new DOMParser().parseFromString(html, "text/html");
          return [...root.querySelectorAll(".questions .question > :is(label, legend, .label)")]
            .filter((one) => one.closest(".settings") === null)
            .map((one) => one.textContent);
        }, source);
      const painted = await names(readBuilt(`site/${id}/index.html`));
      await page.locator(".settings").waitFor();
      const loaded = site.requests
        .slice(before)
        .map((address) => decodeURIComponent(address.slice(site.address.length)))
        .map((path) => `site/${path.endsWith("/") ? `${path}index.html` : path}`);
      expect(await names(await page.content())).toEqual(painted);
      expect(painted.length).toBeGreaterThan(0);
      // What is counted comes before all else but words, where these have to say why there is no result. What may be
      // wanted next comes after the first answer, on a busy machine before the whole calculator.
      const end = loaded.findIndex((path) => path.includes("/start-whole-"));
      const until = [...new Set(loaded.slice(0, end))].filter((path) => !path.endsWith(".svg"));
      const counted = new Set(loadedBy(`site/${id}/`, newest[id] ?? ""));
      const first = until.slice(0, until.findLastIndex((path) => counted.has(path)) + 1);
      const telling = new Set([...counted, ...wordsOf(newest[id] ?? "")]);
      expect(first.filter((path) => !telling.has(path))).toEqual([]);
      if (id === "MEETING-1") expect(first.sort()).toEqual([...counted].sort());
      expectKept();
      await page.close();
    },
  );

  it.each(["", "en/", "en/EVENT-1/"])(
    "/%s loads from its own origin alone and breaks no rule of the policy, until nothing more comes",
    async (path) => {
      const page = await site.page(`/${path}`);
      await page.waitForLoadState("networkidle");
      expectKept();
      expect(await page.getAttribute("html", "lang")).toBe(path.startsWith("en/") ? "en" : "ja");
      expect(await page.title()).not.toBe("");
      await page.close();
    },
  );

  it("brings quietly what may be wanted next, and then works without a connection", async () => {
    const page = await site.page("/MEETING-1/");
    const tables = page.context().waitForEvent("request", (one) => one.url().includes("/tables/"));
    await tables;
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByLabel("参加人数").fill("３０");
    await page.getByLabel("会議室の面積").fill("120");
    await page.getByLabel("使用時間").first().fill("3");
    await page.locator("summary", { hasText: "参加者の移動" }).click();
    await page.getByRole("button", { name: "移動を追加" }).click();
    const leg = page.getByRole("region", { name: "移動 1" });
    await leg.getByLabel("人数").fill("20");
    await leg.getByRole("radio", { name: "鉄道" }).check();
    await leg.getByLabel("出発地", { exact: true }).selectOption("iwate");
    await leg.getByLabel("開催地", { exact: true }).selectOption("tokyo");
    await page.locator(".headline .total").waitFor();
    await page.locator("summary", { hasText: "計算の過程" }).click();
    await page.locator(".explanation details.step > summary").first().click();
    await page.locator(".explanation .source").first().waitFor();
    expect(await page.locator('.result [role="alert"]').textContent()).toBe("");
    await page.context().setOffline(false);
    await page.close();
  });
});
