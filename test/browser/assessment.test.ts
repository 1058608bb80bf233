import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import { violations } from "../support/axe.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

const patient = { timeout: 45_000 };

const project = (page: Page, name: string): Locator =>
  page.locator(".project").filter({ has: page.getByRole("heading", { name, level: 3 }) });

const total = (page: Page): Locator => page.locator(".totals .headline");

/** Ticks what the applicant of the example has, by keyboard, and answers what is known of it. */
async function answerExample(page: Page): Promise<void> {
  for (const name of ["Boiler", "Roof (photovoltaics)", "Cedar (sugi) forest"]) {
    await page.getByRole("checkbox", { name, exact: true }).focus();
    await page.keyboard.press("Space");
  }
  const boiler = project(page, "Installation of boilers");
  const forest = project(page, "Forest management");
  const roof = project(page, "Installation of photovoltaics");
  for (const one of [boiler, roof, forest]) await one.waitFor(patient);
  const named = (of: Locator, name: string) => of.getByLabel(name, { exact: true });
  await named(boiler, "Fuel of the baseline").selectOption({ label: "Heavy oil A" });
  await named(boiler, "Fuel of the new boiler").selectOption({ label: "City gas" });
  await named(boiler, "Fuel use").focus();
  await page.keyboard.type("２０〜40");
  await named(boiler, "Install date of the old boiler").fill("1998-04-01");
  await named(roof, "Capacity of the photovoltaics").fill("50");
  await named(forest, "Area").fill("160");
  await named(forest, "Age in the register").fill("35");
  await page.getByLabel("Price (low)").fill("1500");
  await page.getByLabel("Price (high)").fill("3000");
}

/** Everything that stands in the fields. */
function entries(page: Page): Promise<readonly string[]> {
  return page
    .locator(".assessment .questions")
    .evaluate((root) =>
      [...root.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].map(
        (one) =>
          one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")
            ? `${one.id} ${one.checked}`
            : `${one.id} ${one.value}`,
      ),
    );
}

const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

describe("the assessment of one applicant", () => {
  it("leads from what there is to figures, a report, a file and a link, with nothing that axe objects to", async () => {
    const page = await site.page("/en/assessment/");
    await answerExample(page);
    await total(page).locator(".total").waitFor(patient);

    // The question that is worth most takes the focus to its field, and its answer brings figures.
    const next = page.getByRole("region", { name: "Worth answering next" });
    const durable = next.getByRole("button", { name: /durable years/ });
    await durable.waitFor(patient);
    await durable.press("Enter");
    const field = page.getByLabel(/^Legal durable years/);
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("15");
    const lines = page.locator(".project-lines > li");
    await lines.first().locator(".sign.good").waitFor(patient);
    expect(await lines.allTextContents()).toEqual([
      expect.stringMatching(/^✓has figuresInstallation of boilers.*t-CO2\/year/),
      expect.stringMatching(/^✓has figuresInstallation of photovoltaics.*t-CO2\/year/),
      expect.stringMatching(/^✓has figuresForest management.*t-CO2\/year/),
    ]);
    expect(await total(page).textContent()).toMatch(/Per year[−\d,.]+–[\d,.]+ t-CO2\/year/);

    // A wrong entry stays where it is, with what is wrong.
    const use = project(page, "Installation of boilers").getByLabel("Fuel use", { exact: true });
    await use.fill("1,23");
    await page.keyboard.press("Tab");
    await page.locator(".message.error").first().waitFor(patient);
    expect(await use.inputValue()).toBe("1,23");
    await use.fill("20〜40");
    await lines.first().locator(".sign.good").waitFor(patient);

    // Another way of the same project, beside it.
    const boiler = project(page, "Installation of boilers");
    await boiler.getByRole("button", { name: /^Make a variant/ }).click();
    await boiler.getByLabel("Fuel use", { exact: true }).fill("60");
    await boiler.getByLabel("Name of the variant").fill("Twice the size");
    const compared = page.getByRole("table", { name: /^Variants compared/ });
    await compared.getByRole("columnheader", { name: "Twice the size" }).waitFor(patient);
    // Taken away, and brought back further down, when the pages with its button have been looked at.
    await boiler.getByRole("button", { name: "Remove “Twice the size”" }).press("Enter");
    await page.getByRole("status").filter({ hasText: "has been removed." }).waitFor(patient);
    await compared.waitFor({ state: "detached" });

    // What moves it, and what it takes.
    const goal = page.getByRole("region", { name: "From a goal to what it takes" });
    await goal.getByLabel("Project", { exact: true }).selectOption({ label: "Forest management" });
    await goal.getByLabel("Answer to change").selectOption({ label: "Area" });
    for (const [name, text] of [
      ["From", "20"],
      ["To", "200"],
      ["Step", "20"],
    ] as const) {
      await goal.getByLabel(name, { exact: true }).fill(text);
    }
    await goal.getByRole("button", { name: "Search" }).press("Enter");
    await goal.getByText("10 values were calculated").waitFor(patient);

    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    const small = await page
      .locator(".assessment :is(button, select, summary, .radio, input[type=text])")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 90)),
      );
    expect(small).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 1280, height: 800 });
    // What is out of sight in an unfolded item is not drawn, and has no places to measure.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = false;
    });

    await boiler.getByRole("button", { name: /^Undo.*Twice the size$/ }).press("Enter");
    await boiler.locator("input:checked:focus").waitFor();
    expect(await boiler.getByLabel("Fuel use", { exact: true }).inputValue()).toBe("60");

    // The report, on the page and on paper.
    await page.getByLabel("Applicant, subject").fill("Yamada town");
    await page.getByRole("button", { name: "Show the report here" }).click();
    const report = page.getByRole("article");
    await report.getByRole("heading", { name: "Next steps" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const text = (await report.textContent()) ?? "";
    for (const part of ["Yamada town", "20〜40", "STEP 0", "STEP 4", "EN-S-001", "SCHEME-2"]) {
      expect([part, text.includes(part)]).toEqual([part, true]);
    }
    await page.getByRole("button", { name: "Show the report here" }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
    const sizes = new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g));
    expect([...sizes]).toEqual([
      expect.stringMatching(/^\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]$/),
    ]);

    // A file, and a link, that open with all of it.
    const before = await entries(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save to a file" }).click(),
    ]);
    const file = await download.path();
    const record: AssessmentRecord = JSON.parse(readFileSync(file, "utf8"));
    expect(record.projects.map(({ answers }) => answers.methodology)).toEqual([
      "EN-S-001",
      "EN-R-002",
      "FO-001",
    ]);
    expect(record.projects[0]?.ranges).toEqual({
      "boilers.fuel_use": { low: "20 kNm3", high: "40 kNm3" },
    });
    await page.getByRole("button", { name: "Share as a link" }).click();
    const link = await page.getByRole("textbox", { name: "Link to share" }).inputValue();
    const said = page.locator(".files > .said");
    const picker = page.locator('input[type="file"]');
    await picker.setInputFiles({ name: "x.json", mimeType: "text/json", buffer: Buffer.from("{") });
    await said.getByText(/cannot be read as an assessment/).waitFor();
    expect(await entries(page)).toEqual(before);
    const shown = await total(page).textContent();
    await page.getByRole("button", { name: "Clear everything" }).click();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByText("Tick what there is, and the estimate appears here.").waitFor();
    await picker.setInputFiles(file);
    await said.getByText("The file is open.").waitFor(patient);
    await total(page).locator(".total").waitFor(patient);
    await expect.poll(() => total(page).textContent(), patient).toBe(shown);

    const other = await site.page(new URL(link).pathname + new URL(link).hash);
    await expect.poll(() => total(other).textContent(), patient).toBe(shown);
    await other.getByRole("link", { name: "日本語" }).click();
    await other.getByRole("heading", { name: "潜在量の見積もり", level: 1 }).waitFor();
    expect(
      await project(other, "ボイラーの導入").getByLabel("燃料使用量", { exact: true }).inputValue(),
    ).toBe("20〜40");
    expect([site.foreign, site.reports, site.errors]).toEqual([[], [], []]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await Promise.all([page.close(), other.close()]);
  });
});
