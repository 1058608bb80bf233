import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/axe.ts";
import { fillMeeting, type OpenHosts, openHosts, waitForTotal } from "../support/host.ts";

let hosts: OpenHosts;

beforeAll(async () => {
  hosts = await openHosts();
});

afterAll(() => hosts?.close());

describe("the page that makes snippets", () => {
  it.each([
    ["light", "embed/", 1280],
    ["dark", "en/embed/", 320],
  ] as const)(
    "%s: %s at %i px has nothing that axe objects to",
    async (colorScheme, path, width) => {
      const page = await hosts.site.page(path);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.locator("svg.qr").waitFor();
      await page.locator("fieldset").waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await page.close();
    },
  );

  it("makes snippets that work as they are pasted, under the policy that it names, and shows them", async () => {
    const page = await hosts.site.page("/en/embed/");
    await page.getByLabel("Methodology", { exact: true }).selectOption("MEETING-1");
    await page.getByLabel("Colours").selectOption("dark");
    await page.getByRole("group", { name: "Answers given ahead" }).waitFor();
    const answers = page.getByRole("group", { name: "Answers given ahead" }).locator("input");
    await answers.first().fill("30");
    const preview = page.frameLocator("iframe.preview");
    await expect
      .poll(() => preview.locator("input.figure").first().inputValue(), { timeout: 15_000 })
      .toBe("30");
    const snippets = await page
      .getByRole("textbox", { name: /^Code to paste/ })
      .evaluateAll((fields) => fields.map((one) => (one as HTMLTextAreaElement).value));
    const policies = await page.locator(".way code").allTextContents();
    await page.close();
    expect(snippets).toHaveLength(4);
    const titles = ["frame", "loader", "element"] as const;
    for (const [index, title] of titles.entries()) {
      const policy = `default-src 'none'; ${policies[index]}`;
      const host = await hosts.paste(snippets[index] ?? "", policy);
      const place = title === "element" ? host : host.frameLocator("iframe");
      await expect
        .poll(() => place.locator("input.figure").first().inputValue(), { timeout: 15_000 })
        .toBe("30");
      await fillMeeting(place);
      await waitForTotal(place);
      await host.close();
    }
    const { site } = hosts;
    expect(snippets[3]).toMatch(/^<a href="[^"]+">[^<]+<\/a>$/);
    const [, link = ""] = /href="([^"]+)"/.exec(snippets[3] ?? "") ?? [];
    expect(link).toBe(`${site.address}en/MEETING-1/embed/#theme=dark&amp;given.people=30`);
  });
});
