// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { expectResult, openCalculator, pick, press, type } from "../support/calculator.tsx";
import { rows } from "./samples.ts";

async function answer(question: string, choice: string): Promise<void> {
  const group = await waitFor(() => screen.getByRole("radiogroup", { name: question }));
  fireEvent.click(within(group).getByRole("radio", { name: choice }));
}
const rowNames = () => [...document.querySelectorAll("tbody th")].map((one) => one.textContent);
const shown = (name: string) => {
  const select = screen.getByLabelText(name) as HTMLSelectElement;
  return select.selectedOptions[0]?.textContent;
};

describe("a table with a row for each member", () => {
  it("shows the answer that each row begins with, and says nothing for it until it is changed", async () => {
    const calculator = await openCalculator(rows);
    await answer("Count boxes?", "No");
    await answer("Is it dried?", "Yes");
    await expectResult("6 kWh");
    expect(["Haulage", "Storage", "Drying"].map((row) => shown(`Care ${row}`))).toEqual([
      "Watch",
      "Watch",
      "Watch",
    ]);
    expect(within(screen.getByLabelText("Care Haulage")).queryByText("Choose")).toBe(null);
    expect(calculator.given()).toEqual({ dries: "true", counted: "false" });
    pick("Care Storage", "all");
    await expectResult("9 kWh");
    expect(calculator.given()).toMatchObject({ care: { storage: "all" } });
  });

  it("leaves out the rows of members that are not asked, and keeps what was chosen there", async () => {
    await openCalculator(rows);
    await answer("Count boxes?", "No");
    await answer("Is it dried?", "Yes");
    await waitFor(() => expect(rowNames()).toEqual(["Haulage", "Storage", "Drying"]));
    pick("Care Drying", "all");
    await expectResult("9 kWh");
    await answer("Is it dried?", "No");
    await expectResult("4 kWh");
    expect(rowNames().slice(0, 3)).toEqual(["Haulage", "Storage"]);
    screen.getByText(/^Care Drying: All$/);
    await answer("Is it dried?", "Yes");
    await expectResult("9 kWh");
    expect(shown("Care Drying")).toBe("All");
  });
});

describe("a list that a choice turns off", () => {
  it("goes with its items, which come back with it", async () => {
    const calculator = await openCalculator(rows);
    await answer("Count boxes?", "Yes");
    await answer("Is it dried?", "No");
    await waitFor(() => screen.getByRole("button", { name: "Add: Box" }));
    press("Add: Box");
    await waitFor(() => screen.getByLabelText("Weight"));
    type("Weight", "40");
    await expectResult("44 kWh");
    await answer("Count boxes?", "No");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Add: Box" })).toBe(null));
    await expectResult(/[^4]4 kWh/);
    screen.getByText("Box 1 Weight: 40 kWh");
    await answer("Count boxes?", "Yes");
    await expectResult("44 kWh");
    expect(screen.getByLabelText("Weight")).toHaveProperty("value", "40");
    expect(calculator.given()).toMatchObject({ boxes: [{ weight: "40 kWh" }] });
  });
});

describe("the count of a group that is folded", () => {
  it("leaves out an item that is still empty", async () => {
    await openCalculator(rows);
    await answer("Count boxes?", "Yes");
    await answer("Is it dried?", "No");
    await waitFor(() => screen.getByRole("button", { name: "Add: Box" }));
    press("Add: Box");
    press("Add: Box");
    await waitFor(() => expect(screen.getAllByLabelText("Weight")).toHaveLength(2));
    expect(screen.queryByText(/answered$/)).toBe(null);
    fireEvent.input(screen.getAllByLabelText("Weight")[1] as HTMLElement, {
      target: { value: "3" },
    });
    await waitFor(() => screen.getByText("1 answered"));
  });
});
