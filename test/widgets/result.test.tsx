// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import {
  choose,
  expectResult,
  type OpenCalculator,
  openCalculator,
  press,
  type,
} from "../support/calculator.tsx";
import { fuels, legs } from "./samples.ts";

async function burn(amount: string, language: "ja" | "en" = "en"): Promise<OpenCalculator> {
  const calculator = await openCalculator(fuels, language);
  choose(language === "en" ? "Oil" : "重油");
  type(language === "en" ? /^Fiscal year/ : /^年度（/, "2021");
  const cell = language === "en" ? "Amount FY2021" : "使用量 2021年度";
  await waitFor(() => screen.getByLabelText(cell));
  type(cell, amount);
  return calculator;
}

const rows = (name: RegExp) =>
  within(screen.getByRole("table", { name }))
    .getAllByRole("row")
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe("a result", () => {
  it("stands in a live region that was there before it", async () => {
    await openCalculator(fuels);
    const region = document.querySelector('.result [role="status"]');
    expect(region?.textContent).not.toContain("t-CO2");
    choose("Oil");
    type(/^Fiscal year/, "2021");
    await waitFor(() => screen.getByLabelText("Amount FY2021"));
    type("Amount FY2021", "1000");
    await expectResult("2,710.00 t-CO2");
    expect(document.querySelector('.result [role="status"]')).toBe(region);
  });

  it("that does not count says so, with the conditions and the figures", async () => {
    await burn("1000");
    await expectResult("Not creditableTotal");
    await waitFor(() => screen.getByRole("heading", { name: "Not creditable" }));
    expect(screen.getByText("Not above 100 t")).toBeTruthy();
  });

  it("has a table of its values along its axes", async () => {
    await burn("10");
    await expectResult("27.10");
    await waitFor(() => screen.getByRole("table", { name: /^Emissions/ }));
    expect(rows(/^Emissions/)).toEqual([
      ["Fiscal year", "Value"],
      ["FY2021", "27.10"],
    ]);
  });

  it("draws a bar for the eye beside each figure of the table", async () => {
    await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => screen.getByRole("radiogroup", { name: "Method" }));
    choose("By distance");
    await waitFor(() => screen.getByLabelText("Kilometres"));
    type("Kilometres", "40");
    await waitFor(() => screen.getByRole("table", { name: /^Length/ }));
    expect(document.querySelector("table svg.bar")?.getAttribute("aria-hidden")).toBe("true");
    expect(rows(/^Length/)).toEqual([
      ["Leg", "Value"],
      ["Leg 1", "40.0"],
    ]);
    expect(document.querySelector("[style]")).toBe(null);
  });

  it("is explained step by step, with formula, rounding and clause", async () => {
    await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => screen.getByRole("radiogroup", { name: "Method" }));
    choose("By time");
    await waitFor(() => screen.getByLabelText("Hours"));
    type("Hours", "1.25");
    await expectResult("62 km");
    const unfold = (element: Element | null | undefined) => {
      const details = element?.closest("details");
      if (details == null) throw new Error("nothing to unfold");
      details.open = true;
      fireEvent(details, new Event("toggle"));
    };
    unfold(screen.getByRole("heading", { name: "How it was calculated" }));
    const total = await waitFor(() => {
      const line = document.querySelector(".explanation .step-line");
      expect(line?.textContent).toContain("Total total 62 km");
      return line;
    });
    unfold(total);
    await waitFor(() => screen.getByText("sum(legs, length)"));
    expect(screen.getAllByText("62.5 km").length).toBeGreaterThan(0);
    expect(screen.getByText("to a multiple of 1 rounded down", { exact: false })).toBeTruthy();
    const inner = [...document.querySelectorAll(".explanation .step .step .step-line")];
    unfold(inner.find((line) => line.textContent?.includes("Length")));
    await waitFor(() => screen.getByText("hours * speed"));
    expect(screen.getAllByText("50 km/h").length).toBeGreaterThan(0);
    expect(document.querySelector(".read .unconfirmed")?.textContent).toBe("unconfirmed");
  });

  it("compares plan and actual as soon as both are there", async () => {
    const calculator = await burn("10");
    await expectResult("27.10");
    choose("Actual");
    await waitFor(() => screen.getByRole("button", { name: /^Copy the plan/ }));
    press(/^Copy the plan/);
    await waitFor(() => screen.getByLabelText("Amount FY2021"));
    type("Amount FY2021", "20");
    await expectResult("54.20");
    await waitFor(() => screen.getByRole("table", { name: "Results compared" }));
    expect(rows(/^Results compared/)).toEqual([
      ["Item", "Plan (before)", "Actual"],
      ["Total t-CO2", "27.10", "54.20"],
    ]);
    expect(calculator.given("actual")).toEqual({ fuel: "oil", amount: { FY2021: "20 kL" } });
  });

  it("is said in the other language with the same answers", async () => {
    const calculator = await burn("1234.5", "ja");
    await expectResult("3,345.50 t-CO2");
    await expectResult("クレジットの対象外");
    calculator.speak("en");
    await expectResult("Not creditable");
    expect((screen.getByLabelText("Amount FY2021") as HTMLInputElement).value).toBe("1234.5");
  });

  it("names what it can be repeated from", async () => {
    await burn("10");
    await expectResult("27.10");
    const record = await waitFor(() => screen.getByRole("region", { name: /^Record/ }));
    expect(record.textContent).toContain("FUELS-1");
    expect(record.textContent).toContain("santei 0.1.0");
  });
});
