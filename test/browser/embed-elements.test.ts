import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fillMeeting,
  type OpenHosts,
  openHosts,
  toldTotal,
  waitForTotal,
} from "../support/host.ts";

let hosts: OpenHosts;

beforeAll(async () => {
  hosts = await openHosts();
});

afterAll(() => hosts?.close());

const element = (page: Page): Locator => page.locator("santei-calculator");

/** What a reader would notice of the style of a calculator. */
function look(page: Page): Promise<Readonly<Record<string, string>>> {
  return element(page)
    .locator(".santei p")
    .first()
    .evaluate((one) => {
      const style = getComputedStyle(one);
      const names = [
        "direction",
        "fontSize",
        "fontStyle",
        "fontWeight",
        "letterSpacing",
        "lineHeight",
        "textAlign",
        "textShadow",
        "textTransform",
        "whiteSpace",
        "wordBreak",
        "writingMode",
      ] as const;
      return Object.fromEntries(names.map((name) => [name, style[name]]));
    });
}

describe("<santei-calculator> on pages of others", () => {
  it.each(["element-hostile-css", "element-vertical", "element-right-to-left"])(
    "%s: looks as it does on a page without styles",
    async (name) => {
      const plain = await hosts.page("element-unstyled");
      const usual = await look(plain);
      await plain.close();
      const page = await hosts.page(name);
      await fillMeeting(element(page));
      await waitForTotal(element(page));
      expect(await look(page)).toEqual(usual);
      expect(await element(page).locator("input.figure").first().isVisible()).toBe(true);
      const box = await element(page).boundingBox();
      expect(box?.width).toBeGreaterThan(600);
      await page.close();
    },
  );

  it.each([
    ["element-strict", 0],
    ["element-trusted-types", 0],
  ])("%s: calculates, with %i workers", async (name, workers) => {
    const page = await hosts.page(name);
    await fillMeeting(element(page));
    await waitForTotal(element(page));
    await element(page).getByRole("region", { name: "結果の根拠" }).waitFor();
    expect(page.workers().length).toBe(workers);
    await page.close();
  });

  it.each(["element-refused", "element-unknown"])("%s: leaves the link", async (name) => {
    const page = await hosts.page(name);
    await page.waitForLoadState("networkidle");
    await page.getByRole("link", { name: "会議のCO2を計算する" }).waitFor();
    await page.close();
  });

  it("element-prefilled: looks and begins as its attributes say, and gives its result", async () => {
    const page = await hosts.page("element-prefilled");
    await waitForTotal(element(page));
    expect(await element(page).locator("input.figure").first().inputValue()).toBe("30");
    const shown = await element(page)
      .locator(".santei")
      .evaluate((one) => {
        const { colorScheme, fontSize, backgroundColor } = getComputedStyle(one);
        return [one.getAttribute("lang"), colorScheme, fontSize, backgroundColor];
      });
    expect(shown).toEqual(["en", "dark", "18px", "rgb(22, 24, 29)"]);
    await expect.poll(() => toldTotal(page), { timeout: 15_000 }).toBe("13.4");
    await element(page).locator("input.figure").nth(1).fill("240");
    await expect.poll(() => toldTotal(page), { timeout: 15_000 }).toBe("26.8");
    await page.close();
  });

  it("element-in-dialog: calculates, and keeps the focus inside", async () => {
    const page = await hosts.page("element-in-dialog");
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    await fillMeeting(element(page));
    await waitForTotal(element(page));
    await element(page).getByRole("button", { name: "計算する" }).click();
    await expect.poll(() => element(page).locator(".result h2:focus").count()).toBe(1);
    await page.close();
  });

  it("element-in-app: is drawn each time that it is added", async () => {
    const page = await hosts.page("element-in-app");
    for (const total of ["13.4", "26.8"]) {
      await page.evaluate(() => {
        const one = document.createElement("santei-calculator");
        one.setAttribute("methodology", "MEETING-1");
        document.getElementById("app")?.append(one);
      });
      await fillMeeting(element(page));
      await element(page)
        .locator("input.figure")
        .nth(1)
        .fill(total === "13.4" ? "120" : "240");
      await waitForTotal(element(page), total);
      await page.evaluate(() => document.querySelector("santei-calculator")?.remove());
    }
    // Moved while it stands.
    await page.evaluate(() => {
      const one = document.createElement("santei-calculator");
      one.setAttribute("methodology", "MEETING-1");
      document.body.append(one);
      document.getElementById("app")?.append(one);
    });
    await fillMeeting(element(page));
    await waitForTotal(element(page));
    expect(await element(page).count()).toBe(1);
    await page.close();
  });

  it("goes on without a network once it has calculated", async () => {
    const page = await hosts.page("element-unstyled");
    await fillMeeting(element(page));
    await waitForTotal(element(page));
    await element(page).getByRole("region", { name: "結果の根拠" }).waitFor();
    await hosts.site.context.setOffline(true);
    await element(page).locator("input.figure").nth(1).fill("240");
    await waitForTotal(element(page), "26.8");
    await hosts.site.context.setOffline(false);
    await page.close();
  });
});

describe("an engine that never answers", () => {
  it("is replaced by one on the thread of a frame", async () => {
    const page = await hosts.site.context.newPage();
    await page.route(/\/assets\/worker-[^/]+\.js$/, (route) =>
      route.fulfill({ contentType: "text/javascript", body: "setInterval(() => {}, 1000);" }),
    );
    await page.goto(`${hosts.address}frame-without-script`);
    const frame = page.frameLocator("iframe");
    await fillMeeting(frame);
    await waitForTotal(frame);
    await page.close();
  });
});
