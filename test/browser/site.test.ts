import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../engine/service/protocol.ts";
import { loadedBy, readBuilt } from "../support/built.ts";
import { type OpenSite, openSite } from "../support/site.ts";

const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const calculators = Object.keys(newest);
const paths = ["", ...calculators.map((id) => `${id}/`)].flatMap((path) => [path, `en/${path}`]);

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

describe("the built site in Chromium", () => {
  it.each(paths)(
    "/%s loads from its own origin alone and breaks no rule of the policy",
    async (path) => {
      const page = await site.page(`/${path}`);
      await page.waitForLoadState("networkidle");
      expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
      expect(await page.getAttribute("html", "lang")).toBe(path.startsWith("en/") ? "en" : "ja");
      expect(await page.title()).not.toBe("");
      await page.close();
    },
  );

  it.each(calculators)("%s loads nothing uncounted before its first result", async (id) => {
    const before = site.requests.length;
    const page = await site.page(`/${id}/`);
    await page.waitForLoadState("networkidle");
    const counted = loadedBy(`site/${id}/`, newest[id] ?? "").map((file) =>
      file.replace("site/", ""),
    );
    const loaded = site.requests
      .slice(before)
      .map((address) => decodeURIComponent(address.slice(site.address.length)))
      .map((path) => (path.endsWith("/") ? `${path}index.html` : path));
    const last = loaded.findIndex((path) => path.endsWith("/tree.json"));
    expect(last).toBeGreaterThan(0);
    const uncounted = loaded.slice(0, last + 1).filter((path) => !counted.includes(path));
    expect(uncounted.filter((path) => !path.endsWith(".svg"))).toEqual([]);
    await page.close();
  });

  it.each(calculators)("%s paints at first what the engine then asks", async (id) => {
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
    expect(await names(await page.content())).toEqual(painted);
    expect(painted.length).toBeGreaterThan(2);
    await page.close();
  });
});
