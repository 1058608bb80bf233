import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;
let host: Server;
let hostAddress: string;

/** The lines that README.md gives to paste, with the address of the built site. */
function snippet(): string {
  const [, html = ""] =
    /## Embed a calculator\s+```html\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
  return html.replace("https://your.example/santei/", site.address);
}

/** A page of somebody else, at an origin of its own, with styles that would spoil what is not shielded. */
function hostPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <link rel="icon" href="data:,">
    <style>* { letter-spacing: 0.3em } input { border: 9px solid red !important } h2 { display: none }</style>
    </head><body><h1>Our event</h1>${snippet()}</body></html>`;
}

beforeAll(async () => {
  site = await openSite();
  host = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(hostPage());
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const address = host.address();
  hostAddress = `http://localhost:${typeof address === "object" ? address?.port : ""}/`;
});

afterAll(async () => {
  await site?.close();
  host?.closeAllConnections();
  host?.close();
});

describe("<santei-calculator>", () => {
  it("calculates inside its shadow tree, in the look of its own, under the site's policy", async () => {
    const page = await site.page("/");
    await page.evaluate(() => {
      document.body.style.letterSpacing = "1em";
      for (const language of ["ja", "en"]) {
        const element = document.createElement("santei-calculator");
        element.setAttribute("methodology", "MEETING-1");
        element.setAttribute("lang", language);
        document.body.append(element);
      }
    });
    await page.addScriptTag({ url: `${site.address}embed.js`, type: "module" });
    const english = page.locator('santei-calculator[lang="en"]');
    const figures = english.locator("input.figure");
    for (const [index, text] of ["30", "120", "3"].entries()) await figures.nth(index).fill(text);
    await english.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    await english.getByRole("region", { name: "What the result rests on" }).waitFor();
    const japanese = page.locator('santei-calculator[lang="ja"]');
    await japanese.getByRole("heading", { name: "足りない入力" }).waitFor();
    expect(
      await english.locator(".santei").evaluate((one) => getComputedStyle(one).letterSpacing),
    ).toBe("normal");
    expect(page.workers().length).toBe(1);
    await english.evaluate((one) => one.setAttribute("lang", "ja"));
    await page
      .locator("santei-calculator")
      .last()
      .getByRole("heading", { name: "結果", exact: true })
      .waitFor();
    expect(
      await page.locator("santei-calculator").last().locator("input.figure").first().inputValue(),
    ).toBe("30");
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
    await page.close();
  });

  it("stands many times on a page, with one worker and what they share loaded once", async () => {
    const page = await site.page("/");
    const before = site.requests.length;
    await page.evaluate(() => {
      for (let count = 0; count < 8; count += 1) {
        const element = document.createElement("santei-calculator");
        element.setAttribute("methodology", "MEETING-1");
        document.body.append(element);
      }
    });
    await page.addScriptTag({ url: `${site.address}embed.js`, type: "module" });
    const calculators = page.locator("santei-calculator");
    // Those out of sight as well: text is there for those who search and those who listen.
    await expect
      .poll(() => calculators.locator(".headline .name").count(), { timeout: 20_000 })
      .toBe(8);
    await calculators.last().scrollIntoViewIfNeeded();
    const figures = calculators.last().locator("input.figure");
    for (const [index, text] of ["30", "120", "3"].entries()) await figures.nth(index).fill(text);
    await calculators.last().locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    expect(await calculators.first().locator(".headline .total").count()).toBe(0);
    expect(page.workers().length).toBe(1);
    const forms = site.requests.slice(before).filter((address) => address.endsWith("/form.json"));
    expect(forms).toHaveLength(1);
    await page.close();
  });

  it("works on a page of another origin with the lines of the README", async () => {
    const page = await site.context.newPage();
    await page.goto(hostAddress);
    const calculator = page.locator("santei-calculator");
    await calculator.getByRole("heading", { name: "会議", exact: true }).waitFor();
    await calculator.getByLabel("参加人数").fill("30");
    await calculator.getByLabel("会議室の面積").fill("120");
    await calculator.getByLabel("使用時間").first().fill("3");
    await calculator.locator(".headline .total").filter({ hasText: "13.4" }).waitFor();
    expect(
      await calculator
        .locator("input.figure")
        .first()
        .evaluate((one) => getComputedStyle(one).borderTopWidth),
    ).toBe("1px");
    const others = site.requests.filter(
      (address) => !address.startsWith(site.address) && !address.startsWith(hostAddress),
    );
    expect(others).toEqual([]);
    expect(await page.evaluate(() => document.cookie + localStorage.length)).toBe("0");
    expect(site.errors).toEqual([]);
    await page.close();
  });
});
