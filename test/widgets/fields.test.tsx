// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { choose, expectResult, openCalculator, pick, press, type } from "../support/calculator.tsx";
import { fuels, kinds } from "./samples.ts";

describe("fields", () => {
  it("pass on what was typed, with the unit that stands beside it", async () => {
    const calculator = await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByLabelText("People"));
    type("People", "３０");
    type("Distance", "1,250.50");
    choose("Return");
    await waitFor(() => screen.getByLabelText(/^Vehicle/));
    pick(/^Vehicle/, "rail");
    await expectResult("37,515.0 people-km");
    expect(calculator.given()).toEqual({
      people: "３０ person",
      distance: "1,250.50 km",
      trip: "both_ways",
      vehicle: "rail",
      counted: "true",
    });
  });

  it("leave a unit alone that was typed along", async () => {
    const calculator = await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByLabelText("Distance"));
    type("Distance", "500m");
    await waitFor(() => expect(calculator.given()).toMatchObject({ distance: "500m" }));
  });

  it("offer units to choose from", async () => {
    const calculator = await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByLabelText("Distance"));
    type("Distance", "500");
    pick("Unit of Distance", "m");
    await waitFor(() => expect(calculator.given()).toMatchObject({ distance: "500 m" }));
  });

  it("leave a question without an answer open", async () => {
    await openCalculator(kinds);
    const group = screen.getByRole("radiogroup", { name: "Count it?" });
    const radios = within(group).getAllByRole("radio") as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
    choose("No");
    fireEvent.click(within(group).getByRole("button", { name: "Take the choice back" }));
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
  });

  it("ask few members as buttons and many as a list", async () => {
    await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByRole("radiogroup", { name: "Trip" }));
    const list = screen.getByLabelText(/^Vehicle/);
    expect(list.tagName).toBe("SELECT");
    expect(
      within(list)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["Choose", "Car", "Bus", "Rail", "Tram", "Ship", "Plane"]);
  });

  it("say what is assumed without an answer, and mark it where it is", async () => {
    await openCalculator(kinds);
    choose("Yes");
    await waitFor(() => screen.getByLabelText("Distance"));
    type("People", "2");
    type("Distance", "10");
    choose("One way");
    pick(/^Vehicle/, "car");
    await expectResult("10.0 people-km");
    expect(screen.getByText("Left empty, 50% is assumed.")).toBeTruthy();
    expect(screen.getByLabelText("Shareassumed")).toBeTruthy();
    type("Shareassumed", "100");
    await expectResult("20.0 people-km");
    expect(screen.getByLabelText("Share")).toBeTruthy();
  });

  it("say their limits and help where the field is", async () => {
    await openCalculator(kinds);
    choose("Yes");
    const field = await waitFor(() => screen.getByLabelText("Distance"));
    const hint = document.getElementById(
      (field.getAttribute("aria-describedby") ?? "").split(" ")[0] ?? "",
    );
    expect(hint?.textContent).toBe("One way, by road. At most 20,000 km.");
  });

  it("hand nothing on while an input method is composing", async () => {
    const calculator = await openCalculator(kinds);
    choose("Yes");
    const field = await waitFor(() => screen.getByLabelText("People"));
    fireEvent.input(field, { target: { value: "さん" }, isComposing: true });
    expect((field as HTMLInputElement).value).toBe("さん");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calculator.given()).toEqual({ counted: "true" });
    (field as HTMLInputElement).value = "３";
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(calculator.given()).toMatchObject({ people: "３ person" }));
  });
});

describe("a unit that follows another answer", () => {
  it("changes with it, and the amounts stay", async () => {
    const calculator = await openCalculator(fuels);
    choose("Oil");
    type("Fiscal year (April to March)", "2021");
    const cell = "Amount FY2021";
    await waitFor(() => screen.getByLabelText(cell));
    type(cell, "10");
    await expectResult("27.10 t-CO2");
    expect(calculator.given()).toEqual({ fuel: "oil", amount: { FY2021: "10 kL" } });
    choose("Town gas");
    await expectResult("20.50 t-CO2");
    expect(calculator.given()).toEqual({ fuel: "gas", amount: { FY2021: "10 kNm3" } });
  });
});

describe("the period", () => {
  it("gives a row for each of its fiscal years, and keeps amounts of years that it has no longer", async () => {
    const calculator = await openCalculator(fuels);
    choose("Oil");
    type("Fiscal year (April to March)", "2021");
    await waitFor(() => screen.getByLabelText("Amount FY2021"));
    type("Amount FY2021", "10");
    choose("From one day to another");
    expect((screen.getByLabelText("First day") as HTMLInputElement).value).toBe("2021-04-01");
    type("Last day", "2023-03-31");
    await waitFor(() => screen.getByLabelText("Amount FY2022"));
    type("Amount FY2022", "5");
    await expectResult("40.65 t-CO2");
    type("Last day", "2022-03-31");
    await expectResult("27.10 t-CO2");
    expect(screen.getByText("Answers not in use now")).toBeTruthy();
    type("Last day", "2023-03-31");
    await expectResult("40.65 t-CO2");
    expect(calculator.given()).toMatchObject({ amount: { FY2021: "10 kL", FY2022: "5 kL" } });
    press("Calculate");
  });
});
