import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
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

const frame = (page: Page, index = 0) => page.frameLocator(`iframe >> nth=${index}`);

/** How high a frame is, and what is in it. */
async function heights(page: Page, index = 0): Promise<readonly [number, number]> {
  const outer = await page
    .locator("iframe")
    .nth(index)
    .evaluate((one) => one.clientHeight);
  const content = await frame(page, index).locator("#site").boundingBox();
  return [outer, Math.ceil(content?.height ?? 0)];
}

async function expectSized(page: Page, index = 0): Promise<void> {
  await expect
    .poll(
      async () => {
        const [outer, inner] = await heights(page, index);
        return outer > 160 && Math.abs(outer - inner) <= 1;
      },
      { timeout: 45_000 },
    )
    .toBe(true);
}

/** Sends what a frame would say from windows and origins that are not its own. */
async function deceive(page: Page): Promise<void> {
  await page.evaluate(async (origin) => {
    const data = { santei: 1, kind: "height", height: 9_999 };
    window.postMessage(data, "*");
    const source = document.querySelector("iframe")?.contentWindow ?? null;
    dispatchEvent(new MessageEvent("message", { data, source, origin: "https://other.example" }));
    dispatchEvent(new MessageEvent("message", { data, source: window, origin }));
    await new Promise((resolve) => {
      addEventListener("message", resolve, { once: true });
      window.postMessage(undefined, "*");
    });
  }, new URL(hosts.site.address).origin);
}

describe("a frame without a script on the page", () => {
  it.each(["frame-without-script", "frame-sandboxed", "frame-sandboxed-same-origin"])(
    "%s: calculates, and its button works",
    async (name) => {
      const page = await hosts.page(name);
      await fillMeeting(frame(page));
      await waitForTotal(frame(page));
      await frame(page).getByRole("button", { name: "計算する" }).click();
      await expect
        .poll(() => frame(page).locator(".result h2:focus").count(), { timeout: 45_000 })
        .toBe(1);
      const link = frame(page).getByRole("link", { name: /この計算のページを開く/ });
      expect(await link.evaluate((one: HTMLAnchorElement) => one.href)).toBe(
        `${hosts.site.address}MEETING-1/`,
      );
      await page.close();
    },
  );

  it("frame-without-any-right: shows the form, what it needs, and the link", async () => {
    const page = await hosts.page("frame-without-any-right");
    await frame(page).getByLabel("参加人数").waitFor();
    await frame(page)
      .getByText(/JavaScriptが必要/)
      .waitFor();
    await frame(page)
      .getByRole("link", { name: /この計算のページを開く/ })
      .waitFor();
    await page.close();
  });

  it("is refused for every other page of the site", async () => {
    const page = await hosts.page("frame-without-script");
    await page.locator("iframe").evaluate((one: HTMLIFrameElement, address) => {
      one.src = address;
    }, `${hosts.site.address}MEETING-1/`);
    await page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
    await page.close();
  });
});

describe("the loader", () => {
  it("loader: puts a frame of the height of its content in place of a link, hears no other window, and gives results", async () => {
    const page = await hosts.page("loader");
    await expectSized(page);
    await deceive(page);
    expect((await heights(page))[0]).toBeLessThan(9_000);
    await expectSized(page);
    expect(await page.getByRole("link", { name: "会議のCO2を計算する" }).count()).toBe(0);
    expect(await page.locator("iframe").getAttribute("title")).toBe("会議のCO2を計算する");
    const [before] = await heights(page);
    await fillMeeting(frame(page));
    await waitForTotal(frame(page));
    await expect.poll(() => toldTotal(page), { timeout: 45_000 }).toBe("13.4");
    await frame(page).locator("summary", { hasText: "参加者の移動" }).click();
    await expect.poll(async () => (await heights(page))[0]).toBeGreaterThan(before);
    await expectSized(page);
    const opened = (await heights(page))[0];
    await frame(page).locator("summary", { hasText: "参加者の移動" }).click();
    await expect.poll(async () => (await heights(page))[0]).toBeLessThan(opened);
    await expectSized(page);
    await page.close();
  });

  it("loader-options: the frame looks and begins as the link says", async () => {
    const page = await hosts.page("loader-options");
    await waitForTotal(frame(page));
    const shown = await frame(page)
      .locator("html")
      .evaluate((one) => [
        (one as HTMLElement).lang,
        getComputedStyle(one).colorScheme,
        getComputedStyle(one.querySelector(".santei") ?? one).fontSize,
        document.title,
      ]);
    expect(shown.slice(0, 3)).toEqual(["en", "dark", "18px"]);
    expect(shown[3]).toContain("meeting");
    expect(await frame(page).locator("input.figure").first().inputValue()).toBe("30");
    await expect.poll(() => toldTotal(page), { timeout: 45_000 }).toBe("13.4");
    await page.close();
  });

  it("loader-hidden: the frame counts what it does not show, and begins with an item", async () => {
    const page = await hosts.page("loader-hidden");
    // The total waits for what the item lacks.
    await frame(page).getByLabel("使用時間").first().waitFor();
    await frame(page).locator("summary", { hasText: "参加者の移動" }).click();
    await expect
      .poll(() => frame(page).getByLabel("人数").first().inputValue(), { timeout: 45_000 })
      .toBe("2");
    expect(await frame(page).getByLabel("参加人数").count()).toBe(0);
    expect(await frame(page).getByLabel("会議室の面積").count()).toBe(0);
    expect(await frame(page).getByLabel("使用時間").first().inputValue()).toBe("3");
    await page.close();
  });

  it("loader-twice: sizes each frame by its own content", async () => {
    const page = await hosts.page("loader-twice");
    await page.setViewportSize({ width: 1000, height: 4000 });
    expect(await page.locator("iframe").count()).toBe(3);
    for (const index of [0, 1, 2]) await expectSized(page, index);
    await fillMeeting(frame(page, 1));
    await waitForTotal(frame(page, 1));
    expect(await frame(page, 0).locator(".headline .total").count()).toBe(0);
    for (const index of [0, 1, 2]) await expectSized(page, index);
    await page.close();
  });

  it("loader-in-tab: sizes a frame when its tab is opened", async () => {
    const page = await hosts.page("loader-in-tab");
    await page.locator("iframe").waitFor({ state: "attached" });
    await page.evaluate(() => document.getElementById("tab")?.classList.remove("closed"));
    await expectSized(page);
    await page.evaluate(() => document.getElementById("tab")?.classList.add("closed"));
    await page.evaluate(() => document.getElementById("tab")?.classList.remove("closed"));
    await expectSized(page);
    await page.close();
  });

  it("loader-in-popup: sizes a frame in a window that the page opens", async () => {
    const page = await hosts.page("loader-in-popup");
    const [popup] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("button", { name: "計算する" }).click(),
    ]);
    await expectSized(popup);
    await fillMeeting(frame(popup));
    await waitForTotal(frame(popup));
    await expect.poll(() => toldTotal(popup), { timeout: 45_000 }).toBe("13.4");
    await expectSized(popup);
    expect(await page.evaluate(() => Reflect.get(globalThis, "told"))).toEqual([]);
    await popup.close();
    await page.close();
  });

  it.each(["loader-strict", "loader-nonce", "loader-trusted-types"])(
    "%s: works under the page's policy",
    async (name) => {
      const page = await hosts.page(name);
      await expectSized(page);
      await fillMeeting(frame(page));
      await waitForTotal(frame(page));
      await page.close();
    },
  );

  it("leaves the link where the page refuses the script or frames, and links to other places", async () => {
    const names = ["loader-refused", "loader-without-frames", "loader-of-others"];
    const pages = await Promise.all(names.map(hosts.page));
    for (const page of pages) {
      await page.waitForLoadState("networkidle");
      await expect.poll(() => page.locator("iframe").count(), { timeout: 45_000 }).toBe(0);
      await page.getByRole("link", { name: /会議のCO2を計算する|Elsewhere/ }).waitFor();
      await page.close();
    }
  });

  it("stops a frame that grows with its own height, and holds it below a ceiling", async () => {
    const page = await hosts.site.context.newPage();
    await page.route("**/MEETING-1/embed/", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>Grows</title><script>
          addEventListener("message", () => tell(innerHeight + 10));
          addEventListener("resize", () => tell(innerHeight + 10));
          const tell = (height) => parent.postMessage({ santei: 1, kind: "height", height }, "*");
          parent.postMessage({ santei: 1, kind: "ready" }, "*");
        </script>`,
      }),
    );
    await page.goto(`${hosts.address}loader`);
    const height = async () => (await page.locator("iframe").boundingBox())?.height ?? 0;
    // A frame that nothing stops tells another height in every round of a painted page, and grows for good.
    const rounds = async () => {
      const before = await height();
      await page.evaluate(async () => {
        for (let round = 0; round < 20; round += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      return [before > 1_210, (await height()) - before];
    };
    await expect.poll(rounds, { timeout: 45_000 }).toEqual([true, 0]);
    // On a slow machine a pause may end a run, but never so often that the frame gets as high as it may.
    expect(await height()).toBeLessThan(20_000);
    await page.close();
  });
});

describe("a frame's page", () => {
  it("keeps what is typed early, has nothing that axe objects to, asks nobody else for anything, stores nothing, and keeps to its policy", async () => {
    const { site } = hosts;
    const counts = () => [
      site.reports.length,
      site.foreign.filter((one) => !one.startsWith(hosts.address)).length,
    ];
    const before = counts();
    const page = await site.context.newPage();
    // What is typed before the whole has come is there after it.
    let release = (): void => undefined;
    const typed = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/form.json", (route) => typed.then(() => route.continue()));
    await page.goto(`${site.address}en/MEETING-1/embed/#given.people=30`);
    await page.locator("input.figure").nth(1).fill("120");
    await page.locator("input.figure").nth(2).fill("3");
    release();
    await waitForTotal(page);
    expect(await page.locator("input.figure").first().inputValue()).toBe("30");
    expect(
      await page
        .locator("input.figure")
        .nth(2)
        .evaluate((one) => one.matches(":focus")),
    ).toBe(true);
    expect(
      await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length),
    ).toBe("00");
    expect(counts()).toEqual(before);
    await page.getByRole("region", { name: "What the result rests on" }).waitFor();
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 1280],
      ["light", 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([colorScheme, width, await violations(page)]).toEqual([colorScheme, width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
    await page.close();
  });
});
