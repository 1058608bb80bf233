import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

// One long and one short page of each kind in each colour: axe measures every cell.
const documents = [
  ["EN-S-001/reference/", "light"],
  ["en/SCHEME-3/reference/", "dark"],
  ["coverage/", "light"],
  ["en/conformance/", "dark"],
] as const;

describe.each(documents)("%s", (path, colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.page(path);
  });
  afterAll(() => page?.close());

  it(`has nothing that axe objects to, ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  it("needs no script, and no sideways scrolling at 320 px with everything unfolded", async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.locator("script").count()).toBe(0);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });

  it("leads nowhere that is not there", async () => {
    const broken = await page.evaluate(async () => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")];
      const pages = new Map<string, Document>([[location.href.split("#")[0] ?? "", document]]);
      const missing: string[] = [];
      for (const { href } of links.filter((link) => link.href.startsWith(location.origin))) {
        const [address = "", anchor] = href.split("#");
        let target = pages.get(address);
        if (target === undefined) {
          const answer = await fetch(address);
          if (!answer.ok) missing.push(href);
          target = new DOMParser().parseFromString(await answer.text(), "text/html");
          pages.set(address, target);
        }
        if (anchor && target.getElementById(decodeURIComponent(anchor)) === null)
          missing.push(href);
      }
      return [...new Set(missing)];
    });
    expect(broken).toEqual([]);
  });
});

describe("a reference page", () => {
  it("draws its equations as mathematics", async () => {
    const page = await site.page("EN-S-001/reference/");
    const fractions = page.locator("#formula-baseline_of_boiler math mfrac");
    expect(await fractions.count()).toBeGreaterThan(0);
    const box = await fractions.first().boundingBox();
    expect(box?.height).toBeGreaterThan(20);
    expect(await page.locator("main code", { hasText: /^[0-9a-f]{64}$/ }).count()).toBe(1);
    await page.close();
  });

  it("is one link away from its calculator, and back", async () => {
    const page = await site.page("en/EN-S-001/");
    await page.getByRole("link", { name: "Formulas, figures and sources" }).click();
    await page.waitForURL(/\/en\/EN-S-001\/reference\/$/);
    await page.getByRole("link", { name: "Calculate with this methodology" }).click();
    await page.waitForURL(/\/en\/EN-S-001\/$/);
    await page.close();
  });

  it("asked no other origin and was refused nothing", () => {
    expect(site.foreign).toEqual([]);
    expect(site.reports).toEqual([]);
    expect(site.errors).toEqual([]);
  });
});
