import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { fillMeeting, type OpenHosts, openHosts, waitForTotal } from "../support/host.ts";

let hosts: OpenHosts;

beforeAll(async () => {
  hosts = await openHosts();
});

afterAll(() => hosts?.close());

describe("the page that makes snippets", () => {
  it("has nothing that axe objects to, and makes snippets that work as they are pasted, under the policy that it names", async () => {
    const page = await hosts.site.page("/en/embed/");
    await page.getByLabel("Methodology", { exact: true }).selectOption("MEETING-1");
    await page.getByLabel("Colours").selectOption("dark");
    await page.getByRole("group", { name: "Answers given ahead" }).waitFor();
    const answers = page.getByRole("group", { name: "Answers given ahead" }).locator("input");
    await answers.first().fill("30");
    const preview = page.frameLocator("iframe.preview");
    await expect
      .poll(() => preview.locator("input.figure").first().inputValue(), { timeout: 45_000 })
      .toBe("30");
    const snippets = await codes(page);
    const policies = await page.locator(".way code").allTextContents();
    expect(snippets).toHaveLength(4);
    await page.getByLabel("Addresses").selectOption("pinned");
    await page
      .getByRole("checkbox", { name: /^Do not show it.*: Number of participants$/ })
      .check();
    await page.locator("summary", { hasText: "Trips" }).click();
    await page.getByRole("button", { name: /^Add an item ?: Trips/ }).click();
    await page.locator("details.list").first().getByLabel("Name").fill("Bus");
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([colorScheme, width, await violations(page)]).toEqual([colorScheme, width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
    const pinned = await codes(page);
    const zip = await page.getByRole("link", { name: "Download the zip" }).getAttribute("href");
    const sum = await page.locator(".way code").last().textContent();
    await page.close();
    const answer = await fetch(zip ?? "");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sum);

    for (const [index, title] of titles.entries()) {
      const policy = `default-src 'none'; ${policies[index]}`;
      // A frame alone has no script that a hash could hold.
      const both = [snippets[index] ?? "", pinned[index] ?? ""].slice(0, title === "frame" ? 1 : 2);
      for (const snippet of both) {
        const host = await hosts.paste(snippet, policy);
        const place = title === "element" ? host.locator("santei-meeting") : shown(host);
        const figures = place.locator("input.figure");
        if (snippet === snippets[index]) {
          await expect.poll(() => figures.first().inputValue(), { timeout: 45_000 }).toBe("30");
          await fillMeeting(place);
        } else {
          // The people are hidden, and counted.
          await figures.first().fill("120");
          await figures.nth(1).fill("3");
          await place.locator("summary", { hasText: "Travel of participants" }).click();
          await place
            .getByRole("button", { name: /^Remove Trip 1/ })
            .first()
            .click();
        }
        await waitForTotal(place);
        await host.close();
      }
    }
    const { site } = hosts;
    expect(snippets[3]).toMatch(/^<a href="[^"]+">[^<]+<\/a>$/);
    const [, link = ""] = /href="([^"]+)"/.exec(snippets[3] ?? "") ?? [];
    expect(link).toBe(`${site.address}en/MEETING-1/embed/#theme=dark&amp;given.people=30`);
  });
});

const titles = ["frame", "loader", "element"] as const;

/** What is to be pasted, of every way. */
function codes(page: Page): Promise<readonly string[]> {
  return page
    .getByRole("textbox", { name: /^Code to paste/ })
    .evaluateAll((fields) => fields.map((one) => (one as HTMLTextAreaElement).value));
}

const shown = (page: Page) => page.frameLocator("iframe");
