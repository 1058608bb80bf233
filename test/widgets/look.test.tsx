// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { choose, expectResult, openCalculator, press, type } from "../support/calculator.tsx";
import { visits } from "./samples.ts";

const root = () => document.querySelector<HTMLElement>(".santei");

async function openLook(): Promise<void> {
  press("Text size, colours, language");
  await waitFor(() => screen.getByRole("group", { name: "Text size" }));
}

describe("the switches of the look", () => {
  it("stand behind a button that says whether they are open", async () => {
    await openCalculator(visits);
    const button = screen.getByRole("button", { name: "Text size, colours, language" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
    await openLook();
    expect(button.getAttribute("aria-expanded")).toBe("true");
    press("Text size, colours, language");
    await waitFor(() => expect(screen.queryByRole("group", { name: "Text size" })).toBe(null));
  });

  it("make letters larger and colours stronger at once", async () => {
    await openCalculator(visits);
    expect(root()?.dataset).toEqual({});
    await openLook();
    choose("Very large");
    await waitFor(() => expect(root()?.dataset.size).toBe("larger"));
    choose("High");
    await waitFor(() => expect(root()?.dataset.contrast).toBe("high"));
    const size = within(screen.getByRole("group", { name: "Text size" }));
    expect(size.getByRole("radio", { name: "Very large" })).toHaveProperty("checked", true);
  });

  it("change the language, and keep what was entered", async () => {
    const calculator = await openCalculator(visits);
    type("Guests", "12");
    await expectResult("2.6 t-CO2e");
    await openLook();
    choose("日本語");
    await waitFor(() => screen.getByRole("heading", { name: "結果" }));
    expect(root()?.lang).toBe("ja");
    expect(screen.getByLabelText("客")).toHaveProperty("value", "12");
    screen.getByRole("group", { name: "文字の大きさ" });
    // The page around goes before it when it takes up another language itself.
    calculator.speak("ja");
    calculator.speak("en");
    await waitFor(() => screen.getByRole("heading", { name: "Result" }));
  });

  it("hide the readings above kanji where a language has them", async () => {
    await openCalculator(visits, "ja");
    press("文字・色・ことば");
    await waitFor(() => screen.getByRole("group", { name: "ふりがな" }));
    choose("表示しない");
    await waitFor(() => expect(root()?.dataset.readings).toBe("hidden"));
    choose("English");
    await waitFor(() => screen.getByRole("group", { name: "Language" }));
    expect(screen.queryByRole("group", { name: /Readings/ })).toBe(null);
  });
});
