// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../engine/plan.ts";
import { planOf } from "../../engine/run/plan-of.ts";
import { choose, pick, press, type } from "../../support/calculator.tsx";
import { kilns } from "../../support/kilns.ts";
import { chooseFile, openPortfolio, said } from "../../support/portfolio-page.tsx";

let plan: Plan;
let other: Plan;
let page: ReturnType<typeof openPortfolio> | undefined;

beforeAll(async () => {
  plan = await planOf(kilns);
  other = await planOf(
    kilns.replaceAll("KILNS-1", "OVENS-1").replace("en: Kilns }", "en: Ovens }"),
  );
});
afterEach(() => {
  page?.close();
  page = undefined;
  cleanup();
});

const file = "File with the list";
const wrongRow = "coal,7,North";
const list = `fuel,warmth,town
oil,100 GJ,North
gas,１２０ GJ,=South
${wrongRow}
oil,240.5 GJ,North
`;

/** Opens the page with a list whose second column has to be matched by hand. */
async function openList(text = list): Promise<void> {
  page = openPortfolio([plan, other]);
  chooseFile(file, "list.csv", text);
  await said("list.csv has been read. It has 3 columns.");
  // Columns are drawn a few at a time.
  await screen.findByLabelText(/^Column 3, .*: This column is$/);
}

/** Settles everything and calculates. */
async function calculate(): Promise<void> {
  pick("Column 2, “warmth”: This column is", "=kilns.heat");
  choose("A row is a project");
  type("Period of the whole file", "FY2021");
  press("Calculate");
  await said("The calculation has ended.");
  await waitFor(() => screen.getByRole("heading", { name: "Results by row" }));
}

const use = (name: string) =>
  (screen.getByLabelText(`${name}: This column is`) as HTMLSelectElement).value;

describe("what is settled before a list is calculated", () => {
  it("is asked for all at once, with the focus and a way to each field", async () => {
    page = openPortfolio([plan]);
    press("Calculate");
    const lacks = await screen.findByRole("region", {
      name: "Before calculating, please settle these 2 things",
    });
    await waitFor(() => expect(document.activeElement).toBe(lacks));
    expect(
      within(lacks)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Choose a file with the list.", "Say what a row is."]);
    chooseFile(file, "list.csv", list);
    await said("list.csv has been read.");
    choose("A row is a project");
    await screen.findByRole("region", { name: "Before calculating, please settle this" });
    const link = screen.getByRole("link", { name: /^Enter the period of the whole file/ });
    link.click();
    expect(document.activeElement).toBe(screen.getByLabelText("Period of the whole file"));
  });

  it("wants a column for the case where rows are items", async () => {
    await openList();
    pick("Column 2, “warmth”: This column is", "=kilns.heat");
    type("Period of the whole file", "FY2021");
    choose(/^A row is an item/);
    await waitFor(() => screen.getByText(/^A row is an item, so one column/));
    press("Calculate");
    const lacks = await screen.findByRole("region", { name: /^Before calculating/ });
    within(lacks).getByRole("link").click();
    expect(document.activeElement?.textContent).toBe("4. Columns");
    pick("Column 3, “town”: This column is", "case");
    await waitFor(() => expect(screen.queryByText(/^A row is an item, so one/)).toBeNull());
    press("Calculate");
    await said("The calculation has ended.");
  });

  it("shows a proposal for each column with its reason, and what has no column", async () => {
    await openList();
    expect(use("Column 1, “fuel”")).toBe("=kilns.fuel");
    expect(use("Column 2, “warmth”")).toBe("kept");
    const columns = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(columns.some((text) => text?.includes("Reason: the header is the id"))).toBe(true);
    expect(columns).toContain("Heat [kilns.heat]");
    pick("Column 2, “warmth”: This column is", "=kilns.heat");
    await waitFor(() => screen.getByText("Every needed input has a column."));
    expect(screen.getByText("Reason: chosen by hand")).toBeTruthy();
  });

  it("asks for the unit where cells are bare, and takes the one in brackets", async () => {
    page = openPortfolio([plan]);
    chooseFile(file, "list.csv", "fuel,warmth,warmth (MJ)\noil,100,100\n");
    await said("has been read");
    await screen.findByLabelText("Column 3, “warmth (MJ)”: This column is");
    pick("Column 2, “warmth”: This column is", "=kilns.heat");
    const unit = await screen.findByLabelText<HTMLSelectElement>("Column 2, “warmth”: Unit");
    expect([unit.value, unit.getAttribute("aria-invalid")]).toEqual(["", "true"]);
    expect(screen.getByText(/^There are cells with a figure alone/)).toBeTruthy();
    pick("Column 2, “warmth”: Unit", "GJ");
    await waitFor(() => expect(screen.queryByText(/^There are cells with a figure/)).toBeNull());
    pick("Column 3, “warmth (MJ)”: This column is", "=kilns.heat");
    const taken = await screen.findByLabelText<HTMLSelectElement>("Column 3, “warmth (MJ)”: Unit");
    expect(taken.value).toBe("MJ");
    // Two columns for one question are told.
    await waitFor(() => screen.getByText(/warmth.*warmth \(MJ\)|warmth \(MJ\).*warmth/));
  });

  it("keeps what was decided by hand over another file, a broken one and another methodology", async () => {
    await openList();
    pick("Column 2, “warmth”: This column is", "=kilns.heat");
    chooseFile(file, "broken.csv", Uint8Array.of(0xff, 0xfe, 0, 0));
    await said("The file could not be read.");
    expect(screen.queryByLabelText(/This column is$/)).toBeNull();
    chooseFile(file, "next.csv", "town,warmth\nNorth,1\n");
    await said("next.csv has been read.");
    await screen.findByLabelText("Column 2, “warmth”: This column is");
    expect(use("Column 2, “warmth”")).toBe("=kilns.heat");
    pick("Methodology", "OVENS-1");
    await waitFor(() => expect(use("Column 2, “warmth”")).toBe("kept"));
    pick("Methodology", "KILNS-1");
    await waitFor(() => expect(use("Column 2, “warmth”")).toBe("=kilns.heat"));
  });

  it("is taken from a saved mapping, and never from a file that is none", async () => {
    await openList();
    const saved = (id: string, rows: string) =>
      JSON.stringify({
        format: "batch-mapping/1",
        methodology: { id, version: "1-r1" },
        rows,
        period: "FY2020",
        columns: [{ header: "warmth", is: "answer", input: "kilns.heat" }],
      });
    chooseFile("Open saved columns", "odd.json", '{"format":"batch-mapping/1"}');
    await said("odd.json could not be read as choices for columns.");
    chooseFile("Open saved columns", "ovens.json", saved("OVENS-1", "items"));
    await said("These choices are for the methodology OVENS-1.");
    expect(use("Column 2, “warmth”")).toBe("kept");
    chooseFile("Open saved columns", "kilns.json", saved("KILNS-1", "items"));
    await said("The choices in kilns.json are used.");
    expect(use("Column 2, “warmth”")).toBe("=kilns.heat");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^A row is an item/ }).checked).toBe(
      true,
    );
    expect(screen.getByLabelText<HTMLInputElement>("Period of the whole file").value).toBe(
      "FY2020",
    );
  });
});

describe("the results of a list", () => {
  it("are counted, added up and told by kind of issue and by group", async () => {
    await openList();
    pick("Column to sum up by", "2");
    await calculate();
    const sums = screen.getByRole("table", { name: "Sums of the results" });
    expect(within(sums).getByRole("row", { name: /^Sum \(t-CO/ }).textContent).toMatch(
      /^Sum \(t-CO2\)–296163$/,
    );
    const issues = screen.getByRole("table", { name: "Kinds of issues" });
    expect(within(issues).getByRole("row", { name: /^Column 1, “fuel” 1 3/ })).toBeTruthy();
    const groups = screen.getByRole("table", { name: "Sums by “town”" });
    expect(within(groups).getByRole("row", { name: /^North 23/ })).toBeTruthy();
    expect(screen.getAllByRole("img").map((one) => one.getAttribute("aria-label"))).toEqual([
      expect.stringContaining("rows by size"),
      expect.stringContaining("cumulated from the smallest rows"),
    ]);
  });

  it("are added up by another column afterwards, without a calculation, and by none", async () => {
    await openList();
    await calculate();
    expect(screen.queryByRole("table", { name: /^Sums by/ })).toBeNull();
    pick("Add the results up by", "2");
    await said("The results are added up by “town”.");
    const towns = screen.getByRole("table", { name: "Sums by “town”" });
    expect(within(towns).getByRole("row", { name: /^North 23/ })).toBeTruthy();
    press("See the rows of North");
    await said("3 of 4 rows");
    // A column that does not go along to the results is read in the file again.
    pick("Add the results up by", "0");
    await said("The results are added up by “fuel”.");
    const fuels = screen.getByRole("table", { name: "Sums by “fuel”" });
    expect(within(fuels).getByRole("row", { name: /^oil 23/ }).textContent).toMatch(/20/);
    expect(screen.queryByText(/only the rows of/i)).toBeNull();
    await waitFor(() => screen.getByText("4 of 4 rows"));
    press("See the rows of gas");
    await said("1 of 4 rows");
    pick("Add the results up by", "");
    await said("The results are added up by no column.");
    expect(screen.queryByRole("table", { name: /^Sums by/ })).toBeNull();
    await waitFor(() => screen.getByText("4 of 4 rows"));
  });

  it("stand in a table that tells its whole length, and are filtered", async () => {
    await openList();
    await calculate();
    const table = await screen.findByRole("table", { name: "Table of the results by row" });
    expect(table.getAttribute("aria-rowcount")).toBe("5");
    await waitFor(() => within(table).getByRole("button", { name: "All cells of row 4" }));
    expect(
      within(table)
        .getAllByRole("row")
        .map((row) => row.getAttribute("aria-rowindex")),
    ).toEqual(["1", "2", "3", "4", "5"]);
    pick("Column with figures", "credits(t-CO2)");
    type("At least", "seven");
    press("Filter");
    await waitFor(() => screen.getByText("Please enter a figure, such as 12.5."));
    type("At least", "７");
    press("Filter");
    await said("2 of 4 rows");
    press("Show all rows");
    await said("4 of 4 rows");
    pick("Status", "issue");
    press("Filter");
    await said("1 of 4 rows");
    (await screen.findByRole("button", { name: "All cells of row 3" })).click();
    const details = await screen.findByRole("region", { name: "Row 3" });
    expect(within(details).getByText(/coal/)).toBeTruthy();
    type("Containing", "nowhere");
    press("Filter");
    await said("0 of 4 rows");
    expect(screen.getByText("No row is like that.")).toBeTruthy();
  });

  it("say that they are from before when something has changed since", async () => {
    await openList();
    await calculate();
    expect(screen.queryByText(/have changed since/)).toBeNull();
    type("Period of the whole file", "FY2020");
    await waitFor(() => screen.getByText(/have changed since/));
    chooseFile(file, "next.csv", list);
    await said("next.csv has been read.");
    expect(screen.queryByRole("heading", { name: "6. Results" })).toBeNull();
  });

  it("are a part where the calculation was cancelled", async () => {
    await openList(`fuel,warmth,town\n${"oil,100 GJ,North\n".repeat(200_000)}`);
    pick("Column 2, “warmth”: This column is", "=kilns.heat");
    choose("A row is a project");
    type("Period of the whole file", "FY2021");
    press("Calculate");
    press("Cancel");
    await said("The calculation was cancelled.");
    await waitFor(() => screen.getByText(/This is a part: results of the first [\d,]+ rows only/));
    await screen.findByRole("button", { name: "Results (every row) (CSV)" });
  });
});
