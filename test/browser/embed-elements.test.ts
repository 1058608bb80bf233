import { readFileSync } from "node:fs";
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
  it("element-unstyled: goes on without a network; others look as it does, whatever their page says", async () => {
    const plain = await hosts.page("element-unstyled");
    await fillMeeting(element(plain));
    await waitForTotal(element(plain));
    await element(plain).getByRole("region", { name: "結果の根拠" }).waitFor();
    await hosts.site.context.setOffline(true);
    await element(plain).locator("input.figure").nth(1).fill("240");
    await waitForTotal(element(plain), "26.8");
    await hosts.site.context.setOffline(false);
    const usual = await look(plain);
    await plain.close();
    for (const name of ["element-hostile-css", "element-vertical", "element-right-to-left"]) {
      const page = await hosts.page(name);
      await fillMeeting(element(page));
      await waitForTotal(element(page));
      expect([name, await look(page)]).toEqual([name, usual]);
      expect(await element(page).locator("input.figure").first().isVisible()).toBe(true);
      const box = await element(page).boundingBox();
      expect(box?.width).toBeGreaterThan(600);
      await page.close();
    }
  });

  it("element-strict: calculates on the thread of a page that refuses frames and workers", async () => {
    const page = await hosts.page("element-strict");
    await fillMeeting(element(page));
    await waitForTotal(element(page));
    await element(page).getByRole("region", { name: "結果の根拠" }).waitFor();
    expect(page.workers().length).toBe(0);
    expect(await page.locator("iframe").count()).toBe(0);
    await page.close();
  });

  it.each(["element-trusted-types", "element-framed-engine"])(
    "%s: calculates in a worker of a hidden frame, which outlives the body",
    async (name) => {
      const open = async () => {
        const page = await hosts.page(name);
        const one = page.locator("santei-calculator, santei-meeting");
        await fillMeeting(one);
        await waitForTotal(one);
        return page;
      };
      let page = await open();
      // On a slow machine the frame may come later than the page waits for it.
      for (let visit = 0; visit < 4 && page.workers().length === 0; visit += 1) {
        await page.close();
        page = await open();
      }
      expect(page.workers().length).toBe(1);
      expect(await page.locator("iframe").count()).toBe(1);
      expect(await page.locator("iframe").isVisible()).toBe(false);
      await page.evaluate(() => {
        const body = document.createElement("body");
        const next = document.createElement("santei-meeting");
        for (const [attribute, answer] of [
          ["people", "30"],
          ["room-area", "240"],
          ["room-hours", "3"],
        ] as const) {
          next.setAttribute(attribute, answer);
        }
        body.append(next);
        document.body.replaceWith(body);
      });
      await waitForTotal(page.locator("santei-meeting"), "26.8");
      expect(page.workers().length).toBe(1);
      await page.close();
    },
  );

  it("element-two-versions: the second home draws frames in the elements that are its own", async () => {
    const page = await hosts.page("element-two-versions");
    const first = page.locator("#first");
    await fillMeeting(first);
    await waitForTotal(first);
    // Frames out of sight are not loaded, nor laid out.
    await page.locator("#second iframe").scrollIntoViewIfNeeded();
    const frame = page.frameLocator("#second iframe");
    await waitForTotal(frame);
    expect(await frame.locator("html").getAttribute("lang")).toBe("en");
    await frame.getByLabel("Area of the room").waitFor();
    expect(await frame.getByLabel("People taking part").count()).toBe(0);
    await expect
      .poll(() => page.locator("#second iframe").evaluate((one) => one.clientHeight), {
        timeout: 45_000,
      })
      .not.toBe(1200);
    await expect.poll(() => page.locator("#second a").count()).toBe(0);
    await page.getByRole("link", { name: "Elsewhere" }).waitFor();
    await expect.poll(() => toldTotal(page)).toBe("13.4");
    await page.close();
  });

  it("element-pinned: runs by the hash of its script, where neither other scripts nor frames may", async () => {
    const page = await hosts.page("element-pinned");
    const meeting = page.locator("santei-meeting");
    await waitForTotal(meeting);
    await meeting.getByRole("region", { name: "結果の根拠" }).waitFor();
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".js")),
    );
    expect(scripts).toHaveLength(1);
    await page.close();
  });

  it("element-rewritten: stands what systems do to attributes", async () => {
    const page = await hosts.page("element-rewritten");
    const first = page.locator("#first");
    await waitForTotal(first);
    expect(
      await first
        .locator(".santei")
        .evaluate((one) => [one.getAttribute("lang"), getComputedStyle(one).colorScheme]),
    ).toEqual(["en", "dark"]);
    const second = page.locator("#second");
    await fillMeeting(second);
    await waitForTotal(second);
    await page.locator("#third").getByRole("link").waitFor();
    const frame = page.frameLocator('iframe[title="枠で計算する"]');
    await expect
      .poll(() => frame.locator("input.figure").first().inputValue(), { timeout: 45_000 })
      .toBe("30");
    expect(await frame.locator("html").evaluate((one) => getComputedStyle(one).colorScheme)).toBe(
      "dark",
    );
    await page.close();
  });

  it("leaves the link where the page refuses the script, its hash is another, or there is no such methodology", async () => {
    const names = ["element-refused", "element-unknown", "element-tampered"];
    const pages = await Promise.all(names.map(hosts.page));
    for (const page of pages) {
      await page.waitForLoadState("networkidle");
      await page.getByRole("link", { name: "会議のCO2を計算する" }).waitFor();
      await page.close();
    }
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
    await expect.poll(() => toldTotal(page), { timeout: 45_000 }).toBe("13.4");
    await element(page).locator("input.figure").nth(1).fill("240");
    await expect.poll(() => toldTotal(page), { timeout: 45_000 }).toBe("26.8");
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

  it("works with the lines of the README, and asks nobody else for anything", async () => {
    const [, lines = ""] =
      /## Embed a calculator\s+```html\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ??
      [];
    const { site, address } = hosts;
    const before = site.errors.length;
    const page = await hosts.paste(
      lines.replaceAll("https://your.example/santei/", site.address),
      "default-src * 'unsafe-inline'",
    );
    await element(page).getByRole("heading", { name: "会議", exact: true }).waitFor();
    await element(page).getByLabel("参加人数").fill("30");
    await element(page).getByLabel("会議室の面積").fill("120");
    await element(page).getByLabel("使用時間").first().fill("3");
    await waitForTotal(element(page));
    const isKnown = (one: string) => one.startsWith(site.address) || one.startsWith(address);
    expect(site.requests.filter((one) => !isKnown(one))).toEqual([]);
    expect(await page.evaluate(() => document.cookie + localStorage.length)).toBe("0");
    expect(site.errors.slice(before)).toEqual([]);
    await page.close();
  });
});

describe("a copy of the site in a folder of somebody else", () => {
  it("calculates alone, in a frame and in an element, and asks nobody else", async () => {
    const { site, ownCopy, address } = hosts;
    const before = site.requests.length;
    const page = await hosts.paste(
      `<iframe src="${ownCopy}MEETING-1/embed/" title="会議"></iframe>
      <santei-meeting people="30" room-area="120" room-hours="3"></santei-meeting>
      <script type="module" src="${ownCopy}embed.js"></script>`,
      "default-src 'self'; script-src 'self'; style-src 'self'",
    );
    await waitForTotal(page.locator("santei-meeting"));
    const frame = page.frameLocator("iframe");
    await fillMeeting(frame);
    await waitForTotal(frame);
    const asked = site.requests.slice(before);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((one) => !one.startsWith(address))).toEqual([]);
    await page.close();
  });
});

describe("<santei-calculator> on a page of its own site", () => {
  it("stands many times, in two languages, with one worker and what they share loaded once", async () => {
    const { site } = hosts;
    const page = await site.page("/");
    const before = [site.requests.length, site.reports.length] as const;
    await page.evaluate(() => {
      document.body.style.letterSpacing = "1em";
      for (let count = 0; count < 6; count += 1) {
        const one = document.createElement("santei-calculator");
        one.setAttribute("methodology", "MEETING-1");
        if (count === 5) one.setAttribute("lang", "en");
        document.body.append(one);
      }
    });
    await page.addScriptTag({ url: `${site.address}embed.js`, type: "module" });
    const all = element(page);
    // Those out of sight as well: text is there for those who search and those who listen.
    await expect.poll(() => all.locator(".headline .name").count(), { timeout: 45_000 }).toBe(6);
    const english = all.last();
    await english.scrollIntoViewIfNeeded();
    await fillMeeting(english);
    await waitForTotal(english);
    await english.getByRole("region", { name: "What the result rests on" }).waitFor();
    expect(await all.first().locator(".headline .total").count()).toBe(0);
    expect(
      await english.locator(".santei").evaluate((one) => getComputedStyle(one).letterSpacing),
    ).toBe("normal");
    expect(page.workers().length).toBe(1);
    const forms = site.requests.slice(before[0]).filter((one) => one.endsWith("/form.json"));
    expect(forms).toHaveLength(1);
    await english.evaluate((one) => one.setAttribute("lang", "ja"));
    await english.getByRole("heading", { name: "結果", exact: true }).waitFor();
    expect(await english.locator("input.figure").first().inputValue()).toBe("30");
    expect(site.reports.slice(before[1])).toEqual([]);
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
