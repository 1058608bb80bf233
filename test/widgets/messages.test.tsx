// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { choose, expectResult, openCalculator, press, type } from "../support/calculator.tsx";
import { fuels, kinds } from "./samples.ts";

describe("messages", () => {
  it("take the focus after a failed submit and lead to each field, in the same words", async () => {
    await openCalculator(fuels);
    press("Calculate");
    const summary = await waitFor(() => screen.getByRole("region", { name: /^Please check/ }));
    await waitFor(() => expect(document.activeElement).toBe(summary));
    const [link] = within(summary).getAllByRole("link");
    expect(link?.textContent).toBe("Please answer “Fuel”.");
    const group = screen.getByRole("radiogroup", { name: "Fuel" });
    expect(within(group).getByText("Please answer “Fuel”.")).toBeTruthy();
    expect(group.getAttribute("aria-invalid")).toBe("true");
    link?.click();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Oil" }));
  });

  it("follow a press of the button though the question changed before its answer came", async () => {
    const calculator = await openCalculator(fuels);
    const before = calculator.requests.length;
    const release = calculator.holdEngine();
    press("Calculate");
    type("Fiscal year (April to March)", "2021");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calculator.requests.length).toBeGreaterThan(before);
    release();
    const summary = await waitFor(() => screen.getByRole("region", { name: /^Please check/ }));
    await waitFor(() => expect(document.activeElement).toBe(summary));
  });

  it("say what is wrong with an entry once its field has been left", async () => {
    await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByLabelText("Distance"));
    type("Distance", "twelve");
    const message = await waitFor(() =>
      screen.getByText(/^“Distance” should be a figure|“Distance”.*12 km/),
    );
    expect(message.textContent).not.toContain("(distance)");
    const field = screen.getByLabelText("Distance");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.some((id) => document.getElementById(id)?.contains(message))).toBe(true);
    type("Distance", "12");
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("false"));
  });

  it("keep the questions and the last result while an entry cannot be read", async () => {
    await openCalculator(fuels);
    choose("Oil");
    type("Fiscal year (April to March)", "2021");
    await waitFor(() => screen.getByLabelText("Amount FY2021"));
    type("Amount FY2021", "10");
    await expectResult("27.10 t-CO2");
    type("Amount FY2021", "1O");
    await waitFor(() => screen.getByText(/^“Amount”/));
    expect(screen.getByLabelText("Amount FY2021")).toBeTruthy();
    expect((screen.getByLabelText("Amount FY2021") as HTMLInputElement).value).toBe("1O");
  });

  it("tell of an engine that gives no answer, and ask it again", async () => {
    const calculator = await openCalculator(fuels);
    calculator.breakEngine(true);
    choose("Oil");
    await waitFor(() => screen.getByRole("heading", { name: "There is no result" }));
    calculator.breakEngine(false);
    press("Calculate again");
    await waitFor(() =>
      expect(screen.queryByRole("heading", { name: "There is no result" })).toBe(null),
    );
    expect(calculator.given()).toEqual({ fuel: "oil" });
  });
});
