// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { choose, expectResult, openCalculator, press, type } from "../support/calculator.tsx";
import { legs } from "./samples.ts";

const item = (name: string) => within(screen.getByRole("region", { name }));

describe("a list of items", () => {
  it("adds, copies and removes items, and asks each what matters for it", async () => {
    const calculator = await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => item("Leg 1").getByRole("radiogroup", { name: "Method" }));
    expect(item("Leg 1").queryByLabelText("Kilometres")).toBe(null);
    choose("By distance");
    await waitFor(() => item("Leg 1").getByLabelText("Kilometres"));
    type("Kilometres", "12.7");
    await expectResult("12 km");

    item("Leg 1").getByRole("button", { name: "Duplicate" }).click();
    await expectResult("25 km");
    item("Leg 2").getByRole("radio", { name: "By time" }).click();
    await waitFor(() => item("Leg 2").getByLabelText("Hours"));
    expect(item("Leg 2").queryByLabelText("Kilometres")).toBe(null);
    expect(item("Leg 1").getByLabelText("Kilometres")).toBeTruthy();
    type("Hours", "1.5");
    await expectResult("87 km");
    expect(calculator.given()).toEqual({
      legs: [
        { way: "distance", km: "12.7 km" },
        { way: "time", km: "12.7 km", hours: "1.5 h" },
      ],
    });

    item("Leg 1").getByRole("button", { name: "Remove" }).click();
    await expectResult("75 km");
    expect(item("Leg 1").getByLabelText("Hours")).toBeTruthy();
  });

  it("gives the figure of what is complete, and offers to remove an item that lacks something", async () => {
    const calculator = await openCalculator(legs);
    await waitFor(() => screen.getByText("Nothing entered and nothing counted for: Legs"));
    press("Add: Leg");
    await expectResult(/^Total2 more answers|^Total1 more answer/);
    await expectResult("Total, without Leg 1 (incomplete)0 km");
    choose("By distance");
    await waitFor(() => item("Leg 1").getByLabelText("Kilometres"));
    type("Kilometres", "12.7");
    await expectResult(/^Total12 km$/);
    expect(screen.queryByText(/nothing counted/)).toBe(null);

    press("Add: Leg");
    await expectResult("Total, without Leg 2 (incomplete)12 km");
    expect(calculator.given()).toEqual({ legs: [{ way: "distance", km: "12.7 km" }, {}] });
    press("Remove Leg 2");
    await expectResult(/^Total12 km$/);
    expect(calculator.given()).toEqual({ legs: [{ way: "distance", km: "12.7 km" }] });
    expect(document.activeElement?.textContent).toBe("Result");
  });

  it("keeps what was typed into a question that hides, and says so", async () => {
    await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => screen.getByRole("radiogroup", { name: "Method" }));
    choose("By distance");
    await waitFor(() => screen.getByLabelText("Kilometres"));
    type("Kilometres", "40");
    await expectResult("40 km");
    choose("By time");
    await waitFor(() => screen.getByText("Answers not in use now"));
    expect(screen.getByText(/Leg 1 Kilometres: 40 km/)).toBeTruthy();
    choose("By distance");
    await expectResult("40 km");
    expect((screen.getByLabelText("Kilometres") as HTMLInputElement).value).toBe("40");
  });

  it("calls an item by the name that a person gives it", async () => {
    await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => screen.getByLabelText(/^Name/));
    type(/^Name/, "Sendai");
    await waitFor(() => screen.getByRole("region", { name: "Leg 1: Sendai" }));
  });

  it("ends where the methodology says", async () => {
    await openCalculator(legs);
    for (let count = 0; count < 3; count += 1) press("Add: Leg");
    await waitFor(() => screen.getByText("Up to 3 items can be entered."));
    const add = screen.getByRole("button", { name: "Add: Leg" }) as HTMLButtonElement;
    expect(add.disabled).toBe(true);
  });

  it("begins again when everything is cleared", async () => {
    const calculator = await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => screen.getByRole("radiogroup", { name: "Method" }));
    press("Clear all entries");
    await waitFor(() => screen.getByRole("button", { name: "Clear everything" }));
    press("Clear everything");
    await waitFor(() => expect(calculator.given()).toEqual({}));
    expect(screen.queryByRole("region", { name: "Leg 1" })).toBe(null);
  });
});
