// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import {
  choose,
  expectResult,
  type OpenCalculator,
  openCalculator,
  pick,
  press,
  type,
} from "../support/calculator.tsx";
import { meters } from "./samples.ts";

const item = (name: string) => within(screen.getByRole("region", { name }));

/** Enters a reading in a row of the first boiler. */
function readMeter(row: number, day: string, reading: string): void {
  const name = `Power meter, row ${row}`;
  fireEvent.input(screen.getByLabelText(`${name}: day`), { target: { value: day } });
  type(`${name}: reading`, reading);
}

/** A year of one boiler at one site. */
async function oneBoiler(): Promise<OpenCalculator> {
  const calculator = await openCalculator(meters);
  type(/^Fiscal year/, "2023");
  await waitFor(() => screen.getByLabelText("Power meter, row 1: day"));
  pick("Place", "#1");
  await waitFor(() => screen.getByLabelText("Own share"));
  type("Own share", "80");
  readMeter(1, "2023-04-01", "1,200");
  readMeter(2, "2024-04-01", "3,700");
  return calculator;
}

describe("a meter that counts on", () => {
  it("takes days and readings, and the engine their difference", async () => {
    const calculator = await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    expect(calculator.given()).toEqual({
      sites: [{ own: "80 %" }],
      boilers: [{ site: "1", power: { "2023-04-01": "1,200 kWh", "2024-04-01": "3,700 kWh" } }],
    });
  });

  it("takes more readings, and lets one go", async () => {
    const calculator = await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    press("Add a reading");
    await waitFor(() => screen.getByLabelText("Power meter, row 3: day"));
    readMeter(3, "2023-10-01", "2,000");
    const power = () => (calculator.given() as { boilers: { power: object }[] }).boilers[0]?.power;
    await waitFor(() => expect(Object.keys(power() ?? {})).toHaveLength(3));
    await expectResult("1,000.0 kg-CO2");
    press("Remove reading 3");
    await waitFor(() => expect(Object.keys(power() ?? {})).toHaveLength(2));
  });

  it("says at the row that a reading falls", async () => {
    await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    readMeter(2, "2024-04-01", "900");
    await expectResult("Cannot be calculated");
    await waitFor(() => screen.getByText(/falls|fell|lower|from 1200|1,200/));
  });
});

describe("an item that points at another", () => {
  it("names it by what a person calls it, and keeps it while items around it go", async () => {
    const calculator = await oneBoiler();
    press("Add: Site");
    await waitFor(() => screen.getByRole("region", { name: "Site 2" }));
    fireEvent.input(item("Site 2").getByLabelText(/^Name/), { target: { value: "North" } });
    const place = screen.getByLabelText("Place") as HTMLSelectElement;
    await waitFor(() =>
      expect([...place.options].map(({ textContent }) => textContent)).toEqual([
        "Choose",
        "Site 1",
        "Site 2: North",
      ]),
    );
    pick("Place", [...place.options].at(-1)?.value ?? "");
    const own = await waitFor(() => item("Site 2: North").getByLabelText("Own share"));
    fireEvent.input(own, { target: { value: "50" } });
    await expectResult("625.0 kg-CO2");
    item("Site 1").getByRole("button", { name: "Remove" }).click();
    await waitFor(() => expect(calculator.given()).toMatchObject({ boilers: [{ site: "1" }] }));
    await expectResult("625.0 kg-CO2");
    expect(place.selectedOptions[0]?.textContent).toBe("Site 1: North");
  });
});

describe("ranges", () => {
  it("show both ends, and say that the result lies between them", async () => {
    await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    choose(/^Range/);
    await expectResult("800.0–1,200.0 kg-CO2");
    await expectResult("The result certainly lies within this range.");
  });
});

describe("warnings", () => {
  it("wait until there is a result", async () => {
    await openCalculator(meters);
    type(/^Fiscal year/, "2023");
    await waitFor(() => screen.getByLabelText("Power meter, row 1: day"));
    expect(screen.queryByText("There are two boilers or more")).toBe(null);
    pick("Place", "#1");
    await waitFor(() => screen.getByLabelText("Own share"));
    type("Own share", "80");
    readMeter(1, "2023-04-01", "0");
    readMeter(2, "2024-04-01", "10");
    await expectResult("4.0 kg-CO2");
    await waitFor(() => screen.getByText("There are two boilers or more"));
  });
});

describe("before there is a result", () => {
  it("shows what is needed, and no figures, tables or grounds", async () => {
    await openCalculator(meters);
    type(/^Fiscal year/, "2023");
    await waitFor(() => screen.getByRole("heading", { name: "Answers needed" }));
    expect(document.querySelector(".result table, .result .figures, .grounds")).toBe(null);
  });
});

describe("fractions", () => {
  it("are read as rounded decimals, with the exact value beside them", async () => {
    await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    const details = screen
      .getByRole("heading", { name: "How it was calculated" })
      .closest("details");
    if (details === null) throw new Error("nothing to unfold");
    details.open = true;
    fireEvent(details, new Event("toggle"));
    const line = await waitFor(() => {
      const lines = [...document.querySelectorAll(".explanation .step-line")];
      const found = lines.find((one) => one.textContent?.includes("Per head"));
      expect(found?.textContent).toContain("≈ 142.8571429 kg-CO2");
      return found;
    });
    const step = line?.closest("details");
    if (step == null) throw new Error("nothing to unfold");
    step.open = true;
    fireEvent(step, new Event("toggle"));
    await waitFor(() => screen.getByText("Exact value"));
    expect(step.textContent).toContain("1,000 ⁄ 7 kg-CO2");
  });
});

describe("the focus", () => {
  const focused = () => document.activeElement?.textContent;

  it("goes with items as they are added, copied and removed", async () => {
    await openCalculator(meters);
    press("Add: Site");
    await waitFor(() => expect(focused()).toBe("Site 2"));
    item("Site 2").getByRole("button", { name: "Duplicate" }).click();
    await waitFor(() => expect(focused()).toBe("Site 3"));
    item("Site 1").getByRole("button", { name: "Remove" }).click();
    await waitFor(() => expect(focused()).toBe("Site 1"));
    item("Site 2").getByRole("button", { name: "Remove" }).click();
    await waitFor(() => expect(focused()).toBe("Site 1"));
  });

  it("returns to the button when clearing was thought better of", async () => {
    await openCalculator(meters);
    press("Clear all entries");
    await waitFor(() => screen.getByRole("button", { name: "Keep it" }));
    press("Keep it");
    await waitFor(() => expect(focused()).toBe("Clear all entries"));
  });
});

describe("a saved file", () => {
  const saved = (more: object, given: object) =>
    new File(
      [
        JSON.stringify({
          format: "answers/1",
          methodology: "METERS-1",
          ...more,
          sets: { actual: { period: "FY2022", given } },
        }),
      ],
      "answers.json",
    );

  it("of an older version opens, says so, and is calculated by this one", async () => {
    const calculator = await openCalculator(meters);
    const picker = document.querySelector('input[type="file"]') as HTMLInputElement;
    const file = saved(
      { version: "0.9-r1", as_of: "2024-01-31" },
      {
        sites: [{ own: "100 %", gone: "1" }],
        boilers: [{ site: "1", power: { "2022-04-01": "0 kWh", "2023-04-01": "4 kWh" } }],
      },
    );
    fireEvent.change(picker, { target: { files: [file] } });
    await waitFor(() => screen.getByText(/saved with version 0\.9-r1/));
    await expectResult("2.0 kg-CO2");
    expect((screen.getByRole("radio", { name: "Actual" }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText(/^Fiscal year/) as HTMLInputElement).value).toBe("2022");
    expect(calculator.requests.at(-1)).toMatchObject({
      asOf: "2024-01-31",
      answers: { version: "1.0-r1", as_of: "2024-01-31" },
    });
    expect(calculator.given("actual")).toEqual({
      sites: [{ own: "100 %" }],
      boilers: [{ site: "1", power: { "2022-04-01": "0 kWh", "2023-04-01": "4 kWh" } }],
    });
  });

  it("of something else leaves everything as it was", async () => {
    await oneBoiler();
    await expectResult("1,000.0 kg-CO2");
    const picker = document.querySelector('input[type="file"]') as HTMLInputElement;
    fireEvent.change(picker, { target: { files: [new File(["{}"], "other.json")] } });
    await waitFor(() => screen.getByText(/cannot be read as answers/));
    await expectResult("1,000.0 kg-CO2");
  });
});
